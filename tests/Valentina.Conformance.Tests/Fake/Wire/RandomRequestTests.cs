using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Valentina.Testing;
using Valentina.Testing.Contract;
using Valentina.Tests.Shared;
using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>Requests that nobody thought of: every operation, with values made from its schema and broken by chance.</summary>
public sealed class RandomRequestTests(ITestOutputHelper output)
{
    private const int Requests = 1500;

    private static readonly string[] Texts =
    [
        "", " ", "\0", "\u0001", "\ud83d\ude00", "\u202e", "a\nb", "..", "/", "%", "%00", "'; --", "{0}", "null", "NaN", "-1", "1e999",
        "99999999999999999999", "\uffff", "true",
        "00000000-0000-0000-0000-000000000000", "2026-02-31", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "a@b", "DELETE", "ADMIN",
        "MORTAL",
    ];

    private static readonly string[] Raw =
    [
        "null", "true", "[]", "{}", "[null]", "[[]]", "[{}]", "0", "-0", "-1", "1.5", "1e5", "1e308", "1e999", "-1e999", "2147483648",
        "-2147483649", "9223372036854775808", "1e-400", "NaN",
        "\"\\ud800\"", "\"\\u0000\"", "\"\"", "\" \"", "\"1\"", "\"1e999\"", "\"\u00ff\"", "{\"a\":1,\"a\":2}", "\"9999-12-31\"",
        "\"00000000-0000-4000-8000-000000000000\"",
    ];

    [Fact]
    public async Task Valentina_answers_each_in_its_own_words()
    {
        var fake = new FakeValentina();
        await using var server = await fake.StartServerAsync();
        var ids = new[] { fake.CompanyId, fake.AdminId, fake.StorytellerId, fake.PlayerId }.Select(id => id.ToString()).ToList();
        await RunAsync(
            fake, server, ids,
            random => $"X-API-KEY: {fake.ApiKey}\r\nOn-Behalf-Of: {(random.Next(8) == 0 ? Header(random) : ids[random.Next(1, 4)])}\r\n",
            OwnShape.OfNoir);
    }

    [Fact]
    public async Task Claude_answers_each_in_its_own_words()
    {
        var fake = new FakeClaudeCode();
        await using var server = await fake.StartServerAsync();
        await RunAsync(
            fake, server, ["anthropic"], random => $"Authorization: Bearer {(random.Next(8) == 0 ? Header(random) : fake.ApiKey)}\r\n",
            OwnShape.OfClaude);
    }

    private async Task RunAsync(
        FakeService fake, Testing.FakeServer server, List<string> ids, Func<Random, string> headers, Action<RawAnswer, string> check)
    {
        var seed = TestSeed.Take(output);
        var random = new Random(seed);
        var samples = new SampleMaker(random, fake.Clock.GetUtcNow());
        for (var index = 0; index < Requests; index++)
        {
            var operation = fake.Contract.Operations[random.Next(fake.Contract.Operations.Count)];
            var request = Request(operation, ids, headers(random), samples, random);
            var answer = await RawHttp.SendAsync(server.BaseAddress, request);
            var because = $"this is number {index} of seed {seed}: {Encoding.Latin1.GetString(request)}"
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal);

            check(answer, because);
            if (fake.Unforeseen is { } unforeseen)
            {
                Assert.Fail($"The engine threw. {because}{Environment.NewLine}{unforeseen}");
            }

            if (answer.Status is >= 200 and < 300 && answer.Header("Content-Type") == "application/json" && answer.Body.Length > 0)
            {
                Remember(ids, JsonNode.Parse(answer.Body));
            }
        }
    }

    /// <summary>What was created is what later requests are about.</summary>
    private static void Remember(List<string> ids, JsonNode? body)
    {
        if ((body as JsonObject)?["id"] is JsonValue id)
        {
            ids.Add(id.ToString());
        }
    }

    private static byte[] Request(ContractOperation operation, List<string> ids, string headers, SampleMaker samples, Random random)
    {
        var path = string.Concat(
            operation.Segments.Select(segment => "/" + (segment.StartsWith('{') ? Value(segment, ids, random) : segment)));
        var query = string.Join('&', operation.Parameters
            .Where(parameter => parameter.In == "query" && (parameter.Required || random.Next(3) == 0))
            .Select(parameter => $"{parameter.Name}={(random.Next(2) == 0 ? Escaped(random) : Uri.EscapeDataString(samples.Make(parameter.Schema, parameter.Name)?.ToString() ?? ""))}"));
        var body = operation.RequestBody is not { } declared ? []
            : declared.IsJson ? Json(declared, samples, random)
            : Form(random);
        var type = operation.IsUpload ? "Content-Type: multipart/form-data; boundary=line\r\n" : "Content-Type: application/json\r\n";
        return
        [
            .. RawHttp.Bytes($"{operation.Method} {path}{(query.Length > 0 ? "?" + query : "")} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Connection: close\r\n"),
            .. RawHttp.Bytes($"{type}Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"),
            .. body,
        ];
    }

    private static string Value(string segment, List<string> ids, Random random)
        => segment == "{company_id}" && random.Next(10) > 0 ? ids[0]
            : random.Next(6) == 0 ? Escaped(random)
            : ids[random.Next(ids.Count)];

    private static string Escaped(Random random) => random.Next(4) switch
    {
        0 => "%" + random.Next(256).ToString("x2", CultureInfo.InvariantCulture).Replace("00", "01", StringComparison.Ordinal),
        1 => "%ff%zz%",
        _ => Uri.EscapeDataString(Texts[random.Next(Texts.Length)].Replace("\0", "", StringComparison.Ordinal)) is { Length: > 0 } text
            ? text
            : "x",
    };

    private static string Header(Random random)
        => new([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(0x21, 0x100))]);

    private static byte[] Json(ContractBody declared, SampleMaker samples, Random random)
    {
        var body = samples.Make(declared.Schema!) ?? new JsonObject();
        var marks = new List<string>();
        for (var count = random.Next(3); count > 0; count--)
        {
            Break(body, marks, random);
        }

        // The marks become what no node can hold: broken escapes, numbers out of range, keys that come twice, bytes that are no text.
        var text = body.ToJsonString();
        foreach (var mark in marks)
        {
            text = text.Replace($"\"{mark}\"", Raw[random.Next(Raw.Length)], StringComparison.Ordinal);
        }

        var bytes = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text);
        if (bytes.Length > 0 && random.Next(10) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(20) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void Break(JsonNode node, List<string> marks, Random random)
    {
        var mark = $"mark{marks.Count}";
        switch (node)
        {
            case JsonObject { Count: > 0 } form:
                var name = form.ElementAt(random.Next(form.Count)).Key;
                if (form[name] is JsonObject or JsonArray && random.Next(2) == 0)
                {
                    Break(form[name]!, marks, random);
                }
                else
                {
                    marks.Add(mark);
                    form[name] = mark;
                }

                break;
            case JsonArray { Count: > 0 } list:
                marks.Add(mark);
                list[random.Next(list.Count)] = mark;
                break;
        }
    }

    private static byte[] Form(Random random)
    {
        var body = RawHttp.Bytes("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\u00ff.png\"\r\nContent-Type: image/png\r\n\r\n\u0089PNG\r\n\u001a\n\0\0\r\n--line--\r\n");
        body[random.Next(body.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? body[..random.Next(body.Length)] : body;
    }
}
