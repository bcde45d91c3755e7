namespace Valentina.Connection;

/// <summary>Reads an environment variable; null where it is not set.</summary>
internal delegate string? EnvironmentReader(string name);

internal static class EnvironmentReaders
{
    public static EnvironmentReader Process { get; } = Environment.GetEnvironmentVariable;

    public static EnvironmentReader None { get; } = static _ => null;
}
