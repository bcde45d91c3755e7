using System.Buffers.Binary;
using System.Text;
using Valentina.ClaudeCode;
using Valentina.Testing;
using Valentina.Tests.Shared;
using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>
/// The stream of the Claude fake on its port: bad handshakes are refused in words, bad frames end their own connection and no other.
/// </summary>
public sealed class HostileSocketTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    private const string Key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private const string Version = "Sec-WebSocket-Version: 13\r\n";
    private const int Text = 1;
    private const int Binary = 2;
    private const int Close = 8;
    private const int Ping = 9;
    private const int Final = 0x80;

    private static readonly Dictionary<string, string> Handshakes = new()
    {
        ["no key"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Version,
        ["an empty key"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Version + "Sec-WebSocket-Key:\r\n",
        ["a key that is no base64"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Version + "Sec-WebSocket-Key: ***\r\n",
        ["a short key"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Version + "Sec-WebSocket-Key: YWJj\r\n",
        ["no version"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Key,
        ["an old version"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Key + "Sec-WebSocket-Version: 8\r\n",
        ["a version that is a word"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Key + "Sec-WebSocket-Version: new\r\n",
        ["no upgrade"] = "GET /v1/stream HTTP/1.1\r\nConnection: close\r\n" + Key + Version,
        ["an upgrade to something else"] = "GET /v1/stream HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: carrier-pigeon\r\n" + Key + Version,
        ["POST"] = "POST /v1/stream HTTP/1.1\r\n" + Upgrade + Key + Version + "Content-Length: 0\r\n",
        ["no connection header"] = "GET /v1/stream HTTP/1.1\r\nUpgrade: websocket\r\n" + Key + Version,
        ["a bad host"] = "GET /v1/stream HTTP/1.1\r\n" + Upgrade + Key + Version + "Host: a b\r\n",
    };

    /// <summary>What is sent after a good handshake, and how the server must end it: with which close code, or 1006 for none.</summary>
    private static readonly Dictionary<string, (byte[] Bytes, int Code)> Frames = new()
    {
        ["an unmasked frame"] = ([0x81, 10, .. RawHttp.Bytes("{         }")], 1002),
        ["a reserved bit"] = (Frame(Final | 0x40 | Text, "{}"), 1002),
        ["a reserved opcode"] = (Frame(Final | 3, "{}"), 1002),
        ["a reserved control opcode"] = (Frame(Final | 0xB, ""), 1002),
        ["a continuation of nothing"] = (Frame(Final | 0, "{}"), 1002),
        ["a text within a text"] = ([.. Frame(Text, "{"), .. Frame(Final | Text, "}")], 1002),
        ["a ping in pieces"] = (Frame(Ping, "a"), 1002),
        ["a ping too long"] = (Frame(Final | Ping, new string('a', 126)), 1002),
        ["a close of one byte"] = (Frame(Final | Close, "a"), 1002),
        ["a close with code 1005"] = (Frame(Final | Close, RawHttp.Bytes("\u0003\u00ed")), 1002),
        ["a close with code 0"] = (Frame(Final | Close, RawHttp.Bytes("\0\0")), 1002),
        ["a close with an application's code"] = (Frame(Final | Close, RawHttp.Bytes("\u000f\u00a0bye")), 4000),
        ["a close without a code"] = (Frame(Final | Close, ""), 1000),
        ["a text that is no UTF-8"] = (Frame(Final | Text, RawHttp.Bytes("{\"a\":\"\u00ff\"}")), 1007),
        ["a surrogate in UTF-8"] = (Frame(Final | Text, RawHttp.Bytes("\u00ed\u00a0\u0080")), 1007),
        ["a message above 16 MiB"] = (Frame(Final | Text, new byte[(16 * 1024 * 1024) + 1]), 1009),
        ["a binary message"] = (Frame(Final | Binary, "{}"), 1006),
        ["null"] = (Frame(Final | Text, "null"), 1006),
        ["a list"] = (Frame(Final | Text, "[]"), 1006),
        ["messages that are none"] = (Frame(Final | Text, """{"type":"chat","messages":[1,null]}"""), 1006),
        ["a message's content that is a number"] = (
            ThenClose(Frame(Final | Text, """{"type":"chat","model":"haiku","messages":[{"role":"user","content":5}]}""")), 1000),
        ["a role that is a number"] = (
            Frame(Final | Text, """{"type":"chat","model":"haiku","messages":[{"role":5,"content":"x"}]}"""), 1006),
        ["a project that is a list"] = (
            Frame(Final | Text, """{"type":"chat","model":"haiku","project_id":[],"messages":[{"role":"user","content":"x"}]}"""), 1006),
        ["a key that is a number"] = (Frame(Final | Text, """{"type":"agentic_task","api_key":5}"""), 1006),
        ["a timeout that is a text"] = (
            Frame(Final | Text, """{"type":"agentic_task","api_key":"fake-claude-key","description":"x","timeout":"soon"}"""), 1006),
        ["a timeout too large"] = (
            Frame(Final | Text, """{"type":"agentic_task","api_key":"fake-claude-key","description":"x","timeout":1e300}"""), 1006),
        ["a type that is a number"] = (ThenClose(Frame(Final | Text, """{"type":5}""")), 1000),
        ["a model that is a list"] = (
            ThenClose(Frame(Final | Text, """{"type":"chat","model":[],"messages":[{"role":"user","content":"x"}]}""")), 1000),
        ["no JSON"] = (ThenClose(Frame(Final | Text, "{")), 1000),
        ["keys twice"] = (ThenClose(Frame(Final | Text, """{"type":"x","type":"y","a":1,"a":2}""")), 1000),
        ["a lone surrogate"] = (ThenClose(Frame(Final | Text, """{"type":"\ud800"}""")), 1000),
        ["nested lists"] = (ThenClose(Frame(Final | Text, new string('[', 100_000))), 1000),
        ["an empty text"] = (ThenClose(Frame(Final | Text, "")), 1000),
    };

    private readonly FakeClaudeCode _fake = new(new FakeClaudeCodeOptions { ApiKey = "fake-claude-key", PieceDelay = TimeSpan.Zero });
    private Testing.FakeServer _server = null!;

    public static TheoryData<string> BadHandshakes => [.. Handshakes.Keys];

    public static TheoryData<string> BadFrames => [.. Frames.Keys];

    public async Task InitializeAsync() => _server = await _fake.StartServerAsync();

    public async Task DisposeAsync()
    {
        _fake.Unforeseen.Should().BeNull();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(BadHandshakes))]
    public async Task A_bad_handshake_is_refused_in_words(string name)
    {
        var host = name == "a bad host" ? "" : "Host: 127.0.0.1\r\n";

        var answer = await RawHttp.SendAsync(_server.BaseAddress, RawHttp.Bytes(Handshakes[name].Replace(
            "Connection: Upgrade",
            "Connection: Upgrade, close",
            StringComparison.Ordinal) + host + (name == "no connection header" ? "Connection: close\r\n" : "") + "\r\n"));

        answer.Status.Should().BeInRange(400, 499, answer.ToString());
        OwnShape.OfClaude(answer, name);
    }

    [Fact]
    public async Task Another_path_is_refused_as_the_real_service_refuses_it()
    {
        var answer = await RawHttp.SendAsync(_server.BaseAddress, RawHttp.Bytes($"GET /v1/elsewhere HTTP/1.1\r\nHost: 127.0.0.1\r\n{Upgrade.Replace("Upgrade\r", "Upgrade, close\r", StringComparison.Ordinal)}{Key}{Version}\r\n"));

        answer.Status.Should().Be(403);
    }

    [Theory]
    [MemberData(nameof(BadFrames))]
    public async Task A_bad_frame_ends_its_connection_and_no_other(string name)
    {
        var (bytes, code) = Frames[name];

        var (texts, ended) = await TalkAsync(bytes, endsSending: false);

        // .NET's own socket breaks off after the code of a broken frame, which may overtake it.
        ended.Should().Match(
            found => found == code || (found == 1006 && (code == 1002 || code == 1007)), $"{name}: {string.Join(' ', texts)}");
        if (code == 1006)
        {
            texts.Should().ContainSingle().Which.Should().Contain("Server error: ");
        }

        await StillAnswersAsync();
    }

    [Fact]
    public async Task Noise_ends_its_connection_and_no_other()
    {
        var seed = TestSeed.Take(output);
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var frames = Frames.ElementAt(random.Next(Frames.Count)).Value.Bytes;
            var bytes = frames.Length > 1_000_000 ? frames[..1000] : [.. frames];
            for (var change = random.Next(5); change >= 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await TalkAsync(bytes, endsSending: true);
            _fake.Unforeseen.Should().BeNull($"round {round} of seed {seed}");
        }

        await StillAnswersAsync();
    }

    private static byte[] ThenClose(byte[] frames) => [.. frames, .. Frame(Final | Close, RawHttp.Bytes("\u0003\u00e8"))];

    private static byte[] Frame(int first, string text) => Frame(first, Encoding.UTF8.GetBytes(text));

    /// <summary>A frame as a client writes it; masked with nothing, so that its bytes stay as they are.</summary>
    private static byte[] Frame(int first, byte[] payload)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, payload.Length);
        return payload.Length switch
        {
            < 126 => [(byte)first, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload],
            <= ushort.MaxValue => [(byte)first, 0x80 | 126, .. length[6..], 0, 0, 0, 0, .. payload],
            _ => [(byte)first, 0x80 | 127, .. length, 0, 0, 0, 0, .. payload],
        };
    }

    /// <summary>Shakes hands, sends bytes, and reads to the end: which texts came, and with which code it closed.</summary>
    private async Task<(List<string> Texts, int Code)> TalkAsync(byte[] bytes, bool endsSending)
    {
        var answer = await RawHttp.UpgradeAsync(
            _server.BaseAddress,
            RawHttp.Bytes($"GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n{Upgrade}{Key}{Version}\r\n"),
            bytes,
            endsSending);
        answer.Status.Should().Be(101);
        var texts = new List<string>();
        var rest = answer.Body.AsMemory();
        while (rest.Length >= 10 || (rest.Length >= 2 && (rest.Span[1] & 0x7F) < 126))
        {
            var (start, length) = (rest.Span[1] & 0x7F) switch
            {
                126 => (4, BinaryPrimitives.ReadUInt16BigEndian(rest.Span[2..])),
                127 => (10, (int)BinaryPrimitives.ReadInt64BigEndian(rest.Span[2..])),
                var small => (2, small),
            };
            if (rest.Length < start + length)
            {
                break;
            }

            var payload = rest.Slice(start, length);
            if ((rest.Span[0] & 0xF) == Close)
            {
                return (texts, length < 2 ? 1005 : BinaryPrimitives.ReadUInt16BigEndian(payload.Span));
            }

            texts.Add(Encoding.UTF8.GetString(payload.Span));
            rest = rest[(start + length)..];
        }

        return (texts, 1006);
    }

    private async Task StillAnswersAsync()
    {
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = _server.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey });
        var text = new StringBuilder();
        await foreach (var piece in claude.StreamAsync("still there?"))
        {
            text.Append(piece);
        }

        text.ToString().Should().Contain("still there?");
    }
}
