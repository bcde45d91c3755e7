using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Tests.Shared.Limits;

internal sealed class LimitedCollectionRunner(
    ITestCollection testCollection,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    ITestCaseOrderer testCaseOrderer,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestCollectionRunner(
        testCollection, testCases, diagnosticMessageSink, messageBus, testCaseOrderer, aggregator, cancellationTokenSource)
{
    private TimeSpan Limit => Bound.Of((TestCollection.CollectionDefinition as IReflectionTypeInfo)?.Type);

    protected override Task AfterTestCollectionStartingAsync()
        => BoundAsync($"The start of the fixtures of the collection {TestCollection.DisplayName}", base.AfterTestCollectionStartingAsync);

    protected override Task BeforeTestCollectionFinishedAsync()
        => BoundAsync($"The end of the fixtures of the collection {TestCollection.DisplayName}", base.BeforeTestCollectionFinishedAsync);

    protected override Task<RunSummary> RunTestClassAsync(
        ITestClass testClass, IReflectionTypeInfo @class, IEnumerable<IXunitTestCase> testCases)
        => new LimitedClassRunner(
            testClass, @class, testCases, DiagnosticMessageSink, MessageBus, TestCaseOrderer, new ExceptionAggregator(Aggregator),
            CancellationTokenSource, CollectionFixtureMappings).RunAsync();

    private async Task BoundAsync(string what, Func<Task> work)
    {
        // Nearly every collection is a class without fixtures of the collection: nothing of it can hang.
        if (TestCollection.CollectionDefinition is null)
        {
            await work();
        }
        else if (await Bound.RunAsync(what, Limit, work) is { } hang)
        {
            Aggregator.Add(hang);
        }
    }
}
