using Polly;
using Polly.Retry;

namespace Valentina.Connection.Retries;

/// <summary>The repetition of attempts after the first one, built once for a connection that needs it.</summary>
/// <remarks>
/// Polly runs the loop, one for the asynchronous and the synchronous path, and looks at the caller's token before each attempt.
/// It decides nothing: the rules are <see cref="RetryRules"/>, which need the whole call, so its count is endless and its delay zero.
/// It does not wait either: its synchronous wait by a time provider blocks on a task, so the wait is ours, in <c>OnRetry</c>.
/// The first attempt goes without it: nearly every call has no other, and a program's first one need not wait until the loop is there.
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
                OnRetry = arguments => PassAsync(core, arguments.Outcome.Result!),
            })
            .Build();

    /// <summary>Notes what the failed attempt leaves behind, and waits as long as was decided.</summary>
    public static Task WaitAsync(ConnectionCore core, RequestContext context)
    {
        core.BeforeRepeating(context);
        return Waiter.WaitAsync(WaitOf(context), core.Time, context.Token, core.Disposal);
    }

    /// <inheritdoc cref="WaitAsync"/>
    public static void Wait(ConnectionCore core, RequestContext context)
    {
        core.BeforeRepeating(context);
        Waiter.Wait(WaitOf(context), core.Time, context.Token, core.Disposal);
    }

    private static ValueTask PassAsync(ConnectionCore core, RequestContext context)
    {
        if (context.IsSynchronous)
        {
            Wait(core, context);
            return default;
        }

        return new ValueTask(WaitAsync(core, context));
    }

    private static TimeSpan WaitOf(RequestContext context) => context.WaitsAtGate ? TimeSpan.Zero : context.Decision.Wait;
}
