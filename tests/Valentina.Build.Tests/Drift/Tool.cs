using Microsoft.Extensions.Time.Testing;
using Valentina.SpecTool.Commands;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.Build.Tests.Drift;

/// <summary>Runs the tool as a person at a console would.</summary>
internal static class Tool
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static async Task<Run> RunAsync(string[] args, params (string Name, string Value)[] variables)
    {
        var environment = new DriftEnvironment
        {
            Variable = name => variables.FirstOrDefault(variable => variable.Name == name).Value,
            Time = new FakeTimeProvider(Now),
        };
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await SpecToolApp.RunAsync(args, output, error, [DriftCommand.Create(environment), UpdateCommand.Create(environment)]);
        return new Run(code, output.ToString(), error.ToString());
    }

    internal sealed record Run(int Code, string Output, string Error);
}
