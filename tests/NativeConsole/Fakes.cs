using Valentina.Testing;

namespace NativeConsole;

/// <summary>The services on loopback ports, for the published programs.</summary>
internal static class Fakes
{
    /// <summary>Says in one line where they are and what keys they take, and ends with the standard input.</summary>
    public static async Task<int> ServeAsync()
    {
        var valentina = new FakeValentina();
        var claude = new FakeClaudeCode();
        await using var valentinaServer = await valentina.StartServerAsync();
        await using var claudeServer = await claude.StartServerAsync();
        Console.WriteLine($"{valentinaServer.BaseAddress} {valentina.ApiKey} {claudeServer.BaseAddress} {claude.ApiKey}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
