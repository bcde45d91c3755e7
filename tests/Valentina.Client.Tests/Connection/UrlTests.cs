using System.Globalization;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>The URL that goes over the wire: its base, its path and its query.</summary>
public sealed class UrlTests
{
    [Theory]
    [InlineData("http://server.test", "http://server.test/api/v1/things/7")]
    [InlineData("http://server.test/", "http://server.test/api/v1/things/7")]
    [InlineData("  https://server.test:8443///  ", "https://server.test:8443/api/v1/things/7")]
    [InlineData("https://server.test/games/valentina", "https://server.test/games/valentina/api/v1/things/7")]
    [InlineData("https://server.test/games/valentina/", "https://server.test/games/valentina/api/v1/things/7")]
    public async Task The_base_URL_may_have_a_prefix_and_a_slash(string baseUrl, string expected)
    {
        var sent = await SentRequest.FromAsync(Ops.Request(Ops.Get), options => options.BaseUrl = baseUrl);

        sent.Url.AbsoluteUri.Should().Be(expected);
    }

    [Theory]
    [InlineData("../../admin", "%2F..%2Fadmin")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("ü & ö", "%C3%BC%20%26%20%C3%B6")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("\\", "%5C")]
    [Trait("Defect", "D10")]
    public async Task A_path_segment_cannot_change_the_request(string value, string expectedEnd)
    {
        var sent = await SentRequest.FromAsync(new ApiRequest(Ops.Get).Literal("/api/v1/things/").Segment("id", value));

        sent.Url.AbsoluteUri.Should().StartWith("http://server.test/api/v1/things/").And.EndWith(expectedEnd);
        sent.Url.Segments.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [Trait("Defect", "D10")]
    public void An_empty_id_or_a_dot_segment_never_reaches_the_wire(string value)
    {
        var build = () => new ApiRequest(Ops.Get).Literal("/api/v1/things/").Segment("thing_id", value);

        build.Should().Throw<RequestValidationException>().Which.Errors.Should().ContainSingle(error => error.Member == "thing_id");
    }

    [Fact]
    [Trait("Defect", "D10")]
    public void An_empty_uuid_never_reaches_the_wire()
    {
        var inPath = () => new ApiRequest(Ops.Get).Segment("thing_id", Guid.Empty);
        var inQuery = () => new ApiRequest(Ops.Get).Query("user_id", (Guid?)Guid.Empty);

        inPath.Should().Throw<RequestValidationException>();
        inQuery.Should().Throw<RequestValidationException>();
    }

    [Fact]
    public async Task Query_values_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            var request = new ApiRequest(Ops.Get).Literal("/x")
                .Query("number", 1234)
                .Query("fraction", 1.5)
                .Query("flag", true)
                .Query("day", new DateOnly(2026, 5, 4))
                .Query("instant", new DateTimeOffset(2026, 5, 4, 10, 20, 30, TimeSpan.Zero).AddTicks(1234567))
                .Query("local", new DateTimeOffset(2026, 5, 4, 10, 20, 30, TimeSpan.FromHours(2)))
                .Query("id", Guid.Parse("01A20190-CB47-7136-B945-F4BAB262D58B"))
                .Query("list", new[] { "a", "b c" })
                .Query("absent", null);

            var sent = await SentRequest.FromAsync(request);

            sent.Url.Query.Should().Be(
                "?number=1234&fraction=1.5&flag=true&day=2026-05-04&instant=2026-05-04T10%3A20%3A30.123456Z&local=2026-05-04T10%3A20%3A30%2B02%3A00"
                + "&id=01a20190-cb47-7136-b945-f4bab262d58b&list=a&list=b%20c");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Long_URLs_keep_every_character()
    {
        var words = Enumerable.Range(0, 500).Select(index => $"word{index}").ToArray();

        var sent = await SentRequest.FromAsync(new ApiRequest(Ops.Get).Literal("/x").Query("q", words));

        sent.Url.Query.Should().Be("?" + string.Join('&', words.Select(word => "q=" + word)));
    }
}
