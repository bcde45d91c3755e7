using System.Globalization;
using System.Net;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What goes over the wire: URL, headers, body.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("http://server.test", "http://server.test/api/v1/things/7")]
    [InlineData("http://server.test/", "http://server.test/api/v1/things/7")]
    [InlineData("  https://server.test:8443///  ", "https://server.test:8443/api/v1/things/7")]
    [InlineData("https://server.test/games/valentina", "https://server.test/games/valentina/api/v1/things/7")]
    [InlineData("https://server.test/games/valentina/", "https://server.test/games/valentina/api/v1/things/7")]
    public async Task The_base_URL_may_have_a_prefix_and_a_slash(string baseUrl, string expected)
    {
        var sent = await SendAsync(Ops.Request(Ops.Get), options => options.BaseUrl = baseUrl);

        sent.Url.AbsoluteUri.Should().Be(expected);
    }

    [Theory]
    [InlineData("../../admin", "%2F..%2Fadmin")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("ü & ö", "%C3%BC%20%26%20%C3%B6")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("\\", "%5C")]
    public async Task D10_A_path_segment_cannot_change_the_request(string value, string expectedEnd)
    {
        var sent = await SendAsync(new ApiRequest(Ops.Get).Literal("/api/v1/things/").Segment("id", value));

        sent.Url.AbsoluteUri.Should().StartWith("http://server.test/api/v1/things/").And.EndWith(expectedEnd);
        sent.Url.Segments.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    public void D10_An_empty_id_or_a_dot_segment_never_reaches_the_wire(string value)
    {
        var build = () => new ApiRequest(Ops.Get).Literal("/api/v1/things/").Segment("thing_id", value);

        build.Should().Throw<RequestValidationException>().Which.Faults.Should().ContainSingle(fault => fault.Member == "thing_id");
    }

    [Fact]
    public void D10_An_empty_uuid_never_reaches_the_wire()
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

            var sent = await SendAsync(request);

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

        var sent = await SendAsync(new ApiRequest(Ops.Get).Literal("/x").Query("q", words));

        sent.Url.Query.Should().Be("?" + string.Join('&', words.Select(word => "q=" + word)));
    }

    [Fact]
    public async Task Every_request_carries_key_agent_and_accepted_type()
    {
        var sent = await SendAsync(Ops.Request(Ops.Get));

        sent.Headers["X-API-KEY"].Should().Equal(TestConnection.Key);
        sent.Header("Accept").Should().Be("application/json");
        sent.Header("User-Agent").Should().MatchRegex(@"^valentina-dotnet/\d+\.\d+\.\d+\S* \(\.NET \d+\.\d+\)$");
    }

    [Theory]
    [InlineData("user-agent", "my-app/2")]
    [InlineData("USER-AGENT", "my-app/2")]
    public async Task D54_Custom_headers_replace_the_usual_ones_whatever_their_case(string name, string value)
    {
        var sent = await SendAsync(Ops.Request(Ops.Get), options => options.Headers[name] = value);

        sent.Headers["User-Agent"].Should().Equal(value);
    }

    [Theory]
    [InlineData("x-api-key", "use the option ApiKey")]
    [InlineData("X-API-KEY", "use the option ApiKey")]
    [InlineData("on-behalf-of", "use ActingAs")]
    [InlineData("Content-Type", "sets it with the body")]
    [InlineData("host", "belongs to BaseUrl")]
    [InlineData("bad name", "is no header name")]
    public async Task D54_Headers_that_the_SDK_manages_are_refused_for_a_client_and_for_a_call(string name, string message)
    {
        var resolve = () => TestConnection.Options(options => options.Headers[name] = "x").Resolve();
        var call = () => SendAsync(Ops.Request(Ops.Get), null, new RequestOptions { Headers = { [name] = "x" } });

        resolve.Should().Throw<ArgumentException>().WithMessage($"*{message}*");
        (await call.Should().ThrowAsync<RequestValidationException>()).WithMessage($"*{message}*");
    }

    [Fact]
    public async Task A_header_value_cannot_smuggle_another_header()
    {
        var call = () => SendAsync(Ops.Request(Ops.Get), null, new RequestOptions { Headers = { ["X-A"] = "1\r\nX-B: 2" } });

        await call.Should().ThrowAsync<RequestValidationException>();
    }

    [Fact]
    public async Task Headers_of_a_call_go_over_those_of_the_client()
    {
        var sent = await SendAsync(
            Ops.Request(Ops.Get),
            options =>
            {
                options.Headers["X-Trace"] = "client";
                options.Headers["X-Other"] = "kept";
            },
            new RequestOptions { Headers = { ["x-trace"] = "call" } });

        sent.Headers["X-Trace"].Should().Equal("call");
        sent.Headers["X-Other"].Should().Equal("kept");
    }

    [Theory]
    [InlineData(OnBehalfOfMode.Required, true)]
    [InlineData(OnBehalfOfMode.Honoured, true)]
    [InlineData(OnBehalfOfMode.Ignored, false)]
    public async Task D58_The_acting_user_is_sent_exactly_where_the_server_reads_it(OnBehalfOfMode mode, bool isSent)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);

        await connection.WithActingUser(TestConnection.UserId).SendAsync<Thing>(With(mode), null, default);

        handler.Sent.Single().Header("On-Behalf-Of").Should().Be(isSent ? "01a20190-cb47-7136-b945-f4bab262d58b" : null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_required_acting_user_that_is_missing_fails_before_sending_and_says_how_to_give_one(bool sync)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.CallAsync<Thing>(sync, With(OnBehalfOfMode.Required));

        var failure = (await call.Should().ThrowAsync<RequestValidationException>()).Which;
        failure.Message.Should().Contain("ActingAs");
        failure.Faults.Should().ContainSingle(fault => fault.Member == "On-Behalf-Of");
        failure.Service.Should().Be(ServiceNames.ValentinaNoir);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task An_honoured_acting_user_may_be_missing()
        => (await SendAsync(With(OnBehalfOfMode.Honoured))).Header("On-Behalf-Of").Should().BeNull();

    [Fact]
    public void D59_An_empty_acting_user_is_refused()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        var act = () => connection.WithActingUser(Guid.Empty);

        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_body_is_UTF_8_JSON_of_known_length()
    {
        var sent = await SendAsync(new ApiRequest(Ops.Post).Literal("/x").Json(new Dictionary<string, object?> { ["name"] = "Grün 🦇 \u2028", ["none"] = null }));

        sent.Header("Content-Type").Should().Be("application/json");
        sent.Header("Content-Length").Should().Be(sent.Body!.Length.ToString(CultureInfo.InvariantCulture));
        Newtonsoft.Json.Linq.JObject.Parse(sent.BodyText!)["name"]!.ToString().Should().Be("Grün 🦇 \u2028");
    }

    [Fact]
    public async Task A_lone_surrogate_becomes_a_replacement_character_since_the_server_chokes_on_invalid_UTF_8()
    {
        var sent = await SendAsync(new ApiRequest(Ops.Post).Literal("/x").Json(new Dictionary<string, string> { ["name"] = "a\uD83Eb" }));

        sent.BodyText.Should().Be("{\"name\":\"a\uFFFDb\"}");
    }

    [Theory]
    [InlineData("Post")]
    [InlineData("Patch")]
    [InlineData("SpendingPut")]
    public async Task A_write_without_a_body_says_that_its_length_is_zero(string operation)
    {
        var sent = await SendAsync(new ApiRequest((ApiOperation)typeof(Ops).GetField(operation)!.GetValue(null)!).Literal("/x"));

        sent.Header("Content-Length").Should().Be("0");
        sent.Header("Content-Type").Should().BeNull();
    }

    [Fact]
    public async Task A_read_has_no_body()
        => (await SendAsync(new ApiRequest(Ops.Get).Literal("/x"))).Header("Content-Length").Should().BeNull();

    [Fact]
    public async Task A_deletion_has_an_explicit_empty_body_so_that_DotNet_never_resends_it_unseen()
        => (await SendAsync(new ApiRequest(Ops.Delete).Literal("/x"))).Header("Content-Length").Should().Be("0");

    [Fact]
    public async Task Large_bodies_of_any_characters_arrive_whole()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(_ => random.Next(4) switch
        {
            0 => "🦇",
            1 => "ü",
            2 => "\"",
            _ => ((char)random.Next(32, 127)).ToString(),
        }));

        var sent = await SendAsync(new ApiRequest(Ops.Post).Literal("/x").Json(new Dictionary<string, string> { ["t"] = text }));

        Newtonsoft.Json.Linq.JObject.Parse(sent.BodyText!)["t"]!.ToString().Should().Be(text, $"seed {seed}");
    }

    [Fact]
    public async Task D14_All_faults_of_a_call_are_told_at_once_as_one_kind_of_exception()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var raw = new CampaignsClient(connection);

        var call = () => raw.CreateCampaignAsync(Guid.NewGuid(), new() { Name = "x", Description = "y" }, new RequestOptions { IdempotencyKey = "ü" });

        (await call.Should().ThrowAsync<RequestValidationException>()).Which.Faults.Select(fault => fault.Member)
            .Should().Contain(["On-Behalf-Of", "Idempotency-Key", "name"]);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task D20_A_replaced_key_is_sent_from_then_on()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var view = connection.WithActingUser(TestConnection.UserId);

        connection.ReplaceApiKey(" rotated-key ");
        await view.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        handler.Sent.Single().Header("X-API-KEY").Should().Be("rotated-key");
    }

    private static ApiRequest With(OnBehalfOfMode mode)
        => new ApiRequest(new ApiOperation("op", HttpMethod.Get, "/x") { OnBehalfOf = mode }).Literal("/x");

    private static async Task<SentRequest> SendAsync(ApiRequest request, Action<ValentinaOptions>? change = null, RequestOptions? options = null)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler, change);
        await connection.SendAsync<Thing>(request, options, default);
        return handler.Sent.Single();
    }
}
