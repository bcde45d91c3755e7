using System.Collections.Concurrent;
using Valentina.Tests.Shared.Limits;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Build.Tests.Limits;

/// <summary>Runs test classes that are hidden from the ordinary run, inside this one, and keeps what was reported.</summary>
internal sealed class InnerRun : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly ConcurrentQueue<IMessageSinkMessage> _messages = new();
    private readonly TaskCompletionSource _discovered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Passed
        => [.. Results<ITestPassed>().Select(message => message.Test.DisplayName.Split('.', '+')[^1]).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Failed
        => [.. Results<ITestFailed>().Select(message => message.Test.DisplayName.Split('.', '+')[^1]).Order(StringComparer.Ordinal)];

    public static async Task<InnerRun> Of(Type[] testClasses, int? maxParallelThreads = null, TestFramework? framework = null)
    {
        var assembly = typeof(InnerRun).Assembly;
        var options = new Options { ["xunit.execution.MaxParallelThreads"] = maxParallelThreads };
        framework ??= new LimitedTestFramework(new InnerRun());
        var cases = new List<ITestCase>();
        foreach (var testClass in testClasses)
        {
            var search = new InnerRun();
            framework.GetDiscoverer(Reflector.Wrap(assembly)).Find(testClass.FullName, false, search, options);
            await search._discovered.Task;
            cases.AddRange(search.Results<ITestCaseDiscoveryMessage>().Select(message => message.TestCase));
        }

        // The framework is not disposed: that would take the factories of the run around it along.
        var run = new InnerRun();
        framework.GetExecutor(assembly.GetName()).RunTests(cases, run, options);
        await run._finished.Task;
        return run;
    }

    public IEnumerable<T> Results<T>() => _messages.OfType<T>();

    public string FailureOf(string test)
        => string.Join(
            '\n',
            Results<ITestFailed>().Where(message => message.Test.DisplayName.Contains(test, StringComparison.Ordinal)).SelectMany(Text));

    public static IEnumerable<string> Text(IFailureInformation failure)
        => failure.Messages.Zip(failure.StackTraces, (message, trace) => $"{message}\n{trace}");

    public bool OnMessage(IMessageSinkMessage message)
    {
        _messages.Enqueue(message);
        switch (message)
        {
            case IDiscoveryCompleteMessage:
                _discovered.TrySetResult();
                break;
            case ITestAssemblyFinished:
                _finished.TrySetResult();
                break;
        }

        return true;
    }

    private sealed class Options : Dictionary<string, object?>, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        public TValue GetValue<TValue>(string name) => TryGetValue(name, out var value) && value is TValue typed ? typed : default!;

        public void SetValue<TValue>(string name, TValue value) => this[name] = value;
    }
}
