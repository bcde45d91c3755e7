namespace Valentina.Conformance.Tests.Stress;

public sealed class RuntimeTests
{
    /// <summary>Set by whoever brings a runtime for a run, so that it does not quietly go on to a newer one.</summary>
    private const string Promise = "VALENTINA_TEST_RUNTIME";

    [Fact]
    public void The_suite_runs_on_the_runtime_that_was_promised()
        => Environment.Version.Major.ToString(System.Globalization.CultureInfo.InvariantCulture)
            .Should().Be(Environment.GetEnvironmentVariable(Promise)
                ?? Environment.Version.Major.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
