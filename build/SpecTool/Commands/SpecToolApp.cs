using System.CommandLine;

namespace Valentina.SpecTool.Commands;

/// <summary>The tool as a whole.</summary>
public static class SpecToolApp
{
    /// <summary>A wrong command line or configuration.</summary>
    public const int UsageError = 2;

    /// <summary>Runs the tool.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <param name="commands">The commands; null = all of the tool's.</param>
    /// <returns>The exit code: 0 good, 1 something was found, 2 wrong usage or configuration, 3 a document could not be loaded.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, IEnumerable<Command>? commands = null)
    {
        var root = new RootCommand("Works on the contracts of the APIs: prepares, checks and compares them.");
        foreach (var command in commands ?? CommandList.All())
        {
            root.Add(command);
        }

        var parsed = root.Parse(args);
        var console = new InvocationConfiguration { Output = output, Error = error };
        return parsed.Errors.Count > 0 ? RefuseAsync(parsed, console) : parsed.InvokeAsync(console);
    }

    /// <summary>Prints what is wrong with the command line.</summary>
    private static async Task<int> RefuseAsync(ParseResult parsed, InvocationConfiguration console)
    {
        await parsed.InvokeAsync(console).ConfigureAwait(false);
        return UsageError;
    }
}
