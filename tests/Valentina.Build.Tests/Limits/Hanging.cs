using System.Collections.Concurrent;
using Valentina.Tests.Shared.Limits;

// These classes are not public, so that only the tests of the limits run them; and they do what a test should not.
#pragma warning disable xUnit1000, xUnit1031, xUnit1048

namespace Valentina.Build.Tests.Limits;

/// <summary>What the hanging tests wait for: it never comes, until the tests of the limits are over.</summary>
internal static class Never
{
    public static readonly ManualResetEventSlim Event = new();
    public static readonly TaskCompletionSource Task = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal class HangingTests
{
    [Fact]
    [TestLimit(0.2)]
    public async Task Awaits_for_ever() => await DeeperAsync();

    [Fact]
    [TestLimit(0.2)]
    public void Blocks_for_ever() => Never.Event.Wait();

    [Fact]
    [TestLimit(0.2)]
    public void Blocks_on_a_task_for_ever() => DeeperAsync().GetAwaiter().GetResult();

    [Fact]
    [TestLimit(0.2)]
    public async Task Blocks_before_its_first_await()
    {
        Never.Event.Wait();
        await Never.Task.Task;
    }

    [Fact]
    [TestLimit(0.2)]
    public async Task Blocks_after_an_await()
    {
        await Task.Yield();
        Never.Event.Wait();
    }

    [Fact]
    [TestLimit(0.2)]
    public void Cannot_be_interrupted()
    {
        while (!Never.Event.IsSet)
        {
            try
            {
                Never.Event.Wait();
            }
            catch (ThreadInterruptedException)
            {
                // That is what this test is about.
            }
        }
    }

    [Theory]
    [InlineData("known beforehand")]
    [TestLimit(0.2)]
    public Task Hangs_in_a_row(string row) => row.Length > 0 ? DeeperAsync() : Task.CompletedTask;

    [Fact]
    public void Passes() => Never.Event.Should().NotBeNull();

    private static async Task DeeperAsync() => await Task.WhenAll(Task.FromResult(2), DeepestAsync());

    private static async Task<int> DeepestAsync()
    {
        await Never.Task.Task.ConfigureAwait(false);
        return 1;
    }
}

[TestLimit(0.2)]
internal class HangingConstructorTests
{
    public HangingConstructorTests() => Never.Event.Wait();

    [Fact]
    public void Is_never_reached() => Never.Event.IsSet.Should().BeTrue();
}

[TestLimit(0.2)]
internal class HangingStartTests : IAsyncLifetime
{
    public Task InitializeAsync() => Never.Task.Task;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Is_never_reached() => Never.Event.IsSet.Should().BeTrue();
}

[TestLimit(0.2)]
internal class HangingEndTests : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Never.Task.Task;

    [Fact]
    public void Has_passed() => Never.Event.Should().NotBeNull();
}

internal class HangingFixture : IAsyncLifetime
{
    public async Task InitializeAsync() => await Never.Task.Task;

    public Task DisposeAsync() => Task.CompletedTask;
}

[TestLimit(0.2)]
internal class HangingFixtureTests : IClassFixture<HangingFixture>
{
    [Fact]
    public void Is_never_reached() => Never.Event.IsSet.Should().BeTrue();
}

internal class StuckFixture : IDisposable
{
    public void Dispose() => Never.Event.Wait();
}

[TestLimit(0.2)]
internal class StuckFixtureTests : IClassFixture<StuckFixture>
{
    // The class's limit is for the fixture: on a busy machine it may be over before a test has begun.
    [Fact]
    [TestLimit(60)]
    public void Has_passed() => Never.Event.Should().NotBeNull();
}

internal class HangingDataTests
{
    public static IEnumerable<object[]> Rows()
    {
        Never.Event.Wait();
        yield return [1];
    }

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    [TestLimit(0.2)]
    public void Has_no_rows(int row) => row.Should().Be(1);
}

internal class OrdinaryTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private static readonly AsyncLocal<string> Ambient = new();
    private readonly string _ambient = Ambient.Value = "from the constructor";

    public static ConcurrentQueue<string> Disposed { get; } = new();

    public static IEnumerable<object[]> Rows => [[1, new object()], [2, new object()]];

    [Fact]
    [Trait("Kind", "ordinary")]
    public async Task Keeps_the_context()
    {
        output.WriteLine($"before {SynchronizationContext.Current?.GetType().Name ?? "none"}");
        await Task.Yield();
        output.WriteLine($"after {SynchronizationContext.Current?.GetType().Name ?? "none"}");
        Ambient.Value.Should().Be(_ambient);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Takes_rows(int row, object something) => something.Should().NotBeNull($"of row {row}");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Takes_known_rows(int row) => row.Should().BePositive();

    [Fact(Skip = "on purpose")]
    public void Is_skipped() => output.WriteLine("never");

    [Fact]
    public void Fails() => output.Should().BeNull("it says so");

    [Fact]
    public async void Is_async_void()
    {
        await Task.Yield();
        throw new InvalidTimeZoneException("thrown late");
    }

    [Fact(Timeout = 50)]
    public Task Has_a_timeout_of_xunit() => Never.Task.Task;

    public void Dispose() => Disposed.Enqueue("");
}

/// <summary>Three classes of which no two may run at once when one thread is allowed.</summary>
internal abstract class Crowd
{
    private static int _inside;

    public static int Most;

    [Fact]
    public async Task Enters()
    {
        var now = Interlocked.Increment(ref _inside);
        Most = Math.Max(Most, now);
        await Task.Delay(20);
        Interlocked.Decrement(ref _inside);
    }
}

internal class CrowdTests1 : Crowd;

internal class CrowdTests2 : Crowd;

internal class CrowdTests3 : Crowd;
