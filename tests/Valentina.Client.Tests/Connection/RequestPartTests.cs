using System.Net;
using System.Text;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>The parts of a request that contracts may declare beside paths, queries and JSON.</summary>
public sealed class RequestPartTests
{
    private static readonly byte[] Picture = [1, 2, 3];

    [Fact]
    public async Task A_header_that_is_a_parameter_is_sent_and_one_left_out_is_not()
    {
        var sent = await SentRequest.FromAsync(
            Ops.Request(Ops.Get).Header("X-Tenant", "north").Header("X-Days", new[] { 1, 2 }).Header("X-None", null));

        sent.Header("X-Tenant").Should().Be("north");
        sent.Header("X-Days").Should().Be("1,2");
        sent.Header("X-None").Should().BeNull();
    }

    [Fact]
    public async Task A_header_of_the_call_goes_over_the_parameter()
    {
        var request = Ops.Request(Ops.Get).Header("X-Tenant", "north");

        (await SentRequest.FromAsync(request, null, new RequestOptions { Headers = { ["X-Tenant"] = "south" } }))
            .Headers["X-Tenant"].Should().Equal("south");
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("größe")]
    public void A_header_cannot_hold_what_is_no_printable_ASCII(string value)
        => FluentActions.Invoking(() => Ops.Request(Ops.Get).Header("X-Tenant", value)).Should().Throw<RequestValidationException>();

    [Fact]
    public void A_list_stands_in_one_value_where_the_contract_says_so()
    {
        new ApiRequest(Ops.Get).Literal("/a").JoinedQuery("ids", new[] { 1, 2 }, "|").JoinedQuery("none", null, ",").RelativeUrl
            .Should().Be("/a?ids=1%7C2");
        new ApiRequest(Ops.Get).Literal("/a/").Segment("ids", new[] { "x", "y" }).RelativeUrl.Should().Be("/a/x%2Cy");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fields_come_before_the_file_of_a_form(bool sync)
    {
        var sent = await SendAsync(sync, new ApiRequest(Ops.Upload).Literal("/a").Form("picture", FileUpload.FromBytes("a.png", Picture))
            .Field("title", "Ravn \"R\"").Field("tags", new[] { "x", "y" }).Field("none", null));

        var body = Encoding.Latin1.GetString(sent.Body!);
        var boundary = sent.Header("Content-Type")!.Split("boundary=")[1];
        body.Should().StartWith($"--{boundary}\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nRavn \"R\"\r\n--{boundary}\r\n");
        body.Should().Contain("name=\"tags\"\r\n\r\nx\r\n").And.Contain("name=\"tags\"\r\n\r\ny\r\n").And.NotContain("none");
        body.Should().EndWith($"Content-Type: image/png\r\n\r\n\u0001\u0002\u0003\r\n--{boundary}--\r\n");
    }

    [Fact]
    public async Task A_form_without_a_file_is_one_still()
    {
        var sent = await SendAsync(false, new ApiRequest(Ops.Post).Literal("/a").Field("a", 1).AsMultipart());

        var boundary = sent.Header("Content-Type")!.Split("boundary=")[1];
        Encoding.ASCII.GetString(sent.Body!).Should()
            .Be($"--{boundary}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--{boundary}--\r\n");
    }

    [Fact]
    public async Task Fields_may_stand_as_in_an_address()
    {
        var sent = await SendAsync(false,
            new ApiRequest(Ops.Post).Literal("/a").Field("grant", "a&b").Field("scope", new[] { "x", "y z" }).AsFields());

        sent.Header("Content-Type").Should().Be("application/x-www-form-urlencoded");
        Encoding.ASCII.GetString(sent.Body!).Should().Be("grant=a%26b&scope=x&scope=y%20z");
    }

    [Theory]
    [InlineData("application/octet-stream", "application/octet-stream")]
    [InlineData("image/*", "image/png")]
    public async Task Bytes_are_sent_as_they_are(string declared, string expected)
    {
        var sent = await SendAsync(false, new ApiRequest(Ops.Upload).Literal("/a").Bytes(declared, FileUpload.FromBytes("a.png", Picture)));

        sent.Header("Content-Type").Should().Be(expected);
        sent.Body.Should().Equal(Picture);
    }

    [Fact]
    public async Task JSON_may_have_a_name_of_its_own()
        => (await SendAsync(false, Ops.Request(Ops.Patch).As("application/merge-patch+json"))).Header("Content-Type")
            .Should().Be("application/merge-patch+json");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_operation_that_may_answer_nothing_gives_null(bool sync)
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.NoContent)));

        (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get).OrNothing())).Should().BeNull();
    }

    private static async Task<SentRequest> SendAsync(bool sync, ApiRequest request)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        await connection.CallAsync<Thing>(sync, request);
        return handler.Sent.Single();
    }
}
