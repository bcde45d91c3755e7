using System.Diagnostics;
using Valentina.SpecTool.Commands;

namespace Valentina.Build.Tests.Drift;

/// <summary>Runs the tool as a process of its own, in a folder of the test's choice.</summary>
internal static class ToolProcess
{
    public static async Task<Tool.Run> RunAsync(string folder, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(SpecToolApp).Assembly.Location, .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Tool.Run(process.ExitCode, await output, await error);
    }
}
