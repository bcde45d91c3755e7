using Polly;
using Valentina.Connection.Responses;

namespace Valentina.Connection;

/// <content>The I/O, once asynchronous and once synchronous; everything they decide is shared.</content>
internal sealed partial class ConnectionCore
{
    public async Task ExecuteAsync(Call call)
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
        catch (OperationCanceledException fault) when (call.Token.IsCancellationRequested)
        {
            call.Outcome = AttemptOutcome.Cancelled;
            call.Failure ??= fault;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        End(call);
    }

    public void Execute(Call call)
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
        catch (OperationCanceledException fault) when (call.Token.IsCancellationRequested)
        {
            call.Outcome = AttemptOutcome.Cancelled;
            call.Failure ??= fault;
        }

        End(call);
    }

    private async ValueTask AttemptAsync(Call call)
    {
        call.BeginAttempt();
        using var deadline = Deadline.Start(call, Time);
        try
        {
            var url = call.Url;
            for (var hops = 0; ; hops++)
            {
                using var message = _requests.Build(call, url, call.Operation.Method);
                call.Response = await _transport.SendAsync(message, deadline.Token).ConfigureAwait(false);
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
        catch (Exception fault) when (TryClassify(call, fault, deadline))
        {
        }

        ReadRefusal(call);
    }

    private void Attempt(Call call)
    {
        call.BeginAttempt();
        using var deadline = Deadline.Start(call, Time);
        using var socketDeadline = SocketDeadline.Begin(deadline.Limit, Time);
        try
        {
            var url = call.Url;
            for (var hops = 0; ; hops++)
            {
                using var message = _requests.Build(call, url, call.Operation.Method);
                call.Response = _transport.Send(message, deadline.Token);
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
                call.Content = BodyReader.Read(call.Response, deadline.Token);
            }

            call.Outcome = AttemptOutcome.Answered;
        }
        catch (Exception fault) when (TryClassify(call, fault, deadline))
        {
        }

        ReadRefusal(call);
    }
}
