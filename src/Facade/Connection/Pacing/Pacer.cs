using Valentina.Connection.RateLimits;
using Valentina.Connection.Responses;
using Valentina.Connection.Retries;

namespace Valentina.Connection.Pacing;

/// <summary>Leads the attempts of a connection through its gate, and tells the gate what came of them.</summary>
internal sealed class Pacer(ConnectionCore core, GateSource gates)
{
    private const double SecondsPerDay = 86_400;

    /// <summary>How long a synchronous caller waits for the answer to somebody else's call before it looks again.</summary>
    private static readonly TimeSpan NextAnswer = TimeSpan.FromMilliseconds(50);

    /// <summary>The gate that calls go through now; null where nothing is paced.</summary>
    public PacingGate? Gate => gates.Current;

    /// <summary>Waits for the attempt's turn.</summary>
    /// <returns>Whether the attempt may be made; otherwise the context says why not.</returns>
    public async ValueTask<bool> PassAsync(RequestContext context)
    {
        context.GateEnteredAt = core.Time.GetTimestamp();
        while (true)
        {
            if (Enter(context) is { Verdict: null } turn)
            {
                await WaitAsync(context, turn).ConfigureAwait(false);
            }

            if (!MayGo(context))
            {
                return false;
            }

            if (SharedLimits(context) is not { } limits)
            {
                return true;
            }

            var wait = await context.Gate!.Store!.TakeAsync(gates.Scope, limits, context.Token).ConfigureAwait(false);
            if (wait <= TimeSpan.Zero || context.Token.IsCancellationRequested)
            {
                return true;
            }

            context.Gate.Defer(context.Turn!, wait);
        }
    }

    /// <summary>The same on the caller's thread, which needs no other.</summary>
    public bool Pass(RequestContext context)
    {
        context.GateEnteredAt = core.Time.GetTimestamp();
        while (true)
        {
            if (Enter(context) is { Verdict: null } turn)
            {
                Wait(context, turn);
            }

            if (!MayGo(context))
            {
                return false;
            }

            if (SharedLimits(context) is not { } limits)
            {
                return true;
            }

            var wait = context.Gate!.Store!.Take(gates.Scope, limits);
            if (wait <= TimeSpan.Zero)
            {
                return true;
            }

            context.Gate.Defer(context.Turn!, wait);
        }
    }

    /// <summary>The attempt is not made after all, and takes no token.</summary>
    public static void GiveBack(RequestContext context)
    {
        if (context.Turn is { } turn)
        {
            context.Gate!.Withdraw(turn);
            context.Turn = null;
        }
    }

    /// <summary>Tells the gate how the attempt ended.</summary>
    public void Leave(RequestContext context)
    {
        if ((context.Gate ?? Gate) is not { } gate)
        {
            return;
        }

        var turn = context.Turn;
        context.WaitsAtGate = false;
        if (context.Outcome != AttemptOutcome.Answered || context.Response is not { } response)
        {
            if (turn is not null)
            {
                gate.Leave(turn);
            }

            return;
        }

        // What the gate keeps can be looked at: a server that echoes the key in a limit's name must not get it there.
        var limits = core.Secrets.Redact(
            context.ErrorResponse is { } error ? error.RateLimit : RateLimitReader.Read(response.Headers));
        if (context.ErrorResponse is { } tooMuch && core.Settings.Profile.AsksToWait(context.Status, tooMuch))
        {
            var wait = WaitOf(context, tooMuch);
            gate.Refused(
                turn,
                context.Operation,
                limits,
                wait,
                core.Settings.Profile.LimitPeriod(tooMuch.Error));
            context.WaitsAtGate = true;
            if (gate.Store is { } store && limits is not null)
            {
                store.Close(gates.Scope, [.. limits.Policies.Where(policy => policy.IsExhausted)], wait);
            }
        }
        else if (limits is not null || (turn is not null && response.IsSuccessStatusCode))
        {
            gate.Answered(turn, context.Operation, limits);
        }
        else if (turn is not null)
        {
            gate.Leave(turn);
        }
    }

