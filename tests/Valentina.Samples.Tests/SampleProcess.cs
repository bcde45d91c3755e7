using System.Diagnostics;

namespace Valentina.Samples.Tests;

/// <summary>A sample as a process of its own, with its standard input closed. Killed when disposed, should it still run.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private SampleProcess(Process process)
    {
        _process = process;
        _process.StandardInput.Close();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one as it was built beside the tests.</summary>
    public static SampleProcess Start(string name, Dictionary<string, string> environment, params string[] arguments)
    {
        var configuration = new FileInfo(typeof(SampleProcess).Assembly.Location).Directory!.Parent!.Name;
        var program = RepositoryRoot.PathOf("samples", name, "bin", configuration, "net10.0", $"{name}.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>The next line it prints.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Waits for its end: the exit code and what it printed, errors last.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, output + await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
