using System.Net;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using Valentina.ClaudeCode.Streaming;
using Valentina.Connection;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;
using Valentina.Connection.Secrets;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What an error means is said in one place, by the service's profile: here as a table for each service.</summary>
public sealed class ErrorKindTests
{
    [Theory]
    [InlineData(101, nameof(ErrorKind.ProtocolChange))]
    [InlineData(200, nameof(ErrorKind.Other))]
    [InlineData(300, nameof(ErrorKind.Redirect))]
    [InlineData(399, nameof(ErrorKind.Redirect))]
    [InlineData(400, nameof(ErrorKind.BadRequest))]
    [InlineData(401, nameof(ErrorKind.InvalidApiKey))]
    [InlineData(402, nameof(ErrorKind.Other))]
    [InlineData(403, nameof(ErrorKind.PermissionDenied))]
    [InlineData(404, nameof(ErrorKind.NotFound))]
    [InlineData(405, nameof(ErrorKind.Other))]
    [InlineData(409, nameof(ErrorKind.Conflict))]
    [InlineData(413, nameof(ErrorKind.Other))]
    [InlineData(422, nameof(ErrorKind.Unprocessable))]
    [InlineData(429, nameof(ErrorKind.RateLimited))]
    [InlineData(499, nameof(ErrorKind.Other))]
    [InlineData(500, nameof(ErrorKind.ServerError))]
    [InlineData(599, nameof(ErrorKind.ServerError))]
    [InlineData(600, nameof(ErrorKind.Other))]
    public void Valentina_Noir_means_what_its_status_says_whatever_the_words(int status, string expected)
    {
        foreach (var detail in new[] { null, "Budget exceeded for project x", "Not authenticated" })
        {
            ValentinaProfile.Instance.Classify(Facts(status, null, detail)).ToString().Should().Be(expected);
        }
    }

    [Theory]
    [InlineData("createCharacter", 400, true)]
    [InlineData("createCharacter", 409, true)]
    [InlineData("createCharacter", 404, false)]
    [InlineData("updateCharacter", 400, false)]
    public void A_character_that_was_refused_may_have_been_kept(string operation, int status, bool isSaid)
        => (ValentinaProfile.Instance.Advise(Facts(status, null, null) with { Operation = operation }) ?? "")
            .Contains("may have kept the character", StringComparison.Ordinal).Should().Be(isSaid);

    [Theory]
    [InlineData(101, null, null, nameof(ErrorKind.ProtocolChange))]
    [InlineData(302, null, null, nameof(ErrorKind.Redirect))]
    [InlineData(400, "bad_request", "no", nameof(ErrorKind.BadRequest))]
    [InlineData(401, null, "Invalid or revoked API key", nameof(ErrorKind.InvalidApiKey))]
    [InlineData(403, null, "Not authenticated", nameof(ErrorKind.InvalidApiKey))]
    [InlineData(403, null, "not authenticated", nameof(ErrorKind.PermissionDenied))]
    [InlineData(403, null, "Permission denied: tool", nameof(ErrorKind.PermissionDenied))]
    [InlineData(403, null, "Budget exceeded for project x", nameof(ErrorKind.BudgetExceeded))]
    [InlineData(403, "auth_error", "Budget exceeded for project x", nameof(ErrorKind.PermissionDenied))]
    [InlineData(404, null, "no", nameof(ErrorKind.NotFound))]
    [InlineData(409, null, "no", nameof(ErrorKind.Conflict))]
    [InlineData(422, null, "no", nameof(ErrorKind.Unprocessable))]
    [InlineData(429, null, null, nameof(ErrorKind.RateLimited))]
    [InlineData(429, null, "Rate limit exceeded. Please try again later.", nameof(ErrorKind.RateLimited))]
    [InlineData(429, null, "The BUDGET of project x was exceeded", nameof(ErrorKind.BudgetExceeded))]
    [InlineData(429, "rate_limited", "Budget exceeded for project x", nameof(ErrorKind.RateLimited))]
    [InlineData(400, null, "Budget exceeded for project x", nameof(ErrorKind.BadRequest))]
    [InlineData(500, null, "Budget exceeded for project x", nameof(ErrorKind.ServerError))]
    [InlineData(500, null, "Task execution failed: Insufficient budget", nameof(ErrorKind.BudgetExceeded))]
    [InlineData(500, null, "Task execution failed: object of type 'NoneType' has no len()", nameof(ErrorKind.ServerError))]
    [InlineData(403, null, "Insufficient budget", nameof(ErrorKind.BudgetExceeded))]
    [InlineData(403, null, "Invalid authentication credentials", nameof(ErrorKind.InvalidApiKey))]
    [InlineData(504, "timeout", "boom", nameof(ErrorKind.ProviderTimeout))]
    [InlineData(504, null, "Task timed out after 1.5 seconds", nameof(ErrorKind.ProviderTimeout))]
    [InlineData(413, null, null, nameof(ErrorKind.Other))]
    public void Claude_Code_over_HTTP(int status, string? code, string? detail, string expected)
        => ClaudeCodeProfile.Instance.Classify(Facts(status, code, detail)).ToString().Should().Be(expected);

