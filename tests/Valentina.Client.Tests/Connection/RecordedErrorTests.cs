using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Connection;
using Valentina.Connection.Profiles;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Every failure recorded with the real servers becomes the right exception, with all that the server said.</summary>
public sealed class RecordedErrorTests
{
    [Fact]
    public async Task Every_recorded_failure_of_Valentina_Noir_becomes_the_right_exception()
    {
        var count = 0;
        foreach (var exchange in Transcripts.Failures("valentina"))
        {
            var failure = await FailAsync(exchange, ValentinaProfile.Instance);

            failure.Should().BeOfType(Expected(exchange.Status), exchange.ToString());
            failure.Service.Should().Be(ServiceNames.ValentinaNoir);
            failure.Detail.Should().Be(exchange.Text("detail"), exchange.ToString());
            failure.Code.Should().Be(exchange.Text("code"), exchange.ToString());
            failure.Instance.Should().Be(exchange.Text("instance"), exchange.ToString());
            failure.RequestId.Should().Be(exchange.Text("request_id") ?? exchange.Header("x-request-id"), exchange.ToString());
            failure.RawBody.Should().Be(exchange.BodyText.Length == 0 ? null : exchange.BodyText, exchange.ToString());
            CheckMessage(failure, exchange);
            CheckFields(failure, exchange);
            count++;
        }

        count.Should().BeGreaterThan(200);
    }

    [Fact]
    public async Task Every_recorded_failure_of_Claude_Code_becomes_the_right_exception()
    {
        var count = 0;
        foreach (var exchange in Transcripts.Failures("claude"))
        {
            var failure = await FailAsync(exchange, ClaudeCodeProfile.Instance);

            var isBudget = exchange.Text("detail")?.StartsWith("Budget exceeded", StringComparison.Ordinal) == true;
            var expected = exchange.Status == 504 ? typeof(RequestTimeoutException) : Expected(exchange.Status);
            failure.Should().BeOfType(isBudget ? typeof(BudgetExceededException) : expected, exchange.ToString());
            failure.Service.Should().Be(ServiceNames.ClaudeCode);
            failure.Code.Should().Be(exchange.Header("x-error-category"), exchange.ToString());
            failure.RequestId.Should().Be(exchange.Header("x-request-id"), exchange.ToString());
            failure.Details.UpstreamStatus.Should().Be(
                exchange.Header("x-upstream-status") is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null,
                exchange.ToString());
            CheckMessage(failure, exchange);
            if (exchange.Body?["detail"] is JsonArray list)
            {
                failure.Details.InvalidParameters.Select(field => field.Message)
                    .Should().Equal(list.Select(entry => (string?)entry!["msg"]), exchange.ToString());
                failure.Details.InvalidParameters
                    .Should().OnlyContain(field => field.Field == null || !field.Field.StartsWith("body"), exchange.ToString());
            }

            count++;
        }

        count.Should().BeGreaterThan(50);
    }

    [Fact]
    public async Task The_recorded_429_tells_wait_and_remaining()
    {
        var exchange = Transcripts.Failures("valentina").First(candidate => candidate.Status == 429);

        var failure = (RateLimitedException)await FailAsync(exchange, ValentinaProfile.Instance);

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
        failure.Remaining.Should().Be(0);
        failure.RateLimit!.Policies.Should().ContainSingle().Which.Name.Should().Be("burst");
    }

    private static void CheckMessage(ValentinaException failure, RecordedExchange exchange)
    {
        failure.Message.Should().Contain(exchange.Status.ToString(CultureInfo.InvariantCulture), exchange.ToString());
        var words = failure.Details.Advice is { } advice ? failure.Message.Replace(advice, "", StringComparison.Ordinal) : failure.Message;
        words.Should().NotContainAny("\n", "\r", "http://");
        if (exchange.Text("detail") is { } detail && detail != failure.Title)
        {
            var shown = detail.Trim().Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");
            failure.Message.Should().Contain(shown[..Math.Min(shown.Length, 900)], exchange.ToString());
        }

        if (failure.RequestId is { } id)
        {
            failure.Message.Should().Contain(id, exchange.ToString());
        }
    }

    private static void CheckFields(ValentinaException failure, RecordedExchange exchange)
    {
        var expected = exchange.Body?["invalid_parameters"] as JsonArray ?? [];
        failure.Details.InvalidParameters.Select(field => (field.Field, field.Message))
            .Should().Equal(expected.Select(entry => ((string?)entry!["field"], (string?)entry["message"])), exchange.ToString());
        foreach (var field in failure.Details.InvalidParameters)
        {
            failure.Message.Should().Contain(field.Field, exchange.ToString());
        }
    }

    private static Type Expected(int status) => status switch
    {
        400 => typeof(BadRequestException),
        401 => typeof(InvalidApiKeyException),
        403 => typeof(PermissionDeniedException),
        404 => typeof(NotFoundException),
        409 => typeof(ConflictException),
        422 => typeof(UnprocessableException),
        429 => typeof(RateLimitedException),
        >= 500 => typeof(ServerErrorException),
        _ => typeof(ApiException),
    };

    private static async Task<ValentinaException> FailAsync(RecordedExchange exchange, ServiceProfile profile)
    {
        using var connection = new ApiConnection(
            Settings(profile), Transport.Of(StubHandler.Always(exchange.Answer)), time: new AutoTimeProvider());
        var operation = new ApiOperation(exchange.OperationId, new HttpMethod(exchange.Method), "/recorded");
        var call = () => connection.SendAsync<Thing>(
            new ApiRequest(operation).Literal("/recorded"), new RequestOptions { MaxRetries = 0 }, default);
        return (await call.Should().ThrowAsync<ValentinaException>(exchange.ToString())).Which;
    }

    private static ConnectionSettings Settings(ServiceProfile profile) => profile.Settings();
}
