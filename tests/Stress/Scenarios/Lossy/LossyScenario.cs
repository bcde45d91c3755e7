using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Lossy;

/// <summary>
/// Exactly once through a network that loses requests before the work and answers after it, and refuses connections: what was asked for
/// happens once, and the caller hears what happened.
/// </summary>
internal sealed class LossyScenario : IScenario
{
    private const int LongCreates = 10_000;
    private const int ShortCreates = 1_000;

    /// <summary>For one delete of what exists and one of what does not, so many creates.</summary>
    private const int CreatesToDeletes = 5;

    /// <summary>Of a hundred: requests lost, answers lost, connections refused.</summary>
    private const int Loss = 5;

    /// <summary>Of a hundred attempts of the last part, where nothing else goes wrong.</summary>
    private const int RefusedPercent = 30;

    private const int Callers = 4;

    public string Name => "lossy";

    public string About => "Creates and deletes through a network that loses 5 % of requests and of answers: exactly once.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromSeconds(120 + (Creates(options) / 10));

    public void Run(StressOptions options, Tally tally)
    {
        var creates = Creates(options);
        var deletes = creates / CreatesToDeletes;
        var service = new LossyService(options.Chances(1), Loss, tally);
        using (var plain = new RawServer(service.Answer))
        using (var secure = new RawServer(service.Answer, isSecure: true))
        using (var route = new FlakyRoute(Loss, options.Chances(2)))
        using (var handler = Handler(route))
        using (var plainClient = Clients.Valentina(plain.Url, Configure, handler))
        using (var secureClient = Clients.Valentina(secure.Url, Configure, handler))
        {
            LossyCalls[] calls = [new(plainClient, service, tally), new(secureClient, service, tally)];
            OnAll(creates, (number, isAsynchronous) => calls[number / 8 % 2].CreateAsync(number, isAsynchronous));
            if (service.CreatedCount != creates)
            {
                tally.Violate("created in all", $"{service.CreatedCount} for {creates}");
            }

            OnAll(deletes, (number, isAsynchronous) => calls[number / 8 % 2].DeleteAsync(
                service.Created(LossyCalls.NameOf(number))[0], isAsynchronous));
            OnAll(
                deletes, (number, isAsynchronous) => calls[number / 8 % 2].DeleteNothingAsync(CompanyJson.Id(-1 - number), isAsynchronous));
            tally.Count("connections refused", route.Refused);
            Expect(tally, plain, secure);
        }

        OnAll(
            Callers * 2, (caller, isAsynchronous) => ProvablyUnsentAsync(caller, isAsynchronous, deletes / (Callers * 2), options, tally));
    }

    /// <summary>
    /// Deletes what never existed where nothing but unsent attempts comes before the answer: refused connections, and kept-alive
    /// connections that the server closed after the last answer without a word. Each must end as not found.
    /// </summary>
    private static async Task ProvablyUnsentAsync(int caller, bool isAsynchronous, int count, StressOptions options, Tally tally)
    {
        var service = new LossyService(options.Chances(100 + caller), 0, tally);
        using var server = new RawServer(
            exchange =>
            {
                service.Answer(exchange);
                exchange.Closes = true;
            },
            isSecure: caller / 2 % 2 == 1);
        using var route = new FlakyRoute(RefusedPercent, options.Chances(200 + caller));
        using var handler = Handler(route);
        using var client = Clients.Valentina(server.Url, Configure, handler);
        var calls = new LossyCalls(client, service, tally);
        for (var number = 0; number < count; number++)
        {
            await calls.DeleteNothingAsync(CompanyJson.Id(number), isAsynchronous).ConfigureAwait(false);
            if (!server.WaitForQuiet(TimeSpan.FromSeconds(30)))
            {
                tally.Violate("connection not closed", $"caller {caller}");
            }
        }

        tally.Count("connections refused", route.Refused);
        tally.Count("connections closed after an answer", server.Connections);
        Expect(tally, server);
    }

    /// <summary>Every number once, by threads that only make synchronous calls and loops that only make asynchronous ones.</summary>
    private static void OnAll(int count, Func<int, bool, Task> call)
    {
        var next = -1;
        var threads = Enumerable.Range(0, Callers).Select(_ => new Thread(() =>
        {
            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                // It is complete when it comes back: nothing in it waits.
                call(number, false).GetAwaiter().GetResult();
            }
        })
        { IsBackground = true }).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Task.WaitAll([.. Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                await call(number, true).ConfigureAwait(false);
            }
        }))]);
        Array.ForEach(threads, thread => thread.Join());
    }

    private static int Creates(StressOptions options) => options.Calls ?? (options.IsLong ? LongCreates : ShortCreates);

    private static SocketsHttpHandler Handler(FlakyRoute route)
    {
        var handler = Clients.TrustingHandler();
        handler.Proxy = route;
        return handler;
    }

    /// <summary>So many repetitions that chance alone never uses them up, and waits that do not fill the time.</summary>
    private static void Configure(ValentinaOptions options)
    {
        options.MaxRetries = 20;
        options.RetryDelay = TimeSpan.FromMilliseconds(1);
        options.MaxRetryDelay = TimeSpan.FromMilliseconds(10);
    }

    private static void Expect(Tally tally, params RawServer[] servers)
    {
        foreach (var failure in servers.Select(server => server.Failure).OfType<Exception>())
        {
            tally.Violate("server failed", failure.ToString());
        }
    }
}
