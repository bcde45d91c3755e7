using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Valentina.Rivals;

/// <summary>
/// Companies from memory over HTTP/1.1, with as little work as possible, so that what is measured is the client. Answers are made once.
/// </summary>
internal sealed class StaticServer(int rows, TimeSpan latency)
{
    private readonly ConcurrentDictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly string[] _rows = [.. Enumerable.Range(0, rows).Select(Row)];

    /// <summary>Serves until the input ends, which it does when the process that started it is gone.</summary>
    public static async Task<int> RunAsync(int rows, TimeSpan latency)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var server = new StaticServer(rows, latency);
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                _ = Task.Run(() => server.ServeAsync(socket));
            }
        });
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = socket;
        socket.NoDelay = true;
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    return;
                }

                length += read;
                continue;
            }

            var path = Encoding.ASCII.GetString(buffer, 0, end).Split(' ', 3)[1];
            buffer.AsSpan(end + 4, length - end - 4).CopyTo(buffer);
            length -= end + 4;
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency);
            }

            await socket.SendAsync(_answers.GetOrAdd(path, Answer));
        }
    }

    private byte[] Answer(string path)
    {
        var parts = path.Split('?');
        var body = parts[0].EndsWith("/companies", StringComparison.Ordinal) ? Page(parts.ElementAtOrDefault(1) ?? "") : _rows[0];
        return Encoding.UTF8.GetBytes(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_abc\r\n"
            + $"content-length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    private string Page(string query)
    {
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var limit = int.Parse(values.GetValueOrDefault("limit", "10"));
        var offset = int.Parse(values.GetValueOrDefault("offset", "0"));
        var items = string.Join(',', _rows.Skip(offset).Take(limit));
        return $$"""{"items":[{{items}}],"limit":{{limit}},"offset":{{offset}},"total":{{rows}}}""";
    }

    private static string Row(int number) => $$$"""
        {"id":"01a20162-68a9-761b-9438-{{{number:x12}}}","date_created":"2026-11-22T03:52:36.265379Z",
        "date_modified":"2026-11-22T03:52:36.265396Z","name":"Acme Chronicle {{{number}}}","description":null,"email":"acme@example.com",
        "resources_modified_at":"2026-11-22T03:52:36.265441Z","num_campaigns":0,"num_player_characters":0,
        "num_storyteller_characters":0,"num_npc_characters":0,"num_users":1,"settings":{"id":"01a20162-68ad-7294-ab50-7167b9a0c35d",
        "character_autogen_xp_cost":10,"character_autogen_num_choices":3,"character_autogen_starting_points":0,
        "permission_manage_campaign":"UNRESTRICTED","permission_manage_npc":"UNRESTRICTED","permission_grant_xp":"UNRESTRICTED",
        "permission_free_trait_changes":"UNRESTRICTED","permission_recoup_xp":"DENIED"}}
        """.ReplaceLineEndings("");
}
