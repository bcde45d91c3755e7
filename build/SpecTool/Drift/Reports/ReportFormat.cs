using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>Writes a report.</summary>
public interface IReportWriter
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="threshold">From which level on the run fails.</param>
    /// <param name="output">Where to.</param>
    void Write(DriftReport report, FailOn threshold, TextWriter output);
}

/// <summary>The formats a report comes in.</summary>
public static class ReportFormat
{
    /// <summary>The formats' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "markdown", "junit", "github"];

    /// <summary>The writer of a format.</summary>
    /// <param name="name">The format's name.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static IReportWriter Writer(string name) => name switch
    {
        "text" => new TextReport(),
        "json" => new JsonReport(),
        "markdown" => new MarkdownReport(),
        "junit" => new JUnitReport(),
        "github" => new GitHubReport(),
        _ => throw new ArgumentException($"There is no format '{name}'.", nameof(name)),
    };
}
