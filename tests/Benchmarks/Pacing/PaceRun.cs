namespace Valentina.Benchmarks.Pacing;

/// <summary>A request: seconds after the start, and whether it was refused.</summary>
internal readonly record struct PaceRequest(double Second, bool IsRefused);

/// <summary>The requests of a run, and how many calls failed in the end.</summary>
internal sealed record PaceRun(IReadOnlyList<PaceRequest> Requests, int Failed);
