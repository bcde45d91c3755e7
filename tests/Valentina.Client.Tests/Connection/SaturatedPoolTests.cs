using System.Diagnostics;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Takes the whole thread pool, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(SaturatedPoolTests), DisableParallelization = true)]
public sealed class SaturatedPoolCollection;

/// <summary>Synchronous calls need no thread of the pool once their connections are open.</summary>
[Collection(nameof(SaturatedPoolTests))]
[TestLimit(180)]
public sealed class SaturatedPoolTests
{
    private const int Callers = 64;

    /// <summary>What all callers together may take on a busy machine; a call that needs the pool would wait for ever.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public void Sixty_four_threads_call_synchronously_while_the_pool_is_busy()
    {
        var isWarming = true;
        var waiting = 0;
        using var server = new RawServer(exchange =>
        {
            if (Volatile.Read(ref isWarming))
            {
                // Every caller holds a connection of its own before the first is answered.
                Interlocked.Increment(ref waiting);
                SpinWait.SpinUntil(() => Volatile.Read(ref waiting) >= Callers, TimeSpan.FromSeconds(30));
            }

            // One of two answers is a failure, so that the wait before a repetition is proven too.
            exchange.Answer("""{"name":"Ravn"}""", Volatile.Read(ref isWarming) || exchange.Index % 2 == 0 ? 200 : 503);
        });

        // .NET looks after idle connections from time to time, on the pool; not while the test runs.
        using var handler = Transport.CreateHandler();
        handler.PooledConnectionIdleTimeout = TimeSpan.FromDays(1);
        using var connection = new ApiConnection(
            TestConnection.Options(options =>
            {
                options.BaseUrl = server.Url;
                options.MaxRetries = 10;
                options.RetryDelay = TimeSpan.FromMilliseconds(5);
            }).Resolve(EnvironmentReaders.None),
            Transport.Of(handler));
        OnThreads("warming", () => connection.Send<Thing>(Ops.Request(Ops.Get), null, default));
        server.Connections.Should().Be(Callers, "the connections are warm");
        Volatile.Write(ref isWarming, false);

        using var pool = new SaturatedPool();
        OnThreads("saturated", () =>
        {
            for (var round = 0; round < 5; round++)
            {
                connection.Send<Thing>(Ops.Request(Ops.Get), null, default).Name.Should().Be("Ravn");
            }
        });

        pool.IsSaturated.Should().BeTrue("work of the pool is still waiting");
        server.Connections.Should().Be(Callers);
    }

    [Fact]
    public void A_synchronous_deadline_is_kept_while_the_pool_is_busy()
    {
        var isSilent = false;
        var never = new ManualResetEventSlim();
        using var server = new RawServer(exchange =>
        {
            if (Volatile.Read(ref isSilent))
            {
                never.Wait(TimeSpan.FromMinutes(1));
            }

            exchange.Answer("{}");
        });
        using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);
        connection.Send<Thing>(Ops.Request(Ops.Get), null, default);
        Volatile.Write(ref isSilent, true);

        using var pool = new SaturatedPool();
        var call = () => connection.Send<Thing>(
            Ops.Request(Ops.Get), new RequestOptions { Timeout = TimeSpan.FromMilliseconds(200) }, default);

        call.Should().Throw<RequestTimeoutException>().Which.Timeout.Should().Be(TimeSpan.FromMilliseconds(200));
        pool.IsSaturated.Should().BeTrue("work of the pool is still waiting");
        never.Set();
    }

    private static void OnThreads(string phase, Action action)
    {
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, Callers).Select(_ => new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception ex)
            {
                lock (failures)
                {
                    failures.Add(ex);
                }
            }
        })
        { IsBackground = true }).ToList();
        var watch = Stopwatch.StartNew();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join(WaitLimit - watch.Elapsed is { Ticks: > 0 } rest ? rest : TimeSpan.Zero)
            .Should().BeTrue($"no call may hang ({phase})"));
        failures.Should().BeEmpty();
    }
}
