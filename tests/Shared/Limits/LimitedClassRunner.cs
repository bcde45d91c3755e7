using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Tests.Shared.Limits;

internal sealed class LimitedClassRunner(
    ITestClass testClass,
    IReflectionTypeInfo @class,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    ITestCaseOrderer testCaseOrderer,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    IDictionary<Type, object> collectionFixtureMappings)
    : XunitTestClassRunner(
        testClass, @class, testCases, diagnosticMessageSink, messageBus, testCaseOrderer, aggregator, cancellationTokenSource,
        collectionFixtureMappings)
{
    protected override Task AfterTestClassStartingAsync()
        => BoundAsync($"The start of the fixtures of {Class.Type}", base.AfterTestClassStartingAsync);

    protected override Task BeforeTestClassFinishedAsync()
        => BoundAsync($"The end of the fixtures of {Class.Type}", base.BeforeTestClassFinishedAsync);

    protected override Task<RunSummary> RunTestMethodAsync(
        ITestMethod testMethod, IReflectionMethodInfo method, IEnumerable<IXunitTestCase> testCases, object[] constructorArguments)
        => new LimitedMethodRunner(
            testMethod, Class, method, testCases, DiagnosticMessageSink, MessageBus, new ExceptionAggregator(Aggregator),
            CancellationTokenSource, constructorArguments).RunAsync();

    private async Task BoundAsync(string what, Func<Task> work)
    {
        if (await Bound.RunAsync(what, Bound.Of(Class.Type), work) is { } hang)
        {
            Aggregator.Add(hang);
        }
    }
}
