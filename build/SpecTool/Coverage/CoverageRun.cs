using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.SpecTool.Coverage;

/// <summary>What calling every method of an API came to.</summary>
internal sealed class CoverageRun
{
    private readonly HashSet<string> _asynchronous = [];
    private readonly HashSet<string> _synchronous = [];
    private readonly List<string> _errors = [];
    private readonly SortedSet<string> _beside = [];

    private CoverageRun(Probe probe) => Probe = probe;

    public Probe Probe { get; }

    /// <summary>How many methods were called, each in both styles.</summary>
    public int Methods { get; private set; }

    /// <summary>Methods without a twin, and methods that sent nothing.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Requests that belong to no operation of the contract.</summary>
    public IReadOnlyCollection<string> Beside => _beside;

    /// <summary>Operations reached in both styles.</summary>
    public IEnumerable<ContractOperation> Reached
        => Probe.Contract.Operations.Where(operation => _asynchronous.Contains(operation.Id) && _synchronous.Contains(operation.Id));

    /// <summary>Operations not reached in both styles.</summary>
    public IEnumerable<ContractOperation> Missing => Probe.Contract.Operations.Except(Reached);

    public static async Task<CoverageRun> StartAsync(Probe probe)
    {
        var run = new CoverageRun(probe);
        foreach (var method in probe.Services.SelectMany(ServiceMethod.Of))
        {
            await run.CallAsync(method).ConfigureAwait(false);
        }

        return run;
    }

    private async Task CallAsync(ServiceMethod method)
    {
        Methods++;
        await CallAsync(
            $"{method}, asynchronous",
            arguments => MethodCall.CallAsync(method.Service, method.Asynchronous, arguments.For(method.Asynchronous)),
            _asynchronous).ConfigureAwait(false);
        if (method.Synchronous is null)
        {
            _errors.Add($"{method} has no synchronous twin");
            return;
        }

        await CallAsync(
            $"{method}, synchronous",
            arguments => Task.FromResult(MethodCall.Call(method.Service, method.Synchronous, arguments.For(method.Synchronous))),
            _synchronous).ConfigureAwait(false);
    }

    /// <summary>
    /// Calls a method with everything set. One may refuse, before anything is sent, what only another takes; it is called with the least
    /// that it needs then.
    /// </summary>
    private async Task CallAsync(string method, Func<Arguments, Task<object?>> call, HashSet<string> reached)
    {
        var exception = await TryAsync(() => call(new Arguments())).ConfigureAwait(false);
        var requests = Probe.Recorder.Take();
        if (requests.Count == 0)
        {
            exception = await TryAsync(() => call(new Arguments(areLean: true))).ConfigureAwait(false);
            requests = Probe.Recorder.Take();
        }

        if (requests.Count == 0)
        {
            _errors.Add($"{method}, sent nothing{(exception is null ? "" : $": {exception.GetType().Name}: {exception.Message}")}");
        }

        foreach (var request in requests)
        {
            if (Probe.Contract.Find(request.Method, request.Path) is { } operation)
            {
                reached.Add(operation.Id);
            }
            else
            {
                _beside.Add($"{request.Method} {request.Path}");
            }
        }
    }

    /// <summary>What an answer of nothing but braces leads to is not the matter here, only what was sent.</summary>
    private static async Task<Exception?> TryAsync(Func<Task<object?>> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return null;
        }
        catch (Exception ex)
        {
            return ex;
        }
    }
}
