using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Valentina.Tests.Shared.Limits;

/// <summary>Runs work on a thread of its own and stops waiting for it when its time is over.</summary>
internal static class Bound
{
    /// <summary>How long work that was interrupted may take to unwind before it is left behind.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>The limit of a test: that of its method, of its class, or the default.</summary>
    public static TimeSpan Of(params MemberInfo?[] places)
        => places.Select(place => place?.GetCustomAttribute<TestLimitAttribute>(inherit: true)?.Limit)
            .FirstOrDefault(limit => limit is not null) ?? TestLimitAttribute.Default;

    /// <summary>
    /// Runs what may hang. The part before its first incomplete await has a background thread to itself, so that a blocked one neither
    /// keeps the others waiting nor the process from ending; what comes after it runs wherever it would have run without a limit.
    /// </summary>
    /// <param name="what">What it is, to begin a sentence.</param>
    /// <param name="limit">The time it has.</param>
    /// <param name="work">The work.</param>
    /// <param name="failure">What the work itself reported as wrong, asked for only once it has ended.</param>
    /// <returns>Nothing when it ended in time, otherwise the failure to report.</returns>
    public static async Task<TestLimitException?> RunAsync(string what, TimeSpan limit, Func<Task> work, Func<Exception?>? failure = null)
    {
        var context = SynchronizationContext.Current;
        var started = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                started.TrySetResult(work());
            }
            catch (Exception ex)
            {
                started.TrySetException(ex);
            }
        })
        { IsBackground = true, Name = what };
        var ended = started.Task.Unwrap();
        var late = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        thread.Start();
        using (Debugger.IsAttached ? null : Watchdog.In(limit, Alarm))
        {
            await Task.WhenAny(ended, late.Task);
        }

        if (!late.Task.IsCompleted)
        {
            await ended;
            return null;
        }

        var message = string.Create(CultureInfo.InvariantCulture, $"{what} did not end within {limit.TotalSeconds:0.###} s. ");
        if (await late.Task)
        {
            return new TestLimitException(message + AsyncTrace.Of(await started.Task), null);
        }

        await Task.WhenAny(ended, Task.Delay(Grace));
        if (!ended.IsCompleted)
        {
            return new TestLimitException(
                message + "Its thread cannot be interrupted (it computes, or waits in the operating system) and was left behind.", null);
        }

        var seen = failure?.Invoke() ?? ended.Exception?.InnerException;
        return new TestLimitException(
            message + (seen is null
                ? "It was still at work, and ended a moment later."
                : "Its thread was interrupted where the inner exception says."), seen);

        // A blocked thread cannot be looked at, but an interrupted wait throws where it stands and so tells its place.
        void Alarm()
        {
            var isAwaiting = started.Task.IsCompleted;
            late.TrySetResult(isAwaiting);
            if (!isAwaiting)
            {
                thread.Interrupt();
            }
        }
    }
}
