using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Testing;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>The rules of the real service's framework, on every operation: routes, keys, bodies, fields.</summary>
public sealed class FrameworkRuleTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string[] Open = ["/", "/health", "/ready", "/v1/providers", "/v1/providers/claude/models"];
    private static readonly string[] Keyed = ["/v1/usage", "/v1/capabilities"];

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["/v1/chat/completions"] = """{"messages":[{"role":"user","content":"x"}]}""",
        ["/v1/batch"] = """{"prompts":[{"prompt":"x"}]}""",
        ["/v1/route"] = """{"prompt":"x"}""",
        ["/v1/process"] = """{"provider":"a","model_name":"b","user_message":"x"}""",
        ["/v1/task"] = """{"description":"x"}""",
    };

    public static TheoryData<string> Posts => [.. Bodies.Keys];

    public static TheoryData<string> All => [.. Open, .. Keyed, .. Bodies.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_key_is_asked_for_in_both_styles(string path)
    {
        await using var newer = await RealService.Create(FakeMissingKeyAnswer.Unauthorized).StartServerAsync();
        var method = Bodies.ContainsKey(path) ? "POST" : "GET";
        foreach (var (header, detail) in new[]
        {
            (null, "Not authenticated"), ("Bearer ", "Not authenticated"), ("cc_enterprise", "Not authenticated"),
            ("Basic YTpi", "Invalid authentication credentials"),
        })
        {
            var answer = await service.SendAsync(method, path, Bodies.GetValueOrDefault(path), null, header);
            if (Open.Contains(path))
            {
                answer.Status.Should().Be(200);
                continue;
            }

            (answer.Status, answer.Detail).Should().Be((403, detail), header);
            answer.Headers.Should().Equal("x-request-id");

            using var http = new HttpClient { BaseAddress = newer.BaseAddress };
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var refusal = await http.SendAsync(request);
            ((int)refusal.StatusCode).Should().Be(401);
            refusal.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
            (await refusal.Content.ReadAsStringAsync()).Should().Be("""{"detail":"Not authenticated"}""");
        }

        if (!Open.Contains(path))
        {
            foreach (var key in new[] { "revoked", "unknown" })
            {
                var answer = await service.SendAsync(method, path, Bodies.GetValueOrDefault(path), key);
                (answer.Status, answer.Detail).Should().Be((401, "Invalid or revoked API key"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Other_methods_and_slashes_are_refused_with_the_way_to_go(string path)
    {
        var own = Bodies.ContainsKey(path) ? "POST" : "GET";
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" }.Where(method => method != own))
        {
            var answer = await service.SendAsync(method, path, null, null);
            (answer.Status, answer.Text, answer.Header("Allow")).Should().Be((405, """{"detail":"Method Not Allowed"}""", own));
            answer.Header("X-Request-ID").Should().NotBeNull();
        }

        if (path != "/")
        {
            var answer = await service.SendAsync(own, path + "/?period=day", null, null);
            (answer.Status, answer.Text, answer.ContentType).Should().Be((307, "", null));
            answer.Location.Should().Be(new Uri(service.BaseAddress, path + "?period=day"));
            (await service.SendAsync(own, path + "/nothing", null, null)).Status.Should().Be(404);
        }
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Bodies_are_read_as_the_framework_reads_them(string path)
    {
        foreach (var (body, entry) in new[]
        {
            ("[]", NoObject("[]")),
            ("\"x\"", NoObject("\"x\"")),
            ("5", NoObject("5")),
            ("null", """{"type":"missing","loc":["body"],"msg":"Field required","input":null}"""),
            ("", """{"type":"missing","loc":["body"],"msg":"Field required","input":null}"""),
            ("{", Json(1, "Expecting property name enclosed in double quotes")),
            ("  ", Json(2, "Expecting value")),
            ("{\"a\" 1}", Json(5, "Expecting ':' delimiter")),
            ("{\"a\":1 \"b\":2}", Json(7, "Expecting ',' delimiter")),
            ("{\"a\":tru}", Json(5, "Expecting value")),
            ("{\"a\":\"\U0001F43A", Json(5, "Unterminated string starting at")),
            ("{\"\U0001F43A\":1}}", Json(7, "Extra data")),
            ("{\"a\":\"\n\"}", Json(6, "Invalid control character at")),
            ("{\"a\":\"\\x\"}", Json(6, "Invalid \\escape")),
            ("[1,", Json(3, "Expecting value")),
        })
        {
            var answer = await service.SendAsync("POST", path, body, "enterprise");
            (answer.Status, answer.Text).Should().Be((422, $$"""{"detail":[{{entry}}]}"""), body);
        }

        (await service.SendAsync("POST", path, "{", null)).Status.Should().Be(422, "the body is read before the key is looked at");
        (await service.SendAsync("POST", path, "[]", null)).Status.Should().Be(403, "the key is looked at before the fields are");
    }

    [Theory]
    [InlineData(
        "/v1/chat/completions", "max_tokens", "\"many\"", "int_parsing",
        "Input should be a valid integer, unable to parse string as an integer")]
    [InlineData(
        "/v1/chat/completions", "max_tokens", "1.5", "int_from_float",
        "Input should be a valid integer, got a number with a fractional part")]
    [InlineData("/v1/chat/completions", "max_tokens", "[]", "int_type", "Input should be a valid integer")]
    [InlineData(
        "/v1/chat/completions", "timeout", "\"soon\"", "float_parsing",
        "Input should be a valid number, unable to parse string as a number")]
    [InlineData("/v1/chat/completions", "timeout", "{}", "float_type", "Input should be a valid number")]
    [InlineData("/v1/chat/completions", "allowed_tools", "\"Read\"", "list_type", "Input should be a valid list")]
    [InlineData("/v1/batch", "model", "true", "string_type", "Input should be a valid string")]
    [InlineData("/v1/batch", "timeout", "null", "float_type", "Input should be a valid number")]
    [InlineData("/v1/batch", "prompts", "{}", "list_type", "Input should be a valid list")]
    [InlineData(
        "/v1/process", "async_processing", "\"maybe\"", "bool_parsing", "Input should be a valid boolean, unable to interpret input")]
    [InlineData("/v1/process", "async_processing", "null", "bool_type", "Input should be a valid boolean")]
    [InlineData("/v1/process", "additional_params", "[]", "dict_type", "Input should be a valid dictionary")]
    [InlineData(
        "/v1/process", "temperature", "\"warm\"", "float_parsing", "Input should be a valid number, unable to parse string as a number")]
    [InlineData("/v1/task", "allow_tools", "null", "list_type", "Input should be a valid list")]
    [InlineData("/v1/task", "timeout", "59.5", "int_from_float", "Input should be a valid integer, got a number with a fractional part")]
    [InlineData("/v1/task", "project_id", "null", "string_type", "Input should be a valid string")]
    public async Task A_field_of_the_wrong_type_is_told_in_the_frameworks_words(
        string path, string member, string value, string type, string message)
    {
        var body = (JObject)RealAnswer.Parse(Bodies[path]);
        body[member] = RealAnswer.Parse(value);

        var answer = await service.SendAsync("POST", path, body.ToString(), "enterprise");

        answer.Status.Should().Be(422);
        answer.Text.Should().Be($$"""{"detail":[{"type":"{{type}}","loc":["body","{{member}}"],"msg":"{{message}}","input":{{value}}}]}""");
    }

    [Fact]
    public async Task Faults_of_all_fields_and_alternatives_come_at_once()
    {
        var answer = await service.SendAsync(
            "POST", "/v1/chat/completions", """{"messages":[5,{"role":"user"}],"timeout":0,"tool_choice":1}""", "enterprise");

        answer.Json["detail"]!.Select(static one => string.Join('.', one["loc"]!) + " " + one["type"]).Should().Equal(
            "body.messages.list[Message].0 model_attributes_type",
            "body.messages.list[dict[str,any]].0 dict_type",
            "body.timeout greater_than_equal",
            "body.tool_choice.str string_type",
            "body.tool_choice.dict[str,any] dict_type");
    }

    [Theory]
    [InlineData("/v1/batch", "timeout", "\" 5 \"")]
    [InlineData("/v1/batch", "timeout", "true")]
    [InlineData("/v1/chat/completions", "max_tokens", "\"1_000\"")]
    [InlineData("/v1/chat/completions", "max_tokens", "true")]
    [InlineData("/v1/route", "context_size", "false")]
    [InlineData("/v1/task", "timeout", "true")]
    [InlineData("/v1/route", "context_size", "5.0")]
    [InlineData("/v1/route", "context_size", "\"5.0\"")]
    [InlineData("/v1/process", "async_processing", "\"off\"")]
    [InlineData("/v1/process", "use_cli", "1")]
    [InlineData("/v1/task", "timeout", "\"60\"")]
    [InlineData("/v1/task", "max_cost", "\"0.5\"")]
    [InlineData("/v1/task", "zzz", "[]")]
    public async Task What_the_framework_can_read_it_takes(string path, string member, string value)
    {
        var body = (JObject)RealAnswer.Parse(Bodies[path]);
        body[member] = RealAnswer.Parse(value);

        var answer = await service.SendAsync("POST", path, body.ToString(), "enterprise");

        answer.Status.Should().Be(200, answer.Text);
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(5, "5.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(4.25e-06, "4.25e-06")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(5.749999999999999e-06, "5.749999999999999e-06")]
    [InlineData(0.0038422499999999997, "0.0038422499999999997")]
    [InlineData(150.00078, "150.00078")]
    [InlineData(123456789012345680, "1.2345678901234568e+17")]
    [InlineData(1e300, "1e+300")]
    public void Numbers_are_written_as_the_service_writes_them(double number, string expected)
        => PythonText.Float(number).Should().Be(expected);

    private static string NoObject(string input) => Entry(
        "model_attributes_type",
        new JArray("body"),
        "Input should be a valid dictionary or object to extract fields from",
        RealAnswer.Parse(input));

    private static string Json(int position, string error)
    {
        var entry = JObject.Parse(Entry("json_invalid", new JArray("body", position), "JSON decode error", new JObject()));
        entry["ctx"] = new JObject { ["error"] = error };
        return entry.ToString(Formatting.None);
    }

    private static string Entry(string type, JArray place, string message, JToken input)
        => new JObject { ["type"] = type, ["loc"] = place, ["msg"] = message, ["input"] = input }.ToString(Formatting.None);
}
