using Polly;
using Valentina.Connection.Responses;

namespace Valentina.Connection;

/// <content>The I/O, once asynchronous and once synchronous; everything they decide is shared.</content>
internal sealed partial class ConnectionCore
{
    /// <summary>A pool rarely holds more connections that a server closed all at once.</summary>
    private const int MaxStaleConnections = 8;

    public async Task ExecuteAsync(RequestContext call)
    {
        Begin(call);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Token);
        try
        {
            var outcome = await _retries.ExecuteOutcomeAsync(
                static async (_, state) =>
                {
                    await state.Core.AttemptAsync(state.Call).ConfigureAwait(false);
                    return Outcome.FromResult(state.Call);
                },
                context,
                (Core: this, Call: call)).ConfigureAwait(false);
            outcome.ThrowIfException();
        }
        catch (OperationCanceledException ex) when (call.Token.IsCancellationRequested)
        {
            call.Outcome = AttemptOutcome.Cancelled;
            call.Failure ??= ex;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        End(call);
    }

    public void Execute(RequestContext call)
    {
        Begin(call);
        try
        {
            _retries.Execute(
                static (state, _) =>
                {
                    state.Core.Attempt(state.Call);
                    return state.Call;
                },
                (Core: this, Call: call),
                call.Token);
        }
        catch (OperationCanceledException ex) when (call.Token.IsCancellationRequested)
        {
            call.Outcome = AttemptOutcome.Cancelled;
            call.Failure ??= ex;
        }

        End(call);
    }

    private async ValueTask AttemptAsync(RequestContext call)
    {
        call.BeginAttempt();
        if (EndsBeforeSending(call))
        {
            return;
        }

        using var deadline = Deadline.Start(call, Time, Disposal);
        try
        {
            var url = call.Url;
            var stale = 0;
            for (var hops = 0; ; hops++)
            {
                using var message = _requests.Build(call, url, call.Operation.Method);
                try
                {
                    call.Response = await _transport.SendAsync(message, deadline.Token).ConfigureAwait(false);
                }
                catch (Exception ex) when (CanSendElsewhere(call, ex, ref stale))
                {
                    hops--;
                    continue;
                }

                CheckHost(call.Response, url);
                if (hops == Redirects.Max || Redirects.Next(call, url) is not { } next)
                {
                    break;
                }

                call.ReleaseAnswer();
                url = next;
            }

            if (!call.LeavesBody)
            {
                call.Content = await BodyReader.ReadAsync(call.Response, deadline.Token).ConfigureAwait(false);
            }

            call.Outcome = AttemptOutcome.Answered;
        }
        catch (Exception ex) when (TryClassify(call, ex, deadline))
        {
        }

        ReadErrorResponse(call);
    }

    private void Attempt(RequestContext call)
    {
        call.BeginAttempt();
        if (EndsBeforeSending(call))
        {
            return;
        }

        using var deadline = Deadline.Start(call, Time, Disposal);
        using var work = SynchronousWork.Begin(deadline);
        try
        {
            var url = call.Url;
            var stale = 0;
            for (var hops = 0; ; hops++)
            {
                using var message = _requests.Build(call, url, call.Operation.Method);
                deadline.Link();
                try
                {
                    call.Response = _transport.Send(message, deadline.Token);
                }
                catch (Exception ex) when (CanSendElsewhere(call, ex, ref stale))
                {
                    hops--;
                    continue;
                }

                CheckHost(call.Response, url);
                if (hops == Redirects.Max || Redirects.Next(call, url) is not { } next)
                {
                    break;
                }

                call.ReleaseAnswer();
                url = next;
            }

            if (!call.LeavesBody)
            {
                call.Content = BodyReader.Read(call.Response, deadline);
            }

            call.Outcome = AttemptOutcome.Answered;
        }
        catch (Exception ex) when (TryClassify(call, ex, deadline))
        {
        }

        ReadErrorResponse(call);
    }

    /// <summary>
    /// A wait for the next attempt also ends when the caller cancels or the client is disposed; nothing may be sent then.
    /// </summary>
    private bool EndsBeforeSending(RequestContext call)
    {
        if (!call.Token.IsCancellationRequested && !IsDisposed)
        {
            return false;
        }

        call.Outcome = call.Token.IsCancellationRequested ? AttemptOutcome.Cancelled : AttemptOutcome.ConnectionFailed;
        return true;
    }

    /// <summary>
    /// A request that met a connection the server had closed before has not been seen by anybody: the same attempt goes on with another.
    /// </summary>
    private bool CanSendElsewhere(RequestContext call, Exception exception, ref int stale)
        => ExceptionChain.Find<StaleConnectionException>(exception) is { } unsent
            && (unsent.IsOurChoice || ++stale <= MaxStaleConnections)
            && !call.HasSpentFile
            && !call.Token.IsCancellationRequested
            && !IsDisposed;
}
