using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record WireAnswer(int Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public string Id => Body!["id"]!.GetValue<string>();

    public string? Detail => (Body as JsonObject)?["detail"]?.ToString();
}

/// <summary>Talks plain HTTP to a fake, below the client: to see bytes, headers and error responses as they are.</summary>
internal sealed class FakeHttp(FakeValentina fake) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(fake.CreateHandler());

    public FakeClock Clock => (FakeClock)fake.Clock;

    public World World => fake.Server.HandlerRegistry.World;

    public string Company => fake.CompanyId.ToString();

    public string CompanyPath => $"/api/v1/companies/{Company}";

    public async Task<WireAnswer> SendAsync(
        string method,
        string path,
        object? body = null,
        Guid? actingUser = null,
        string? key = "fake-api-key",
        Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(method, path, body, actingUser, key, change);
        using var response = await _invoker.SendAsync(request, CancellationToken.None);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return Answer(response, bytes);
    }

    public WireAnswer Send(
        string method,
        string path,
        object? body = null,
        Guid? actingUser = null,
        string? key = "fake-api-key",
        Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(method, path, body, actingUser, key, change);
        using var response = _invoker.Send(request, CancellationToken.None);
        using var bytes = new MemoryStream();
        response.Content.CopyTo(bytes, null, CancellationToken.None);
        return Answer(response, bytes.ToArray());
    }

    public void Dispose() => _invoker.Dispose();

    public static MultipartFormDataContent Picture(string name = "moon.png", byte[]? content = null)
    {
        var part = new ByteArrayContent(content ?? [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { part, "file", name } };
    }

    private static HttpRequestMessage Request(
        string method, string path, object? body, Guid? actingUser, string? key, Action<HttpRequestMessage>? change)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(FakeValentina.BaseAddress, path));
        if (key is not null)
        {
            request.Headers.Add("X-API-KEY", key);
        }

        if (actingUser is { } user)
        {
            request.Headers.Add("On-Behalf-Of", user.ToString());
        }

        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            JsonNode node => new StringContent(node.ToJsonString(), Encoding.UTF8, "application/json"),
            _ => new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        change?.Invoke(request);
        return request;
    }

    private static WireAnswer Answer(HttpResponseMessage response, byte[] bytes)
    {
        // Not validated, so that every header is seen as it was sent.
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new WireAnswer(
            (int)response.StatusCode, isJson && bytes.Length > 0 ? JsonNode.Parse(Unpacked(bytes, headers)) : null, headers, bytes);
    }

    private static byte[] Unpacked(byte[] bytes, Dictionary<string, string> headers)
    {
        if (!headers.ContainsKey("Content-Encoding"))
        {
            return bytes;
        }

        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
