using Polly;
using Polly.Retry;

namespace Valentina.Connection.Retries;

/// <summary>
/// The repetition of attempts, built once for a connection. Polly runs it; the rules are <see cref="RetryRules"/>. The wait is ours,
/// because Polly's synchronous wait by a time provider blocks on a task.
/// </summary>
internal static class RetryPipeline
{
    public static ResiliencePipeline<RequestContext> Create(ConnectionCore core)
        => new ResiliencePipelineBuilder<RequestContext> { TimeProvider = core.Time }
            .AddRetry(new RetryStrategyOptions<RequestContext>
            {
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.Zero,
                ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Result is { } call && core.DecideAboutRepeating(call)),
                DelayGenerator = static _ => new ValueTask<TimeSpan?>(TimeSpan.Zero),
                OnRetry = arguments => WaitAsync(core, arguments.Outcome.Result!),
            })
            .Build();

    private static ValueTask WaitAsync(ConnectionCore core, RequestContext call)
    {
        core.BeforeRepeating(call);
        if (call.IsSynchronous)
        {
            Waiter.Wait(call.Decision.Wait, core.Time, call.Token, core.Disposal);
            return default;
        }

        return new ValueTask(Waiter.WaitAsync(call.Decision.Wait, core.Time, call.Token, core.Disposal));
    }
}
