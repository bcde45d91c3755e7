namespace Valentina.SpecTool.Coverage;

/// <summary>Tells what the runs came to, the sum in the last line.</summary>
internal static class CoverageReport
{
    /// <summary>Writes it.</summary>
    /// <param name="runs">One for each API.</param>
    /// <param name="leftOut">Why an operation is left out, by <c>operationId</c>.</param>
    /// <param name="output">Where to.</param>
    /// <returns>Whether every operation is reached or left out for a reason.</returns>
    public static bool Write(IReadOnlyList<CoverageRun> runs, IReadOnlyDictionary<string, string> leftOut, TextWriter output)
    {
        var isGood = true;
        foreach (var run in runs)
        {
            isGood &= Write(run, leftOut, output);
        }

        foreach (var stale in leftOut.Keys.Where(id => !runs.Any(run => run.Missing.Any(operation => operation.Id == id))))
        {
            output.WriteLine($"{CoverageExceptions.FileName}: {stale} is reached or does not exist: remove it.");
            isGood = false;
        }

        output.WriteLine(
            string.Join(", ", runs.Select(run => $"{run.Probe.Name} {run.Reached.Count()}/{run.Probe.Contract.Operations.Count}")));
        return isGood;
    }

    private static bool Write(CoverageRun run, IReadOnlyDictionary<string, string> leftOut, TextWriter output)
    {
        var name = run.Probe.Name;
        output.WriteLine($"{name}: {run.Probe.Services.Count} services, {run.Methods} methods, each asynchronously and synchronously.");
        foreach (var request in run.Beside)
        {
            output.WriteLine($"{name}: beside the contract: {request}");
        }

        foreach (var error in run.Errors)
        {
            output.WriteLine($"{name}: {error}");
        }

        var isGood = run.Errors.Count == 0;
        foreach (var operation in run.Missing)
        {
            var reason = leftOut.GetValueOrDefault(operation.Id);
            output.WriteLine($"{name}: not reached: {operation.Id}{(reason is null ? "" : $" (left out: {reason})")}");
            isGood &= reason is not null;
        }

        return isGood;
    }
}
