using System.Diagnostics;
using System.Globalization;
using Valentina.ClaudeCode;

namespace Valentina.Rivals;

/// <summary>What the SDK does that the rivals do not, or only beside <see cref="HttpClient"/> itself; each prints what came out.</summary>
internal static class SdkWork
{
    private static readonly Guid Id = Guid.Parse("01a20162-68a9-761b-9438-e7c3c4072b6c");

    public static async Task RunAsync(string what, Uri address)
    {
        using var client = new ValentinaClient(new ValentinaOptions
        {
            BaseUrl = address.ToString(), ApiKey = "k", DefaultCompanyId = Id, SetAsDefault = false,
        });
        Console.WriteLine(what switch
        {
            "enumerate" => await EnumerateAsync(client),
            "threads" => Threads(client),
            "files" => await FilesAsync(client, address),
            _ => await TokensAsync(address),
        });
    }

    private static async Task<string> EnumerateAsync(ValentinaClient client)
    {
        var (count, most) = (0, 0L);
        await foreach (var company in client.Companies.EnumerateAllAsync())
        {
            if (++count % 5000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return Line($"{count} items enumerated, at most {most / 1e6:0.0} MB alive on the way");
    }

    /// <summary>64 threads that read ten times each, where every answer takes 20 ms.</summary>
    private static string Threads(ValentinaClient client)
    {
        double[] times = [Once(), Once(), Once()];
        return Line($"64 synchronous threads at 20 ms: {times.Min() / 200:0.00} × ideal (200 ms), of three");

        double Once()
        {
            var watch = Stopwatch.StartNew();
            var threads = Enumerable.Range(0, 64).Select(_ => new Thread(() =>
            {
                for (var read = 0; read < 10; read++)
                {
                    client.Companies.Get(Id);
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static async Task<string> FilesAsync(ValentinaClient client, Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, new byte[BulkServer.FileSize]);
        var acting = client.ActingAs(Id);
        var lines = new List<string>
        {
            await CompareAsync("download", DownloadAsync, async () =>
            {
                using var response = await http.GetAsync("/api/v1/admin/logs/download", HttpCompletionOption.ResponseHeadersRead);
                await using var stream = await response.Content.ReadAsStreamAsync();
                await stream.CopyToAsync(Stream.Null);
            }),
            await CompareAsync("upload", () => acting.Campaigns.UploadAssetAsync(Id, FileUpload.FromFile(file, "image/png")), async () =>
            {
                await using var stream = File.OpenRead(file);
                using var form = new MultipartFormDataContent { { new StreamContent(stream), "upload", "file.png" } };
                using var response = await http.PostAsync("/upload", form);
            }),
        };
        File.Delete(file);
        return string.Join(Environment.NewLine, lines);

        async Task DownloadAsync()
        {
            await using var download = await client.GlobalAdmin.DownloadLogsAsync();
            await download.Content.CopyToAsync(Stream.Null);
        }
    }

    private static async Task<string> CompareAsync(string what, Func<Task> ours, Func<Task> raw)
    {
        var (our, other) = (double.MaxValue, double.MaxValue);
        var bytes = 0L;
        for (var round = 0; round < 7; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            await ours();
            our = Math.Min(our, watch.Elapsed.TotalMilliseconds);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            watch.Restart();
            await raw();
            other = Math.Min(other, watch.Elapsed.TotalMilliseconds);
        }

        return Line($"{what} of 100 MB: {other / our:0.00} × the speed of HttpClient, {bytes / 1e6:0.00} MB allocated");
    }

    /// <summary>Bytes on the reading thread, and how long after it was sent a token arrives.</summary>
    private static async Task<string> TokensAsync(Uri address)
    {
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = address.ToString(), ApiKey = "k" });
        var delays = new List<double>(2 * BulkServer.Tokens);
        await foreach (var token in claude.StreamAsync("Go."))
        {
            delays.Add(Stopwatch.GetElapsedTime(long.Parse(token, CultureInfo.InvariantCulture)).TotalMilliseconds);
        }

        delays.RemoveRange(0, delays.Count / 10);
        delays.Sort();
        var (before, after, tokens) = (0L, 0L, 0);
        foreach (var token in claude.Stream("Go."))
        {
            after = GC.GetAllocatedBytesForCurrentThread();
            before = ++tokens == 100 ? after : before;
        }

        var (median, late) = (delays[delays.Count / 2], delays[delays.Count * 99 / 100]);
        var bytes = (after - before) / (double)(tokens - 100);
        return Line($"a token of a stream: {bytes:0} bytes; it arrives after {median:0.00} ms (median), {late:0.00} ms (99 of 100)");
    }

    private static string Line(FormattableString line) => FormattableString.Invariant(line);
}
