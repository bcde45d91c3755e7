using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>Places of the game service's client.</summary>
internal static partial class StallPaths
{
    /// <summary>More than the buffers of a loopback connection take.</summary>
    private const int UploadSize = 48 * 1024 * 1024;

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(CompanyJson.Page(1, 40, 1000, new Random(1)));
    private static readonly byte[] Packed = Encoded.Bytes("gzip", Body);

    public static IReadOnlyList<StallPath> All { get; } = [.. Plain(), .. Files(), .. Claude()];

    private static IEnumerable<StallPath> Plain()
    {
        yield return Get("connect", (exchange, gate) => gate.Stall(exchange)) with { IsUnreachable = true };
        yield return Get("TLS handshake", (exchange, gate) => gate.Stall(exchange)) with
        {
            IsSecure = true,
            OnAccepted = (socket, gate) => StallHandshake(socket, gate)
        };
        yield return Get("headers", (exchange, gate) => gate.Stall(exchange)) with { IsMeasured = true };
        yield return Get("after the headers", (exchange, gate) => { exchange.WriteHead(Body.Length); gate.Stall(exchange); }) with
        {
            IsMeasured = true
        };
        yield return Get("mid-body", (exchange, gate) =>
        {
            exchange.WriteHead(Body.Length);
            exchange.Write(Body.AsSpan(0, Body.Length / 2));
            gate.Stall(exchange);
        }) with
        { IsMeasured = true };
        yield return Get("mid-chunk", (exchange, gate) =>
        {
            exchange.WriteHead(null);
            exchange.Write("ffff\r\n");
            exchange.Write(Body.AsSpan(0, 5000));
            gate.Stall(exchange);
        });
        yield return Get("gzip block", (exchange, gate) =>
        {
            exchange.WriteHead(Packed.Length, 200, "Content-Encoding: gzip\r\n");
            exchange.Write(Packed.AsSpan(0, Packed.Length / 2));
            gate.Stall(exchange);
        }) with
        { IsMeasured = true };
        yield return Get("TLS record", (exchange, gate) =>
        {
            exchange.WriteHead(Body.Length);
            exchange.Wire.SwallowAfter(9_000);
            exchange.Write(Body);
            gate.Stall(exchange);
        }) with
        { IsSecure = true, IsMeasured = true };
        yield return Get("body of an error", (exchange, gate) =>
        {
            exchange.WriteHead(5000, 500, "", "application/problem+json");
            exchange.Write("{\"title\":");
            gate.Stall(exchange);
        });
        yield return Get("wait for a repetition", (exchange, gate) => { exchange.Answer("{}", 503); gate.Open(); });
        yield return Get(
            "wait the server asks for", (exchange, gate) => { exchange.Answer("{}", 429, "Retry-After: 200\r\n"); gate.Open(); });
        yield return Get("after a redirect", (exchange, gate) =>
        {
            if (exchange.Target.Contains("moved", StringComparison.Ordinal))
            {
                gate.Stall(exchange);
                return;
            }

            exchange.Answer("", 307, "Location: /moved\r\n");
        });
        yield return new StallPath(
            "second attempt",
            (exchange, gate) =>
            {
                if (gate.Count() > 1)
                {
                    gate.Stall(exchange);
                    return;
                }

                exchange.Answer("{}", 503);
            },
            (clients, token) => clients.Impatient.Companies.GetPageAsync(10, 0, null, token),
            (clients, token) => clients.Impatient.Companies.GetPage(10, 0, null, token));
        yield return new StallPath(
            "first page of a list",
            (exchange, gate) => gate.Stall(exchange),
            (clients, token) => clients.Valentina.Companies.ListAllAsync(new PagingOptions { CancellationToken = token }),
            (clients, token) => clients.Valentina.Companies.ListAll(new PagingOptions { CancellationToken = token }));
        yield return new StallPath(
            "later page, window of 4",
            (exchange, gate) =>
            {
                var offset = int.Parse(
                    exchange.Target.Split("offset=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);
                if (offset >= 10)
                {
                    gate.Stall(exchange);
                    return;
                }

                exchange.Answer($"{{\"items\":[{string.Join(',', Enumerable.Range(100, 10).Select(number => CompanyJson.One(number)))}],\"limit\":10,\"offset\":0,\"total\":200}}");
            },
            async (clients, token) =>
            {
                await foreach (var _ in clients.Valentina.Companies.EnumerateAllAsync(
                    new PagingOptions { PageSize = 10, Window = 4 }, null, token))
                {
                }
            },
            (clients, token) =>
            {
                foreach (var _ in clients.Valentina.Companies.EnumerateAll(new PagingOptions { PageSize = 10 }, null, token))
                {
                }
            });
    }

    private static IEnumerable<StallPath> Files()
    {
        yield return Upload("upload", (exchange, gate) => gate.StallWithoutReading(exchange)) with { IsMeasured = true };
        yield return Upload("answer to an upload", (exchange, gate) => { exchange.ReadBody(); gate.Stall(exchange); });
        yield return new StallPath(
            "headers of a download",
            (exchange, gate) => gate.Stall(exchange),
            (clients, token) => clients.Valentina.GlobalAdmin.DownloadLogsAsync(null, token),
            (clients, token) => clients.Valentina.GlobalAdmin.DownloadLogs(null, token));
        yield return new StallPath(
            "read of a download",
            HalfAFile,
            async (clients, token) =>
            {
                await using var file = await clients.Valentina.GlobalAdmin.DownloadLogsAsync();
                await file.Content.CopyToAsync(System.IO.Stream.Null, token);
            },
            (clients, _) =>
            {
                using var file = clients.Valentina.GlobalAdmin.DownloadLogs();
                file.Content.CopyTo(System.IO.Stream.Null);
            })
        { IsMeasured = true, TakesTokenSynchronously = false };
        yield return new StallPath(
            "saving a download",
            HalfAFile,
            async (clients, token) =>
            {
                var path = Path.Combine(Path.GetTempPath(), $"stress-{Guid.NewGuid():N}");
                await using var file = await clients.Valentina.GlobalAdmin.DownloadLogsAsync();
                await file.SaveAsync(path, token);
            },
            null);
    }

    private static void HalfAFile(RawExchange exchange, Gate gate)
    {
        exchange.WriteHead(200_000, 200, "Content-Disposition: attachment; filename=\"logs.zip\"\r\n", "application/zip");
        exchange.Write(Body.AsSpan(0, 20_000));
        gate.Stall(exchange);
    }

    private static StallPath Get(string name, Action<RawExchange, Gate> answer) => new(
        name,
        answer,
        (clients, token) => clients.Valentina.Companies.GetPageAsync(10, 0, null, token),
        (clients, token) => clients.Valentina.Companies.GetPage(10, 0, null, token));

    private static StallPath Upload(string name, Action<RawExchange, Gate> answer) => new(
        name,
        answer,
        (clients, token) => clients.Valentina.ActingAs(Clients.Company).Users.UploadAssetAsync(Clients.Company, File(), null, token),
        (clients, token) => clients.Valentina.ActingAs(Clients.Company).Users.UploadAsset(Clients.Company, File(), null, token))
    {
        NeedsTotal = true
    };

    private static FileUpload File() => FileUpload.FromSource("moon.png", static () => new ZeroStream(UploadSize), UploadSize, "image/png");

    private static void StallHandshake(System.Net.Sockets.Socket socket, Gate gate)
    {
        gate.Open();
        var bytes = new byte[1024];
        while (socket.Receive(bytes) > 0)
        {
        }

        throw new IOException("The client is gone.");
    }
}
