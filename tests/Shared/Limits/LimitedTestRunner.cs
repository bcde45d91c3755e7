using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Tests.Shared.Limits;

/// <summary>Runs one test, from the construction of its class to its disposal, within its limit.</summary>
internal sealed class LimitedTestRunner(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    string skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestRunner(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator,
        cancellationTokenSource)
{
    /// <summary>xunit's own limit for an asynchronous test comes first where both are set, and this one after it.</summary>
    private TimeSpan Limit
        => TestCase.Timeout > 0 ? TimeSpan.FromMilliseconds(TestCase.Timeout) + TimeSpan.FromSeconds(5) : Bound.Of(TestMethod, TestClass);

    protected override async Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator)
    {
        // What a test that was given up still reports must not reach its successors, so it has a bus and a collector of its own.
        using var bus = new GuardedMessageBus(MessageBus);
        var seen = new ExceptionAggregator(aggregator);
        var invoker = new XunitTestInvoker(
            Test, bus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, seen,
            CancellationTokenSource);
        Task<decimal>? run = null;
        if (await Bound.RunAsync($"The test {DisplayName}", Limit, () => run = invoker.RunAsync(), seen.ToException) is { } hang)
        {
            aggregator.Add(hang);
            return (decimal)Limit.TotalSeconds;
        }

        aggregator.Clear();
        aggregator.Aggregate(seen);
        return await run!;
    }
}
