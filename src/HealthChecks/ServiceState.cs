namespace Valentina.HealthChecks;

/// <summary>How a service says it is.</summary>
/// <param name="Problem">What is wrong; null when nothing is.</param>
/// <param name="IsDegraded">Whether it works all the same.</param>
/// <param name="Data">What it says beside.</param>
internal sealed record ServiceState(string? Problem, bool IsDegraded, IReadOnlyDictionary<string, object> Data);
