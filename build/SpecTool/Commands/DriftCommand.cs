using System.CommandLine;
using Valentina.SpecTool.Drift.Reports;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool drift</c>: what changed in a contract, and what it means for the users of the SDK.</summary>
public static class DriftCommand
{
    private const int FindingsExit = 1;

    /// <summary>Makes the command.</summary>
    /// <param name="environment">The world around it.</param>
    public static Command Create(DriftEnvironment environment)
    {
        var options = new DriftOptions();
        var command = new Command("drift", "Compares contracts and says what the difference means for the users of the SDK. "
            + "Exit code: 0 nothing at or above the threshold, 1 findings, 2 wrong usage or configuration, 3 a document cannot be loaded.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        DriftOptions options, ParseResult parsed, DriftEnvironment environment, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            var report = await new DriftModes(options, parsed, environment).RunAsync(cancellationToken).ConfigureAwait(false);
            var threshold = parsed.GetValue(options.FailOn);
            Write(report, parsed, options, threshold);
            return report.Fails(threshold) ? FindingsExit : 0;
        }
        catch (Exception ex) when (DriftErrors.ExitCode(ex) is { } code)
        {
            await error.WriteLineAsync(Wording.Plain(ex.Message)).ConfigureAwait(false);
            return code;
        }
    }

    private static void Write(DriftReport report, ParseResult parsed, DriftOptions options, FailOn threshold)
    {
        var writer = ReportFormat.Writer(parsed.GetRequiredValue(options.Format));
        if (parsed.GetValue(options.Output) is not { } path)
        {
            writer.Write(report, threshold, parsed.InvocationConfiguration.Output);
            return;
        }

        using var file = new StreamWriter(path) { NewLine = "\n" };
        writer.Write(report, threshold, file);
    }
}