    private async ValueTask WaitAsync(RequestContext context, GateTurn turn)
    {
        var state = (context.Gate!, turn);
        using (context.Token.UnsafeRegister(Withdraw, state))
        using (core.Disposal.UnsafeRegister(Withdraw, state))
        {
            await turn.Asynchronous!.Task.ConfigureAwait(false);
        }

        EndWait(context);
    }

    private void Wait(RequestContext context, GateTurn turn)
    {
        var gate = context.Gate!;
        WaitHandle[] handles = [turn.Synchronous!, context.Token.WaitHandle, core.Disposal.WaitHandle];
        while (turn.Verdict is null)
        {
            if (WaitHandle.WaitAny(handles, NextLook(gate, turn)) is 1 or 2)
            {
                gate.Withdraw(turn);
                break;
            }

            gate.Pump();
        }

        turn.Synchronous!.Dispose();
        EndWait(context);
    }

    /// <summary>The limits that other processes take from too; null where there are none, or they are not known yet.</summary>
    private static IReadOnlyList<RateLimitPolicy>? SharedLimits(RequestContext context)
        => context.Gate is { Store: not null } gate && context.Turn is { Verdict: GateVerdict.Passed, Lane: { Buckets.Length: > 0 } lane }
            ? gate.Describe(lane).Policies
            : null;

    /// <summary>
    /// Headers tell whole seconds, rounded up; where that makes a difference, the body tells the same wait with the parts of a second.
    /// </summary>
    private TimeSpan WaitOf(RequestContext context, ErrorResponse error)
    {
        var told = error.RetryAfter is { Ticks: > 0 } hint ? hint : RetryRules.Backoff(context.Attempts, core.Settings, 0.5);
        var exact = error.Error.RetryAfter ?? told;
        return exact > TimeSpan.Zero && told - exact is { TotalSeconds: > 0.25 and < 1 } ? exact : told;
    }

    private static void Withdraw(object? state)
    {
        var (gate, turn) = ((PacingGate, GateTurn))state!;
        gate.Withdraw(turn);
    }

    private static bool IsBackground(RequestContext context) => context.Options is { Priority: RequestPriority.Background };

    /// <summary>Takes the place; null where no gate is in the way.</summary>
    private GateTurn? Enter(RequestContext context)
    {
        var gate = Gate;
        context.Gate = gate;
        context.WaitedAtGate = TimeSpan.Zero;
        if (gate is null || gate.IsOpen)
        {
            context.Turn = null;
            return null;
        }

        var turn = gate.Join(context.Operation, IsBackground(context), context.Turn);
        context.Turn = turn;
        gate.Enter(turn, Limit(context).TotalSeconds, context.IsSynchronous);
        if (turn.Verdict is null)
        {
            core.WaitingAtGate(context, gate.QueueLength);
        }

        return turn;
    }

    /// <summary>How long the call may wait: as long as the options say, and not beyond its own end.</summary>
    private TimeSpan Limit(RequestContext context)
    {
        var limit = core.Settings.MaxGateWait - core.Time.GetElapsedTime(context.GateEnteredAt);
        if (context.TotalTimeout == Timeout.InfiniteTimeSpan)
        {
            return limit;
        }

        var left = context.TotalTimeout - core.Time.GetElapsedTime(context.StartedAt);
        return left < limit ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : limit;
    }

    /// <summary>A clock of a test moves by its own timer; on the machine's the thread looks when its turn should have come.</summary>
    private TimeSpan NextLook(PacingGate gate, GateTurn turn)
    {
        if (!ReferenceEquals(gate.Time, TimeProvider.System))
        {
            return Timeout.InfiniteTimeSpan;
        }

        var seconds = gate.LooksAgainIn(turn);
        return seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, SecondsPerDay)) : NextAnswer;
    }

    private void EndWait(RequestContext context)
    {
        context.WaitedAtGate = core.Time.GetElapsedTime(context.GateEnteredAt);
        core.WaitedAtGate(context);
    }

    private static bool MayGo(RequestContext context)
    {
        switch (context.Turn?.Verdict)
        {
            case null or GateVerdict.Passed:
                return true;
            case GateVerdict.TooLate:
                context.HoldBack();
                return false;
            default:
                // The caller cancelled or the client was disposed; who calls looks at both.
                context.Turn = null;
                return true;
        }
    }
}
