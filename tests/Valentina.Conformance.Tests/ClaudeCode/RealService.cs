using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>
/// The fake set up as the real service was when its answers were taken: the same keys, the same usage, a model that fails when the prompt
/// says so. It stands on a loopback port, so that nothing is thrown at the caller.
/// </summary>
public sealed class RealService : IAsyncLifetime
{
    private readonly FakeClaudeCode _fake = Create();

    private Testing.FakeServer? _server;

    public Uri BaseAddress => _server!.BaseAddress;

    public FakeClaudeCode Fake => _fake;

    public static string KeyOf(string name) => "cc_" + name;

    public static FakeClaudeCode Create(FakeMissingKeyAnswer missingKey = FakeMissingKeyAnswer.Forbidden)
    {
        var options = new FakeClaudeCodeOptions
        {
            ApiKey = KeyOf("default"),
            MissingKeyAnswer = missingKey,
            PieceDelay = TimeSpan.Zero,
            Strict = false,
            TimeProvider = new FakeClock(),
        };
        options.Keys.Add(new FakeClaudeKey(KeyOf("enterprise"), "main") { RequestsPerMinute = 10_000 });
        options.Keys.Add(new FakeClaudeKey(KeyOf("pro"), "main") { Profile = FakeClaudeProfile.Pro, RequestsPerMinute = 10_000 });
        options.Keys.Add(new FakeClaudeKey(KeyOf("free"), "main") { Profile = FakeClaudeProfile.Free, RequestsPerMinute = 10_000 });
        options.Keys.Add(new FakeClaudeKey(KeyOf("tight"), "tight") { RequestsPerMinute = 10_000 });
        options.Keys.Add(new FakeClaudeKey(KeyOf("noprofile"), "main") { Profile = null, RequestsPerMinute = 10_000 });
        options.Keys.Add(new FakeClaudeKey(KeyOf("revoked"), "main") { IsRevoked = true });
        options.TokenBudgets["tight"] = 50;
        var fake = new FakeClaudeCode(options);
        fake.OnPrompt("[[stderr=rate limit]]").Exits(1, "rate limit");
        fake.OnPrompt("[[stderr=boom]]").Exits(1, "boom");
        return fake;
    }

    public async Task InitializeAsync()
    {
        _server = await _fake.StartServerAsync();
        foreach (var model in new[] { "haiku", "sonnet", "opus", "claude-9" })
        {
            var body = $$"""{"messages":[{"role":"user","content":"x"}],"model":"{{model}}"}""";
            await SendAsync("POST", "/v1/chat/completions", body, "enterprise");
        }

        _fake.OnPrompt("spent").Uses(70, 71);
        await SendAsync("POST", "/v1/batch", """{"prompts":[{"prompt":"spent"}],"model":"haiku"}""", "tight");
    }

    public async Task DisposeAsync()
    {
        _fake.Unforeseen.Should().BeNull();
        await _server!.DisposeAsync();
    }

    public ClaudeCodeClient Client(string key) => new(new ClaudeCodeOptions
    {
        BaseUrl = BaseAddress.AbsoluteUri, ApiKey = KeyOf(key), MaxRetries = 0,
    });

    public Task<RealAnswer> SendAsync(string method, string path, string? body, string? key, string? authorization = null)
        => SendAsync(method, path, body, key, authorization, synchronous: false);

    public Task<RealAnswer> SendAsync(JObject request, bool synchronous) => SendAsync(
        (string)request["method"]!,
        (string)request["path"]!,
        (string?)request["body"],
        (string?)request["key"],
        (string?)request["authorization"],
        synchronous);

    /// <summary>Sends a message over a socket of .NET's own, and reads up to the end of its answer.</summary>
    public async Task<(string Answer, WebSocketState State)> TalkAsync(string message)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(BaseAddress) { Scheme = "ws", Path = "/v1/stream" }.Uri, limit.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        var answer = new StringBuilder();
        var tokens = 0;
        while (true)
        {
            var frame = await ReadAsync(socket, limit.Token);
            if ((string?)frame["type"] == "token")
            {
                tokens++;
                continue;
            }

            answer.Append(frame.ToString(Formatting.None));
            if ((string?)frame["type"] is not ("done" or "result" or "error"))
            {
                continue;
            }

            var text = string.Create(CultureInfo.InvariantCulture, $"tok={tokens} {answer}");
            if (answer.ToString().Contains("Server error: ", StringComparison.Ordinal))
            {
                await Record.ExceptionAsync(() => ReadAsync(socket, limit.Token));
            }

            return (text, socket.State);
        }
    }

    private static async Task<JObject> ReadAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return RealAnswer.Parse(Encoding.UTF8.GetString(buffer, 0, length)) as JObject ?? [];
            }
        }
    }

    private async Task<RealAnswer> SendAsync(
        string method, string path, string? body, string? key, string? authorization, bool synchronous)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(BaseAddress, path));
        if ((authorization ?? (key is null ? null : "Bearer " + KeyOf(key))) is { } header)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = synchronous ? http.Send(request) : await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new RealAnswer(response, text);
    }
}

/// <summary>An answer over the wire.</summary>
public sealed class RealAnswer(HttpResponseMessage response, string text)
{
    private static readonly string[] OfTheServer = ["content-type", "content-length", "date", "server", "transfer-encoding", "connection"];

    public int Status { get; } = (int)response.StatusCode;

    public string? ContentType { get; } = response.Content.Headers.ContentType?.ToString();

    public Uri? Location { get; } = response.Headers.Location;

    public IReadOnlyList<string> Headers { get; } =
    [
        .. response.Headers.Concat(response.Content.Headers).Select(static one => one.Key.ToLowerInvariant()).Except(OfTheServer)
            .Order(StringComparer.Ordinal),
    ];

    public string Text { get; } = text;

    public JToken Json => Parse(Text);

    public string? Detail => (string?)Json["detail"];

    public string? Header(string name) => response.Headers.TryGetValues(name, out var values)
        || response.Content.Headers.TryGetValues(name, out values) ? values.Single() : null;

    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
