using System.Diagnostics;

namespace Valentina.Conformance.Tests.Stress;

/// <summary>
/// A taste of the stress program, as a process of its own: what kills it fails the test. Longer forms run after the tests and by hand.
/// </summary>
[TestLimit(180)]
public sealed class StressTests
{
    [Theory]
    [InlineData("cancel", "--seconds", "4")]
    [InlineData("soak", "--seconds", "4")]
    [InlineData("hostile", "--seconds", "4")]
    [InlineData("mutations", "--calls", "4000")]
    public async Task Nothing_breaks_under(string scenario, params string[] form)
    {
        var (exitCode, output) = await RunAsync([scenario, .. form]);

        exitCode.Should().Be(0, "this is what it said: {0}", output);
        output.Should().Contain($"{scenario}: ").And.Contain("0 violations");
    }

    [Fact]
    public async Task The_program_runs_on_the_runtime_of_the_tests()
    {
        var (_, output) = await RunAsync(["cancel", "--calls", "8", "--seed", "1"]);

        output.Should().StartWith(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments)
    {
        // The same configuration and framework as the tests', by the same dotnet.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = RepositoryRoot.PathOf("tests", "Stress", "bin", own.Parent!.Name, own.Name, "Valentina.Stress.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
