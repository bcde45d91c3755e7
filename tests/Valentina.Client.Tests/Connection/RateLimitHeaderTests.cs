using System.Net;
using Valentina.Connection.RateLimits;
using Xunit.Abstractions;

namespace Valentina.Client.Tests.Connection;

/// <summary>Structured fields, and the state of the limits made of them.</summary>
public sealed class RateLimitHeaderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("\"burst\";r=0;t=2", "burst r=0 t=2")]
    [InlineData("\"hourly\";r=999;t=0, \"burst\";r=4;t=0", "hourly r=999 t=0|burst r=4 t=0")]
    [InlineData("\"hourly\";r=999;t=0,\"burst\";r=4;t=0", "hourly r=999 t=0|burst r=4 t=0")]
    [InlineData("  \"a\" ; r=1 ; t=3  ,  \"b\";r=2", "a r=1 t=3|b r=2")]
    [InlineData("\"a\";R=1;T=3", "a R=1 T=3")]
    [InlineData("\"a\";r=1;t=2.5", "a r=1 t=2.5")]
    [InlineData("\"x;t=99,y\";r=0;t=4", "x;t=99,y r=0 t=4")]
    [InlineData("\"quote\\\"d\\\\\";r=1", "quote\"d\\ r=1")]
    [InlineData("burst;r=0;t=2", "burst r=0 t=2")]
    [InlineData("\"a\";r=-1;t=5", "a r=-1 t=5")]
    [InlineData("\"a\";pk=:Y2xpZW50:;r=1", "a pk=Y2xpZW50 r=1")]
    [InlineData("\"a\";flag;r=1", "a flag=?1 r=1")]
    [InlineData("\"a\";flag=?0;r=1", "a flag=?0 r=1")]
    [InlineData("\"a\";at=@1659578233;r=1", "a at=1659578233 r=1")]
    [InlineData("\"a\";name=%\"gr%c3%bcn\";r=1", "a name=grün r=1")]
    [InlineData("\"a\";r=1;r=2", "a r=2")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("\"unclosed;r=0", "")]
    [InlineData("\"bad\";r=, \"good\";r=2", "good r=2")]
    [InlineData("\"bad\" \"bad\", \"good\";r=2", "good r=2")]
    [InlineData(",, \"good\";r=2,", "good r=2")]
    [InlineData("(\"a\" \"b\");r=1, \"good\";r=2", "good r=2")]
    [InlineData("\"a\";r=99999999999999999999999999999999999, \"b\";r=1", "b r=1")]
    [InlineData("limit=5, remaining=0", "")]
    [Trait("Defect", "D26")]
    public void Every_member_that_can_be_read_is_read(string header, string expected)
    {
        var items = StructuredFieldParser.ParseList(header);

        string.Join('|', items.Select(item => string.Join(
            ' ', item.Parameters.Select(pair => $"{pair.Key}={pair.Value.Text}").Prepend(item.Value.Text))))
            .Should().Be(expected);
    }

    [Fact]
    public void Random_text_never_breaks_the_parser()
    {
        var seed = TestSeed.Take(output);
        var random = new Random(seed);
        const string Characters = "\"\\;=,.:@%?*()rtqw019aZ -\t";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Characters[random.Next(Characters.Length)]));

            var parse = () => StructuredFieldParser.ParseList(text);

            parse.Should().NotThrow($"'{text}' of seed {seed}");
        }
    }

    [Fact]
    public void State_and_policy_are_joined_by_name_in_the_order_of_the_server()
    {
        var state = Read(
            ("RateLimit", "\"hourly\";r=999;t=0, \"burst\";r=0;t=2"),
            ("RateLimit-Policy", "\"hourly\";q=1000;w=3704, \"burst\";q=5;w=10, \"other\";q=1"))!;

        state.Policies.Select(policy => policy.Name).Should().Equal("hourly", "burst", "other");
        state.Policies[0].Should().BeEquivalentTo(
            new { Quota = 1000L, Window = TimeSpan.FromSeconds(3704), Remaining = 999L, ResetAfter = TimeSpan.Zero, IsExhausted = false });
        state.Policies[1].Should().BeEquivalentTo(new
        {
            Quota = 5L,
            Window = TimeSpan.FromSeconds(10),
            Remaining = 0L,
            ResetAfter = TimeSpan.FromSeconds(2),
            IsExhausted = true
        });
        state.Policies[2].Remaining.Should().BeNull();
        state.Remaining.Should().Be(0);
        state.ResetAfter.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_header_in_several_lines_counts_as_one()
        => Read(("RateLimit", "\"a\";r=1;t=0"), ("RateLimit", "\"b\";r=0;t=9"))!.ResetAfter.Should().Be(TimeSpan.FromSeconds(9));

    [Fact]
    public void Without_the_headers_there_is_no_state() => Read(("X-Other", "1")).Should().BeNull();

    [Fact]
    public void Unreadable_headers_give_no_state() => Read(("RateLimit", "=;=")).Should().BeNull();

    [Fact]
    [Trait("Defect", "D19")]
    public async Task A_successful_answer_tells_its_status_headers_request_id_and_limits()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(
            HttpStatusCode.OK, "{}", "application/json", ("X-Request-Id", "req_1"), ("RateLimit", "\"burst\";r=4;t=0"),
            ("Cache-Control", "no-cache")));
        using var connection = TestConnection.Over(handler);
        var seen = new List<ResponseInfo>();

        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), new RequestOptions { OnResponse = seen.Add }, default);

        var info = seen.Should().ContainSingle().Subject;
        info.StatusCode.Should().Be(HttpStatusCode.OK);
        info.RequestId.Should().Be("req_1");
        info.Attempts.Should().Be(1);
        info.Headers["cache-control"].Should().Be("no-cache");
        info.Headers["content-type"].Should().StartWith("application/json");
        info.RateLimit!.Remaining.Should().Be(4);
    }

    [Fact]
    public async Task The_final_answer_is_told_once_whatever_went_before_and_on_failure_too()
    {
        var handler = StubHandler.Script(
            () => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"),
            () => StubHandler.Json(HttpStatusCode.NotFound, """{"request_id":"req_body"}"""));
        using var connection = TestConnection.Over(handler);
        var seen = new List<ResponseInfo>();

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), new RequestOptions { OnResponse = seen.Add }, default);

        await call.Should().ThrowAsync<NotFoundException>();
        seen.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.NotFound, RequestId = "req_body", Attempts = 2 });
    }

    private static RateLimitState? Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitReader.Read(response.Headers);
    }
}
