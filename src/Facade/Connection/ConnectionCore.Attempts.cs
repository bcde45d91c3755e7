using Polly;
using Valentina.Connection.Pacing;
using Valentina.Connection.Responses;
using Valentina.Connection.Retries;

namespace Valentina.Connection;

/// <content>The I/O, once asynchronous and once synchronous; everything they decide is shared.</content>
internal sealed partial class ConnectionCore
{
    /// <summary>A pool rarely holds more connections that a server closed all at once.</summary>
    private const int MaxStaleConnections = 8;

    public async Task ExecuteAsync(RequestContext context)
    {
        Begin(context);
        try
        {
            context.Token.ThrowIfCancellationRequested();
            await AttemptAsync(context).ConfigureAwait(false);
            if (DecideAboutRepeating(context))
            {
                await RepeatAsync(context).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException ex) when (context.Token.IsCancellationRequested)
        {
            context.Outcome = AttemptOutcome.Cancelled;
            context.Failure ??= ex;
        }

        End(context);
    }

    public void Execute(RequestContext context)
    {
        Begin(context);
        try
        {
            context.Token.ThrowIfCancellationRequested();
            Attempt(context);
            if (DecideAboutRepeating(context))
            {
                Repeat(context);
            }
        }
        catch (OperationCanceledException ex) when (context.Token.IsCancellationRequested)
        {
            context.Outcome = AttemptOutcome.Cancelled;
            context.Failure ??= ex;
        }

        End(context);
    }

    private async Task RepeatAsync(RequestContext context)
    {
        var resilience = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, context.Token);
        try
        {
            await RetryPipeline.WaitAsync(this, context).ConfigureAwait(false);
            var outcome = await Retries.ExecuteOutcomeAsync(
                static async (_, state) =>
                {
                    await state.Core.AttemptAsync(state.Context).ConfigureAwait(false);
                    return Outcome.FromResult(state.Context);
                },
                resilience,
                (Core: this, Context: context)).ConfigureAwait(false);
            outcome.ThrowIfException();
        }
        finally
        {
            ResilienceContextPool.Shared.Return(resilience);
        }
    }

    private void Repeat(RequestContext context)
    {
        RetryPipeline.Wait(this, context);
        Retries.Execute(
            static (state, _) =>
            {
                state.Core.Attempt(state.Context);
                return state.Context;
            },
            (Core: this, Context: context),
            context.Token);
    }

    private async ValueTask AttemptAsync(RequestContext context)
    {
        if (!await _pacer.PassAsync(context).ConfigureAwait(false))
        {
            return;
        }

        context.BeginAttempt();
        if (EndsBeforeSending(context))
        {
            Pacer.GiveBack(context);
            return;
        }

        using var deadline = Deadline.Start(context, Time, Disposal);
        try
        {
            var url = context.Url;
            var stale = 0;
            for (var hops = 0; ; hops++)
            {
                using var message = _requests.Build(context, url, context.Operation.Method);
                try
                {
                    context.Response = await _transport.SendAsync(message, deadline.Token).ConfigureAwait(false);
                }
                catch (Exception ex) when (CanSendElsewhere(context, ex, ref stale))
                {
                    hops--;
                    continue;
                }

                CheckHost(context.Response, url);
                if (hops == Redirects.Max || Redirects.Next(context, url) is not { } next)
                {
                    break;
                }

                context.ReleaseAnswer();
                url = next;
            }

            if (!context.LeavesBody)
            {
                context.Content = await BodyReader.ReadAsync(context.Response, deadline.Token).ConfigureAwait(false);
            }

            context.Outcome = AttemptOutcome.Answered;
        }
        catch (Exception ex) when (TryClassify(context, ex, deadline))
        {
        }

        ReadErrorResponse(context);
        _pacer.Leave(context);
    }

    private void Attempt(RequestContext context)
    {
        if (!_pacer.Pass(context))
        {
            return;
        }

        context.BeginAttempt();
        if (EndsBeforeSending(context))
        {
            Pacer.GiveBack(context);
            return;
        }

        using var deadline = Deadline.Start(context, Time, Disposal);
        using var work = SynchronousWork.Begin(deadline);
        try
        {
            var url = context.Url;
            var stale = 0;
            for (var hops = 0; ; hops++)
            {
                using var message = _requests.Build(context, url, context.Operation.Method);
                deadline.Link();
                try
                {
                    context.Response = _transport.Send(message, deadline.Token);
                }
                catch (Exception ex) when (CanSendElsewhere(context, ex, ref stale))
                {
                    hops--;
                    continue;
                }

                CheckHost(context.Response, url);
                if (hops == Redirects.Max || Redirects.Next(context, url) is not { } next)
                {
                    break;
                }

                context.ReleaseAnswer();
                url = next;
            }

            if (!context.LeavesBody)
            {
                context.Content = BodyReader.Read(context.Response, deadline);
            }

            context.Outcome = AttemptOutcome.Answered;
        }
        catch (Exception ex) when (TryClassify(context, ex, deadline))
        {
        }

        ReadErrorResponse(context);
        _pacer.Leave(context);
    }

    /// <summary>
    /// A wait for the next attempt also ends when the caller cancels or the client is disposed; nothing may be sent then.
    /// </summary>
    private bool EndsBeforeSending(RequestContext context)
    {
        if (!context.Token.IsCancellationRequested && !IsDisposed)
        {
            return false;
        }

        context.Outcome = context.Token.IsCancellationRequested ? AttemptOutcome.Cancelled : AttemptOutcome.ConnectionFailed;
        return true;
    }

    /// <summary>
    /// A request that met a connection the server had closed before has not been seen by anybody: the same attempt goes on with another.
    /// </summary>
    private bool CanSendElsewhere(RequestContext context, Exception exception, ref int stale)
        => ExceptionChain.Find<StaleConnectionException>(exception) is { } unsent
            && (unsent.IsOurChoice || ++stale <= MaxStaleConnections)
            && !context.HasSpentFile
            && !context.Token.IsCancellationRequested
            && !IsDisposed;
}
