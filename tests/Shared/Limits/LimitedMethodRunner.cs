using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Tests.Shared.Limits;

internal sealed class LimitedMethodRunner(
    ITestMethod testMethod,
    IReflectionTypeInfo @class,
    IReflectionMethodInfo method,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    object[] constructorArguments)
    : XunitTestMethodRunner(
        testMethod, @class, method, testCases, diagnosticMessageSink, messageBus, aggregator, cancellationTokenSource, constructorArguments)
{
    private readonly IMessageSink _diagnostics = diagnosticMessageSink;
    private readonly object[] _constructorArguments = constructorArguments;

    protected override Task<RunSummary> RunTestCaseAsync(IXunitTestCase testCase)
    {
        var aggregator = new ExceptionAggregator(Aggregator);
        return testCase switch
        {
            ExecutionErrorTestCase => base.RunTestCaseAsync(testCase),
            XunitTheoryTestCase theory => new LimitedTheoryRunner(
                theory, theory.DisplayName, theory.SkipReason, _constructorArguments, _diagnostics, MessageBus, aggregator,
                CancellationTokenSource).RunAsync(),
            XunitTestCase single => new LimitedTestCaseRunner(
                single, single.DisplayName, single.SkipReason, _constructorArguments, single.TestMethodArguments, MessageBus, aggregator,
                CancellationTokenSource).RunAsync(),
            _ => throw new NotSupportedException($"{testCase.GetType()} brings a runner of its own, which has no limit: teach {nameof(LimitedMethodRunner)} how to bound it."),
        };
    }
}
