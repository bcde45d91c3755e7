using System.Diagnostics;
using System.Globalization;

namespace Valentina.Rivals.Measuring;

/// <summary>This program once more, as the server or as one of the clients.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static Task<OtherProcess> ServeAsync(int rows, int milliseconds)
        => ServeAsync(rows.ToString(CultureInfo.InvariantCulture), milliseconds.ToString(CultureInfo.InvariantCulture));

    public static async Task<OtherProcess> ServeAsync(params string[] how)
    {
        var process = Start(["serve", .. how], poolLooks: true);
        var address = await process.StandardOutput.ReadLineAsync();
        return new OtherProcess(process, new Uri(address ?? throw new InvalidOperationException("The server did not start.")));
    }

    /// <summary>The figures that a client printed.</summary>
    public async Task<double[]> RunAsync(string who, string what, bool poolLooks = true)
        => [.. (await PrintedAsync(who, what, poolLooks)).Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];

    /// <summary>What a client printed.</summary>
    public async Task<string> PrintedAsync(string who, string what, bool poolLooks = true)
    {
        using var client = Start(["run", who, what, Address.ToString()], poolLooks);
        var text = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return client.ExitCode == 0 ? text.Trim() : throw new InvalidOperationException($"'{who}' failed at '{what}'.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start(string[] arguments, bool poolLooks)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OtherProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (!poolLooks)
        {
            start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        }

        return Process.Start(start)!;
    }
}
