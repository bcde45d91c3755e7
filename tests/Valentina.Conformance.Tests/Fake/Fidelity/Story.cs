using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>Plays the recording against a fake, row by row, as one story.</summary>
internal sealed partial class Story : IDisposable
{
    private readonly Stage _stage;
    private readonly IReadOnlyList<Row> _rows;

    public Story(IReadOnlyList<Row> rows)
    {
        _rows = rows;
        _stage = new Stage(rows);
    }

    public void Dispose() => _stage.Dispose();

    /// <summary>Every row with the differences of its answer.</summary>
    public async Task<List<(Row Row, List<string> Differences)>> PlayAsync()
    {
        var outcomes = new List<(Row, List<string>)>();
        foreach (var row in _rows)
        {
            outcomes.Add((row, await PlayAsync(row)));
        }

        return outcomes;
    }

    private async Task<List<string>> PlayAsync(Row row)
    {
        _stage.Prepare(row);
        using var direction = _stage.Direct(row);
        var answer = await SendAsync(row);
        if (RequestNumber().Match(row.Note) is { Success: true } number)
        {
            answer = await RepeatAsync(row, answer, int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture));
        }
        else if (row.Note.Contains(": 429", StringComparison.Ordinal))
        {
            for (var attempt = 0; attempt < 60 && answer.Status != 429; attempt++)
            {
                answer = await SendAsync(row);
            }
        }

        _stage.Notice(row, answer);
        var schema = _stage.Contract.Router.Match(row.Method, row.Path).Operation?.SuccessBody?.Schema;
        return ResponseComparison.Differences(row, answer, schema, _stage.Ids.ToRecorded);
    }

    /// <summary>Sends the requests between that the recording left out.</summary>
    private async Task<WireAnswer> RepeatAsync(Row row, WireAnswer answer, int number)
    {
        for (var sent = _stage.CountRequest(row, number); sent < number; sent++)
        {
            answer = await SendAsync(row);
        }

        return answer;
    }

    private Task<WireAnswer> SendAsync(Row row)
    {
        var path = _stage.Ids.ToFake(row.Path) + Query(row);
        return _stage.Http(row).SendAsync(row.Method, path, Content(row), key: _stage.KeyOf(row), change: request =>
        {
            foreach (var name in new[] { "on-behalf-of", "idempotency-key", "accept-encoding", "x-testing-ignore-rate-limit" })
            {
                if (row.RequestHeader(name) is { } value)
                {
                    request.Headers.TryAddWithoutValidation(name, _stage.Ids.ToFake(value));
                }
            }
        });
    }

    private string Query(Row row)
    {
        IEnumerable<(string Name, string Value)> pairs = row.Query switch
        {
            JsonObject named => named.Select(pair => (pair.Key, pair.Value!.ToString())),
            JsonArray list => list.Select(pair => (pair![0]!.ToString(), pair[1]!.ToString())),
            _ => [],
        };
        var query = string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(_stage.Ids.ToFake(pair.Value))}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    private HttpContent? Content(Row row)
    {
        switch (row.RequestBody)
        {
            case null:
                return null;
            case JsonObject raw when raw["raw"] is { } text:
                return new StringContent(text.GetValue<string>(), Encoding.UTF8, "application/json");
            case JsonObject omitted when omitted["omitted_bytes"] is { } size:
                return new StringContent(
                    $$"""{"name":"Huge","description":"{{new string('x', size.GetValue<int>() - 40)}}"}""",
                    Encoding.UTF8,
                    "application/json");
            case JsonObject form when form["multipart"] is JsonObject parts:
                return Multipart(parts);
            case JsonObject identity when identity["token"]?.GetValue<string>() == "recorded-token":
                var copy = (JsonObject)identity.DeepClone();
                copy["token"] = Stage.TokenFor(row);
                return new StringContent(copy.ToJsonString(), Encoding.UTF8, "application/json");
            default:
                return new StringContent(_stage.Ids.ToFake(row.RequestBody.ToJsonString()), Encoding.UTF8, "application/json");
        }
    }

    private static MultipartFormDataContent Multipart(JsonObject parts)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, part) in parts)
        {
            var fileName = part!["filename"]!.GetValue<string>();
            var bytes = new byte[part["bytes"]!.GetValue<int>()];
            Signature(fileName).AsSpan()[..Math.Min(Signature(fileName).Length, bytes.Length)].CopyTo(bytes);
            var file = new ByteArrayContent(bytes);
            if (part["content_type"]?.GetValue<string>() is { } type)
            {
                file.Headers.ContentType = new MediaTypeHeaderValue(type);
            }

            content.Add(file, name, fileName);
        }

        return content;
    }

    private static byte[] Signature(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".png" => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A],
        ".jpg" or ".jpeg" => [0xFF, 0xD8, 0xFF, 0xE0],
        ".gif" => [.. "GIF89a"u8],
        ".webp" => [.. "RIFF\0\0\0\0WEBP"u8],
        ".bmp" => [.. "BM"u8],
        _ => [.. "hello"u8],
    };

    [GeneratedRegex(@"request (\d+)\b")]
    private static partial Regex RequestNumber();
}
