using System.Diagnostics;

namespace Valentina.Client.Tests.Connection.Stalls;

/// <summary>The same for synchronous calls while the whole thread pool is busy: they end themselves, whatever a timer does.</summary>
[Collection(nameof(SaturatedPoolTests))]
[TestLimit(180)]
public sealed class SaturatedStallTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData(StallEnd.Cancel)]
    [InlineData(StallEnd.Deadline)]
    [InlineData(StallEnd.Dispose)]
    public async Task A_synchronous_call_that_stalls_ends_without_the_pool(StallEnd end)
    {
        foreach (var place in Enum.GetValues<StallPlace>())
        {
            using var stall = new Stall(place);
            using var source = new CancellationTokenSource();
            stall.Warm();
            var timeout = end == StallEnd.Deadline ? Limit : Timeout.InfiniteTimeSpan;
            Exception? outcome = null;
            var caller = new Thread(() => outcome = Catch(() => stall.Call(timeout, source.Token))) { IsBackground = true };
            using (var pool = new SaturatedPool())
            {
                caller.Start();
                stall.HasStalled.Wait(TimeSpan.FromSeconds(30)).Should().BeTrue("the server has stopped");
                var watch = Stopwatch.StartNew();
                switch (end)
                {
                    case StallEnd.Cancel:
                        source.Cancel();
                        break;
                    case StallEnd.Dispose:
                        stall.Connection.Dispose();
                        break;
                }

                caller.Join(TimeSpan.FromSeconds(20)).Should().BeTrue($"a call that stalls {place} ends");
                watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), place.ToString());
                pool.IsSaturated.Should().BeTrue("work of the pool is still waiting");
            }

            await StallTests.AssertEndAsync(
                () => outcome is null ? Task.CompletedTask : Task.FromException(outcome), end, source.Token, timeout);
        }
    }

    private static Exception? Catch(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (Exception ex)
        {
            return ex;
        }
    }
}
