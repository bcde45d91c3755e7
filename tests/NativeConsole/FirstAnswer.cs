using Valentina;

namespace NativeConsole;

/// <summary>A client and one call, as a command-line tool makes it.</summary>
internal static class FirstAnswer
{
    public static async Task<int> GetAsync(string url, string key)
    {
        using var client = new ValentinaClient(new ValentinaOptions { BaseUrl = url, ApiKey = key });
        var page = await client.Companies.GetPageAsync();
        Console.WriteLine(page.Total);
        return 0;
    }
}
