using System.Globalization;
using System.Net;
using Valentina.Raw;
using Xunit.Abstractions;

namespace Valentina.Client.Tests.Connection;

/// <summary>What goes over the wire beside the URL: headers and body.</summary>
public sealed class RequestTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_request_carries_key_agent_and_accepted_type()
    {
        var sent = await SentRequest.FromAsync(Ops.Request(Ops.Get));

        sent.Headers["X-API-KEY"].Should().Equal(TestConnection.Key);
        sent.Header("Accept").Should().Be("application/json");
        sent.Header("User-Agent").Should().MatchRegex(@"^valentina-dotnet/\d+\.\d+\.\d+\S* \(\.NET \d+\.\d+\)$");
    }

    [Theory]
    [InlineData("user-agent", "my-app/2")]
    [InlineData("USER-AGENT", "my-app/2")]
    [Trait("Defect", "D54")]
    public async Task Custom_headers_replace_the_usual_ones_whatever_their_case(string name, string value)
    {
        var sent = await SentRequest.FromAsync(Ops.Request(Ops.Get), options => options.Headers[name] = value);

        sent.Headers["User-Agent"].Should().Equal(value);
    }

    [Theory]
    [InlineData("x-api-key", "use the option ApiKey")]
    [InlineData("X-API-KEY", "use the option ApiKey")]
    [InlineData("on-behalf-of", "use ActingAs")]
    [InlineData("Content-Type", "sets it with the body")]
    [InlineData("host", "belongs to BaseUrl")]
    [InlineData("bad name", "is no header name")]
    [Trait("Defect", "D54")]
    public async Task Headers_that_the_SDK_manages_are_refused_for_a_client_and_for_a_call(string name, string message)
    {
        var resolve = () => TestConnection.Options(options => options.Headers[name] = "x").Resolve();
        var call = () => SentRequest.FromAsync(Ops.Request(Ops.Get), null, new RequestOptions { Headers = { [name] = "x" } });

        resolve.Should().Throw<ArgumentException>().WithMessage($"*{message}*");
        (await call.Should().ThrowAsync<RequestValidationException>()).WithMessage($"*{message}*");
    }

    [Fact]
    public async Task A_header_value_cannot_smuggle_another_header()
    {
        var call = () => SentRequest.FromAsync(Ops.Request(Ops.Get), null, new RequestOptions { Headers = { ["X-A"] = "1\r\nX-B: 2" } });

        await call.Should().ThrowAsync<RequestValidationException>();
    }

    [Fact]
    public async Task Headers_of_a_call_go_over_those_of_the_client()
    {
        var sent = await SentRequest.FromAsync(
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
    [Trait("Defect", "D58")]
    public async Task The_acting_user_is_sent_exactly_where_the_server_reads_it(OnBehalfOfMode mode, bool isSent)
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
        failure.Errors.Should().ContainSingle(error => error.Member == "On-Behalf-Of");
        failure.Service.Should().Be(ServiceNames.ValentinaNoir);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task An_honoured_acting_user_may_be_missing()
        => (await SentRequest.FromAsync(With(OnBehalfOfMode.Honoured))).Header("On-Behalf-Of").Should().BeNull();

    [Fact]
    [Trait("Defect", "D59")]
    public void An_empty_acting_user_is_refused()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        var act = () => connection.WithActingUser(Guid.Empty);

        act.Should().Throw<ArgumentException>().WithMessage("The id of the acting user must not be empty.*");
    }

    [Fact]
    public async Task A_body_is_UTF_8_JSON_of_known_length()
    {
        var sent = await SentRequest.FromAsync(
            new ApiRequest(Ops.Post).Literal("/x").Json(new Newtonsoft.Json.Linq.JObject { ["name"] = "Grün 🦇 \u2028", ["none"] = null }));

        sent.Header("Content-Type").Should().Be("application/json");
        sent.Header("Content-Length").Should().Be(sent.Body!.Length.ToString(CultureInfo.InvariantCulture));
        Newtonsoft.Json.Linq.JObject.Parse(sent.BodyText!)["name"]!.ToString().Should().Be("Grün 🦇 \u2028");
    }

    [Fact]
    public async Task A_lone_surrogate_becomes_a_replacement_character_since_the_server_chokes_on_invalid_UTF_8()
    {
        var sent = await SentRequest.FromAsync(
            new ApiRequest(Ops.Post).Literal("/x").Json(new Newtonsoft.Json.Linq.JObject { ["name"] = "a\uD83Eb" }));

        sent.BodyText.Should().Be("{\"name\":\"a\uFFFDb\"}");
    }

    [Theory]
    [InlineData("Post")]
    [InlineData("Patch")]
    [InlineData("SpendingPut")]
    public async Task A_write_without_a_body_says_that_its_length_is_zero(string operation)
    {
        var sent = await SentRequest.FromAsync(
            new ApiRequest((ApiOperation)typeof(Ops).GetField(operation)!.GetValue(null)!).Literal("/x"));

        sent.Header("Content-Length").Should().Be("0");
        sent.Header("Content-Type").Should().BeNull();
    }

    [Fact]
    public async Task A_read_has_no_body()
        => (await SentRequest.FromAsync(new ApiRequest(Ops.Get).Literal("/x"))).Header("Content-Length").Should().BeNull();

    [Fact]
    public async Task A_deletion_has_an_explicit_empty_body_so_that_DotNet_never_resends_it_unseen()
        => (await SentRequest.FromAsync(new ApiRequest(Ops.Delete).Literal("/x"))).Header("Content-Length").Should().Be("0");

    [Fact]
    public async Task Large_bodies_of_any_characters_arrive_whole()
    {
        var seed = TestSeed.Take(output);
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(_ => random.Next(4) switch
        {
            0 => "🦇",
            1 => "ü",
            2 => "\"",
            _ => ((char)random.Next(32, 127)).ToString(),
        }));

        var sent = await SentRequest.FromAsync(
            new ApiRequest(Ops.Post).Literal("/x").Json(new Newtonsoft.Json.Linq.JObject { ["t"] = text }));

        Newtonsoft.Json.Linq.JObject.Parse(sent.BodyText!)["t"]!.ToString().Should().Be(text, $"seed {seed}");
    }

    [Fact]
    [Trait("Defect", "D14")]
    public async Task All_errors_of_a_call_are_told_at_once_as_one_kind_of_exception()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var raw = new CampaignsClient(connection);

        var call = () => raw.CreateCampaignAsync(
            Guid.NewGuid(), new() { Name = "x", Description = "y" }, new RequestOptions { IdempotencyKey = "ü" });

        (await call.Should().ThrowAsync<RequestValidationException>()).Which.Errors.Select(error => error.Member)
            .Should().Contain(["On-Behalf-Of", "Idempotency-Key", "name"]);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    [Trait("Defect", "D20")]
    public async Task A_replaced_key_is_sent_from_then_on()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var view = connection.WithActingUser(TestConnection.UserId);

        connection.ReplaceApiKey(" rotated-key ");
        await view.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        handler.Sent.Single().Header("X-API-KEY").Should().Be("rotated-key");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a b")]
    public async Task A_new_key_that_cannot_be_sent_is_left_aside(string key)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);

        connection.ReplaceApiKey(key);
        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        handler.Sent.Single().Header("X-API-KEY").Should().Be(TestConnection.Key);
    }

    private static ApiRequest With(OnBehalfOfMode mode)
        => new ApiRequest(new ApiOperation("op", HttpMethod.Get, "/x") { OnBehalfOf = mode }).Literal("/x");
}
