using System.Net;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>What the drift commands need of the world around them.</summary>
public sealed class DriftEnvironment
{
    /// <summary>The process and the machine it runs on.</summary>
    public static DriftEnvironment Process { get; } = new();

    /// <summary>Reads an environment variable; secrets come in this way only, so that no command line shows them.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Tells the day.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>The variable's value; null when it is not set or empty.</summary>
    /// <param name="name">The variable.</param>
    public string? ValueOf(string name) => Variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Makes the client that fetches documents.</summary>
    /// <param name="timeout">How long an answer may take.</param>
    public static HttpClient DocumentClient(TimeSpan timeout) => Client(timeout, followRedirects: true);

    /// <summary>Makes the client that asks a service with a key; it stays with the service's host.</summary>
    /// <param name="timeout">How long an answer may take.</param>
    public static HttpClient ServiceClient(TimeSpan timeout) => Client(timeout, followRedirects: false);

    private static HttpClient Client(TimeSpan timeout, bool followRedirects) => new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = followRedirects,
    })
    {
        Timeout = timeout,
    };
}