    [Theory]
    [InlineData("Invalid JSON format", nameof(ErrorKind.BadRequest))]
    [InlineData("Unknown message type: None", nameof(ErrorKind.BadRequest))]
    [InlineData("No messages provided", nameof(ErrorKind.BadRequest))]
    [InlineData("Invalid model: gpt", nameof(ErrorKind.BadRequest))]
    [InlineData("api_key required for agentic tasks", nameof(ErrorKind.InvalidApiKey))]
    [InlineData("Permission denied: tool", nameof(ErrorKind.PermissionDenied))]
    [InlineData("budget exceeded for project x", nameof(ErrorKind.BudgetExceeded))]
    [InlineData("Insufficient budget", nameof(ErrorKind.BudgetExceeded))]
    [InlineData("Task execution error: Insufficient budget", nameof(ErrorKind.BudgetExceeded))]
    [InlineData("Streaming error: Budget exceeded", nameof(ErrorKind.ServerError))]
    [InlineData("Task execution error: boom", nameof(ErrorKind.ServerError))]
    [InlineData("Server error: 'str' object has no attribute 'get'", nameof(ErrorKind.ServerError))]
    [InlineData("", nameof(ErrorKind.ServerError))]
    [InlineData(null, nameof(ErrorKind.ServerError))]
    public void Claude_Code_over_the_socket(string? text, string expected)
        => ClaudeCodeProfile.Instance.Classify(Facts(null, null, text)).ToString().Should().Be(expected);

    [Theory]
    [InlineData("failed", "boom", nameof(ErrorKind.ServerError))]
    [InlineData("failed", null, nameof(ErrorKind.ServerError))]
    [InlineData("failed", "Permission denied: tool", nameof(ErrorKind.ServerError))]
    [InlineData("failed", "Budget exceeded for project x", nameof(ErrorKind.BudgetExceeded))]
    [InlineData(null, "Budget exceeded for project x", nameof(ErrorKind.BudgetExceeded))]
    [InlineData("failed", "Insufficient budget", nameof(ErrorKind.BudgetExceeded))]
    [InlineData("timeout", "Too slow", nameof(ErrorKind.TaskTimeout))]
    [InlineData("cost_exceeded", null, nameof(ErrorKind.BudgetExceeded))]
    [InlineData("something_new", null, nameof(ErrorKind.ServerError))]
    public void Claude_Code_in_a_task_that_failed(string? status, string? error, string expected)
        => ClaudeCodeProfile.Instance.Classify(Facts(200, status, error)).ToString().Should().Be(expected);

