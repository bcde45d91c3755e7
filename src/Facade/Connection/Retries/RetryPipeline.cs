using Polly;
using Polly.Retry;

namespace Valentina.Connection.Retries;

/// <summary>The repetition of attempts, built once for a connection.</summary>
/// <remarks>
/// Polly runs the loop, one for the asynchronous and the synchronous path, and looks at the caller's token before each attempt.
/// It decides nothing: the rules are <see cref="RetryRules"/>, which need the whole call, so its count is endless and its delay zero.
/// It does not wait either: its synchronous wait by a time provider blocks on a task, so the wait is ours, in <c>OnRetry</c>.
/// </remarks>
internal static class RetryPipeline
{
    public static ResiliencePipeline<RequestContext> Create(ConnectionCore core)
        => new ResiliencePipelineBuilder<RequestContext> { TimeProvider = core.Time }
            .AddRetry(new RetryStrategyOptions<RequestContext>
            {
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.Zero,
                ShouldHandle = arguments => new ValueTask<bool>(
                    arguments.Outcome.Result is { } context && core.DecideAboutRepeating(context)),
                DelayGenerator = static _ => new ValueTask<TimeSpan?>(TimeSpan.Zero),
                OnRetry = arguments => WaitAsync(core, arguments.Outcome.Result!),
            })
            .Build();

    private static ValueTask WaitAsync(ConnectionCore core, RequestContext context)
    {
        core.BeforeRepeating(context);
        var wait = context.WaitsAtGate ? TimeSpan.Zero : context.Decision.Wait;
        if (context.IsSynchronous)
        {
            Waiter.Wait(wait, core.Time, context.Token, core.Disposal);
            return default;
        }

        return new ValueTask(Waiter.WaitAsync(wait, core.Time, context.Token, core.Disposal));
    }
}
