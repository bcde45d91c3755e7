using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Tests.Shared.Limits;

internal sealed class LimitedAssemblyRunner(
    ITestAssembly testAssembly,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageSink executionMessageSink,
    ITestFrameworkExecutionOptions executionOptions)
    : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
{
    // xunit keeps the number of collections that may run at once in a private field, and only the method replaced here looks at it.
    private static readonly FieldInfo Slots = typeof(XunitTestAssemblyRunner).GetField(
        "parallelSemaphore", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingFieldException("This version of xunit bounds the collections that run at once in another way: look at XunitTestAssemblyRunner.RunTestCollectionAsync.");

    protected override async Task<RunSummary> RunTestCollectionAsync(
        IMessageBus messageBus,
        ITestCollection testCollection,
        IEnumerable<IXunitTestCase> testCases,
        CancellationTokenSource cancellationTokenSource)
    {
        var slots = (SemaphoreSlim?)Slots.GetValue(this);
        if (slots is not null)
        {
            await slots.WaitAsync(cancellationTokenSource.Token);
        }

        try
        {
            return await new LimitedCollectionRunner(
                testCollection, testCases, DiagnosticMessageSink, messageBus, TestCaseOrderer, new ExceptionAggregator(Aggregator),
                cancellationTokenSource).RunAsync();
        }
        finally
        {
            slots?.Release();
        }
    }
}
