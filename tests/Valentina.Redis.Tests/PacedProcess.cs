using System.Diagnostics;

namespace Valentina.Redis.Tests;

/// <summary>A process of <c>tests/PacedWorker</c> that is ready to begin.</summary>
internal sealed class PacedProcess
{
    private static readonly string Bin = RepositoryRoot.PathOf("tests", "PacedWorker", "bin");

    private readonly int _calls;
    private readonly Process _process;
    private readonly Task<string> _errors;

    private PacedProcess(int calls, Process process)
    {
        _calls = calls;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static async Task<PacedProcess> StartAsync(int calls, params string[] arguments)
    {
        var configuration = new FileInfo(typeof(PacedProcess).Assembly.Location).Directory!.Parent!.Name;
        var program = Path.Combine(Bin, configuration, "net10.0", "PacedWorker.dll");
        var started = new PacedProcess(calls, Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        (await started._process.StandardOutput.ReadLineAsync()).Should().Be("ready", because: "it made its first calls");
        return started;
    }

    /// <summary>Lets it begin and waits for its end: every call succeeded, and it had nothing to complain of.</summary>
    public async Task RunAsync()
    {
        using (_process)
        {
            _process.StandardInput.Close();
            var output = await _process.StandardOutput.ReadToEndAsync();
            await _process.WaitForExitAsync();

            (await _errors).Should().BeEmpty(because: await _errors);
            output.Trim().Should().Be($"{_calls} done, 0 failed");
        }
    }
}
