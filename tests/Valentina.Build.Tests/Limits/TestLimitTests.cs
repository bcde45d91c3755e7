using Xunit.Abstractions;

namespace Valentina.Build.Tests.Limits;

/// <summary>
/// No test can hang: each ends within its limit and says what it was waiting for. Everything else stays as xunit does it.
/// </summary>
public class TestLimitTests
{
    private static readonly Lazy<Task<InnerRun>> Hanging = new(() => InnerRun.Of([typeof(HangingTests)]));

    [Fact]
    public async Task A_hanging_test_fails_and_the_others_go_on()
    {
        var run = await Hanging.Value;

        run.Passed.Should().Equal("Passes");
        run.Failed.Should().HaveCount(7);
        run.Results<ITestAssemblyFinished>().Single().TestsRun.Should().Be(8);
        foreach (var failure in run.Results<ITestFailed>())
        {
            failure.Messages[0].Should().Contain($"The test {failure.Test.DisplayName} did not end within 0.2 s.");
        }
    }

    [Fact]
    public async Task It_says_what_it_was_waiting_for()
    {
        var run = await Hanging.Value;

        run.FailureOf(nameof(HangingTests.Awaits_for_ever)).Should()
            .Contain("at Valentina.Build.Tests.Limits.HangingTests.Awaits_for_ever")
            .And.Contain("at Valentina.Build.Tests.Limits.HangingTests.DeeperAsync")
            .And.Contain("at Valentina.Build.Tests.Limits.HangingTests.DeepestAsync")
            .And.Contain("for System.Threading.Tasks.Task");
        run.FailureOf(nameof(HangingTests.Blocks_for_ever))
            .Should().Contain("interrupted where the inner exception says").And.Contain("HangingTests.Blocks_for_ever()");
        run.FailureOf(nameof(HangingTests.Blocks_on_a_task_for_ever)).Should().Contain("HangingTests.Blocks_on_a_task_for_ever()");
        run.FailureOf(nameof(HangingTests.Blocks_before_its_first_await)).Should().Contain("HangingTests.Blocks_before_its_first_await()");
        run.FailureOf(nameof(HangingTests.Blocks_after_an_await))
            .Should().Contain("HangingTests.Blocks_after_an_await").And.Contain("running, or blocked");
        run.FailureOf(nameof(HangingTests.Cannot_be_interrupted)).Should().Contain("cannot be interrupted").And.Contain("left behind");
        run.FailureOf(nameof(HangingTests.Hangs_in_a_row)).Should().Contain("row: \"known beforehand\"");
    }

    [Fact]
    public async Task The_construction_the_start_and_the_end_of_a_test_count_too()
    {
        var run = await InnerRun.Of([typeof(HangingConstructorTests), typeof(HangingStartTests), typeof(HangingEndTests)]);

        run.Failed.Should().Equal("Has_passed", "Is_never_reached", "Is_never_reached");
        run.FailureOf(nameof(HangingConstructorTests)).Should().Contain("HangingConstructorTests..ctor()");
        run.FailureOf(nameof(HangingStartTests)).Should().Contain("did not end within 0.2 s");
        run.FailureOf(nameof(HangingEndTests)).Should().Contain("did not end within 0.2 s");
    }

    [Fact]
    public async Task A_hanging_fixture_fails_its_tests()
    {
        var run = await InnerRun.Of([typeof(HangingFixtureTests)]);

        run.Failed.Should().Equal("Is_never_reached");
        run.FailureOf(nameof(HangingFixtureTests)).Should()
            .Contain($"The start of the fixtures of {typeof(HangingFixtureTests)} did not end within 0.2 s.")
            .And.Contain("HangingFixture.InitializeAsync");
    }

    [Fact]
    public async Task A_fixture_that_hangs_at_its_end_is_reported()
    {
        var run = await InnerRun.Of([typeof(StuckFixtureTests)]);

        run.Passed.Should().Equal("Has_passed");
        string.Join('\n', run.Results<ITestClassCleanupFailure>().SelectMany(InnerRun.Text))
            .Should().Contain($"The end of the fixtures of {typeof(StuckFixtureTests)}");
    }

    [Fact]
    public async Task Hanging_data_fail_the_test()
    {
        var run = await InnerRun.Of([typeof(HangingDataTests)]);

        run.Failed.Should().Equal("Has_no_rows");
        run.FailureOf("Has_no_rows").Should().Contain("The data of").And.Contain("did not end within 0.2 s");
    }

    [Fact]
    public async Task Everything_else_stays_as_xunit_does_it()
    {
        var run = await InnerRun.Of([typeof(OrdinaryTests)]);
        var plain = await InnerRun.Of([typeof(OrdinaryTests)], framework: new Xunit.Sdk.XunitTestFramework(new InnerRun()));

        run.Passed.Should().Equal(plain.Passed).And.HaveCount(5);
        run.Failed.Should().Equal(plain.Failed).And.Equal("Fails", "Has_a_timeout_of_xunit", "Is_async_void");
        foreach (var test in plain.Failed)
        {
            run.FailureOf(test).Split('\n')[0].Should().Be(plain.FailureOf(test).Split('\n')[0]);
        }

        foreach (var each in (InnerRun[])[run, plain])
        {
            each.Results<ITestSkipped>().Single().Reason.Should().Be("on purpose");
            var said = each.Results<ITestPassed>().Single(test => test.Output.Length > 0);
            said.Output.Should().Contain("before AsyncTestSyncContext").And.Contain("after none");
            said.TestCase.Traits["Kind"].Should().Equal("ordinary");
            each.Results<ITestAssemblyFinished>().Single().TestsRun.Should().Be(9);
        }

        OrdinaryTests.Disposed.Should().HaveCount(2 * 8, "each test that ran has disposed its class");
        run.Results<IMessageSinkMessage>().Select(message => message.GetType().Name).Order(StringComparer.Ordinal)
            .Should().Equal(plain.Results<IMessageSinkMessage>().Select(message => message.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_number_of_collections_that_run_at_once_is_kept()
    {
        await InnerRun.Of([typeof(CrowdTests1), typeof(CrowdTests2), typeof(CrowdTests3)], maxParallelThreads: 1);

        Crowd.Most.Should().Be(1);
    }
}
