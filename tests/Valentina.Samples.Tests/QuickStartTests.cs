using System.Net;
using System.Net.Sockets;

namespace Valentina.Samples.Tests;

/// <summary>What somebody sees who starts the first sample.</summary>
public sealed class QuickStartTests
{
    [Fact]
    public async Task The_first_line_comes_before_any_service_has_answered()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://{silent.LocalEndpoint}";
        using var sample = SampleProcess.Start("QuickStart", new()
        {
            ["VALENTINA_CLIENT_BASE_URL"] = address,
            ["VALENTINA_CLIENT_API_KEY"] = "key",
            ["CLAUDE_API_URL"] = address,
            ["CLAUDE_API_KEY"] = "key",
        });

        (await sample.ReadLineAsync()).Should().Be("Valentina for .NET");
    }
}