    [Fact]
    public void The_limit_asked_for_is_the_one_in_the_body()
    {
        var profile = ClaudeCodeProfile.Instance;

        profile.LimitOf(new ChatCompletionRequest { Messages = [], Timeout = 1.5 }).Should().Be(TimeSpan.FromSeconds(1.5));
        profile.LimitOf(new BatchRequest { Prompts = [], Timeout = 20 }).Should().Be(TimeSpan.FromSeconds(20));
        profile.LimitOf(new AgenticTaskRequest { Description = "x", Timeout = 60 }).Should().Be(TimeSpan.FromMinutes(1));
        profile.LimitOf(new AgenticTaskRequest { Description = "x" })
            .Should().Be(TimeSpan.FromSeconds(300), "which the service takes then");
        profile.LimitOf(null).Should().BeNull();
        ValentinaProfile.Instance.LimitOf(new ChatCompletionRequest { Messages = [], Timeout = 1.5 }).Should().BeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_is_judged_by_all_that_is_known_about_the_last_attempt(bool sync)
    {
        var time = new AutoTimeProvider();
        var profile = new Recording();
        var handler = StubHandler.Always(() =>
        {
            time.Advance(TimeSpan.FromSeconds(7));
            return StubHandler.Json(HttpStatusCode.ServiceUnavailable, """{"detail":"boom","code":"X"}""");
        });
        using var connection = new ApiConnection(
            profile.Settings(static options => options.MaxRetries = 1), Transport.Of(handler), time: time);

        await FluentActions.Awaiting(() => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get)))
            .Should().ThrowAsync<NotFoundException>("the profile says so");

        profile.Facts.Should().HaveCount(2);
        profile.Facts[1].Should().BeEquivalentTo(new
        {
            Operation = "getThing",
            Status = 503,
            Error = new { Detail = "boom", Code = "X" },
            Elapsed = TimeSpan.FromSeconds(7),
            Limit = TimeSpan.FromSeconds(3),
        });
    }

    [Fact]
    public void An_error_over_the_socket_and_a_task_that_failed_are_judged_by_the_same()
    {
        var profile = new Recording();
        var failures = new FailureFactory(profile, new SecretRedactor());
        var reader = new StreamEventReader(failures);
        var task = new AgenticTaskResult
        {
            Status = AgenticTaskStatus.Failed,
            Result = { Error = "boom" },
            Origin = new TaskOrigin(failures, ClaudeCodeOperations.ExecuteTask, null, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5)),
        };

        reader.Invoking(static one => one.Read(
                """{"type":"error","error":"boom"}"""u8.ToArray(), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9)))
            .Should().Throw<NotFoundException>();
        task.Invoking(static one => one.EnsureCompleted()).Should().Throw<NotFoundException>();

        profile.Facts.Should().BeEquivalentTo(
            [
                new { Operation = "stream", Status = (int?)null, Elapsed = TimeSpan.FromSeconds(8), Limit = TimeSpan.FromSeconds(9) },
                new
                {
                    Operation = "execute_agentic_task_v1_task_post",
                    Status = (int?)200,
                    Elapsed = TimeSpan.FromSeconds(4),
                    Limit = TimeSpan.FromSeconds(5)
                },
            ],
            static options => options.WithStrictOrdering());
        profile.Facts.Should().OnlyContain(static facts => facts.Error.Detail == "boom");
    }

    private static FailureFacts Facts(int? status, string? code, string? detail)
        => new() { Operation = "op", Status = status, Error = new ErrorContent { Code = code, Detail = detail } };

    /// <summary>A service for which everything is missing, and which remembers what it was asked.</summary>
    private sealed class Recording : ServiceProfile
    {
        public List<FailureFacts> Facts { get; } = [];

        public override string Name => "Recording";

        public override string ClientName => "RecordingClient";

        public override string LogCategory => "Recording";

        public override string AuthenticationHeader => "X-API-KEY";

        protected override string PathPrefix => "/recording";

        public override string FormatKey(string apiKey) => apiKey;

        public override ErrorContent ReadError(
            System.Net.Http.Headers.HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body)
            => ValentinaProfile.Instance.ReadError(headers, mediaType, body);

        public override ErrorKind Classify(in FailureFacts facts)
        {
            Facts.Add(facts);
            return ErrorKind.NotFound;
        }

        public override TimeSpan? LimitOf(object? body) => TimeSpan.FromSeconds(3);
    }
}
