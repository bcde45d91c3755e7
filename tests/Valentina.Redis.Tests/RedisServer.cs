using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Valentina.Redis.Tests;

/// <summary>A real Redis server of the machine, on a free port, which keeps nothing on the disk.</summary>
internal sealed class RedisServer : IDisposable
{
    private Process? _process;

    private RedisServer(int port) => Port = port;

    public static bool IsInstalled
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "redis-server")));

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    public static async Task<RedisServer> StartAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var server = new RedisServer(((IPEndPoint)probe.LocalEndpoint).Port);
        probe.Stop();
        await server.ResumeAsync();
        return server;
    }

    /// <summary>Starts it, at the first time or after a stop, and comes back when it answers.</summary>
    public async Task ResumeAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "redis-server",
            ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
        })!;
        _process.BeginOutputReadLine();
        var options = ConfigurationOptions.Parse(Address);
        options.AbortOnConnectFail = false;
        options.ConnectRetry = 100;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        await Until.TrueAsync(() => connection.IsConnected);
        await connection.GetDatabase().PingAsync();
    }

    /// <summary>Ends it as a crash does.</summary>
    public void Stop()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Stop();
}

/// <summary>A test that needs a Redis server on the machine; skipped where there is none.</summary>
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.IsInstalled ? null : "redis-server is not installed on this machine";
}
