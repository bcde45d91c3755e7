using System.Diagnostics;

namespace Valentina.Client.Tests.Connection.Stalls;

/// <summary>
/// A server that stops, wherever it does: cancelling, the deadline and disposing the client end the call at once, on the thread that made
/// it, with the right exception; and its connection is closed, not used again.
/// </summary>
public sealed class StallTests
{
    /// <summary>A tenth of a second is the aim, which the stress program measures; a test must also pass on a busy machine.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Never = TimeSpan.FromMinutes(50);

    public static TheoryData<StallPlace, StallEnd, bool> Cases
    {
        get
        {
            var cases = new TheoryData<StallPlace, StallEnd, bool>();
            foreach (var place in Enum.GetValues<StallPlace>())
            {
                foreach (var end in Enum.GetValues<StallEnd>())
                {
                    cases.Add(place, end, false);
                    cases.Add(place, end, true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_call_that_stalls_ends_at_once(StallPlace place, StallEnd end, bool sync)
    {
        using var stall = new Stall(place);
        using var source = new CancellationTokenSource();
        stall.Warm();
        var timeout = end == StallEnd.Deadline ? TimeSpan.FromMilliseconds(300) : Never;

        var call = Start(() => stall.CallAsync(sync, timeout, source.Token));
        stall.HasStalled.Wait(TimeSpan.FromSeconds(30)).Should().BeTrue("the server has stopped");
        var watch = Stopwatch.StartNew();
        switch (end)
        {
            case StallEnd.Cancel:
                await source.CancelAsync();
                break;
            case StallEnd.Dispose:
                stall.Connection.Dispose();
                break;
        }

        var ended = () => call;
        await AssertEndAsync(ended, end, source.Token, timeout);
        watch.Elapsed.Should().BeLessThan(Promptly);
        stall.Connections.Should().Be(1);
        (place == StallPlace.InUpload || stall.IsClosed.Wait(TimeSpan.FromSeconds(30))).Should().BeTrue("the connection is closed");
    }

    [Theory]
    [InlineData(StallPlace.BeforeAnswer)]
    [InlineData(StallPlace.InBody)]
    [InlineData(StallPlace.InGzipBlock)]
    [InlineData(StallPlace.InChunk)]
    [InlineData(StallPlace.InTlsRecord)]
    public void A_connection_whose_read_was_given_up_is_not_used_again(StallPlace place)
    {
        using var stall = new Stall(place);
        stall.Warm();
        var call = () => stall.Call(TimeSpan.FromMilliseconds(100), default);

        call.Should().Throw<RequestTimeoutException>();
        stall.Warm();

        stall.Connections.Should().Be(2);
    }

    internal static async Task AssertEndAsync(Func<Task> ended, StallEnd end, CancellationToken token, TimeSpan timeout)
    {
        switch (end)
        {
            case StallEnd.Cancel:
                (await ended.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(token);
                break;
            case StallEnd.Deadline:
                var late = (await ended.Should().ThrowAsync<RequestTimeoutException>()).Which;
                late.Timeout.Should().Be(timeout);
                late.IsTotal.Should().BeFalse();
                break;
            default:
                (await ended.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().Be("ValentinaClient");
                break;
        }
    }

    /// <summary>Runs on a thread of its own, as a synchronous caller does.</summary>
    internal static Task Start(Func<Task> call)
        => Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
