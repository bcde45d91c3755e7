namespace Valentina.Redis.Tests;

/// <summary>Waits for what another process does, which tells nobody: by looking again, with the processor free in between.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task TrueAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
