using System.Net;
using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>How long calls are waited for.</summary>
public sealed class TimeLimitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_total_timeout_that_was_set_holds_for_a_call_with_a_time_of_its_own(bool sync)
    {
        var time = new FakeTimeProvider();
        using var handler = new StubHandler((_, _, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(3));
            throw new TaskCanceledException("hung");
        });
        using var client = Client(handler, time, options => options.TotalTimeout = TimeSpan.FromSeconds(3));

        var call = async () => _ = sync ? client.Complete("hello") : await client.CompleteAsync("hello");

        var failure = (await call.Should().ThrowAsync<RequestTimeoutException>()).Which;
        failure.IsTotal.Should().BeTrue();
        failure.Timeout.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(8, true)]
    [InlineData(10_000, false)]
    [InlineData(10_000, true)]
    public async Task A_batch_of_any_size_is_sent(int prompts, bool sync)
    {
        using var handler = StubHandler.Always(() => StubHandler.Json(
            HttpStatusCode.OK, """{"results":[],"total":0,"completed":0,"failed":0}"""));
        using var client = Client(handler, TimeProvider.System);
        var texts = Enumerable.Range(0, prompts).Select(index => $"prompt {index}").ToList();

        var batch = sync ? client.Batch(texts) : await client.BatchAsync(texts);

        batch.Should().NotBeNull();
        handler.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Many_completions_are_cancelled_by_the_caller_s_own_token()
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new StubHandler((_, _, token) =>
        {
            cancellation.Cancel();
            token.ThrowIfCancellationRequested();
            return StubHandler.Json(HttpStatusCode.OK, "{}");
        });
        using var client = Client(handler, TimeProvider.System);

        var call = async () =>
        {
            await foreach (var _ in client.CompleteManyAsync(["one", "two"], null, null, cancellation.Token))
            {
            }
        };

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
    }

    private static ClaudeCodeClient Client(HttpMessageHandler handler, TimeProvider time, Action<ClaudeCodeOptions>? configure = null)
    {
        var options = new ClaudeCodeOptions { BaseUrl = "http://claude.test", ApiKey = "a-key-of-the-tests", MaxRetries = 0 };
        configure?.Invoke(options);
        return new ClaudeCodeClient(options, handler, null, time);
    }
}
