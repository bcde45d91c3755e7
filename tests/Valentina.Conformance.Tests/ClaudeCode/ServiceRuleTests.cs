using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>The rules of the real service beyond single answers: models, profiles, prompts, budgets, bookings, the breaker.</summary>
public sealed class ServiceRuleTests
{
    private readonly FakeClaudeCode _fake = RealService.Create();

    [Theory]
    [InlineData("list files", 0, "haiku", "Simple prompt with basic keywords → Haiku")]
    [InlineData("Show me", 10_000, "haiku", "Simple prompt with basic keywords → Haiku")]
    [InlineData("analyze the architecture", 100, "sonnet", "Complex reasoning keywords with sufficient budget → Sonnet")]
    [InlineData(
        "review and list",
        0,
        "haiku",
        "Simple prompt with basic keywords → Haiku | Complex reasoning keywords with sufficient budget → Sonnet")]
    [InlineData("hello", 0, "sonnet", "Medium complexity task → Sonnet (default)")]
    [InlineData("hello", 10_001, "opus", "Context constraint: Large context requires Opus")]
    public async Task The_model_follows_from_context_and_words(string prompt, int contextSize, string model, string reason)
    {
        var answer = await PostAsync("/v1/route", new { prompt, context_size = contextSize });

        ((string?)answer.Json["recommended_model"], (string?)answer.Json["reasoning"]).Should().Be((model, reason));
    }

    [Theory]
    [InlineData("list " + Hundred, "sonnet")]
    [InlineData("design it", "sonnet")]
    [InlineData("list it", "haiku")]
    public async Task Completions_batches_and_tasks_choose_alike(string prompt, string model)
    {
        await PostAsync("/v1/chat/completions", new { messages = new[] { new { role = "user", content = prompt } } });
        await PostAsync("/v1/batch", new { prompts = new[] { new { prompt }, new { prompt = "hello" } } });
        await PostAsync("/v1/task", new { description = prompt });
        await PostAsync("/v1/task", new { description = prompt, allow_skills = new[] { "code-analyzer" } });

        _fake.Prompts.Select(static one => one.Model).Should().Equal(model, model, model, model, "sonnet");
    }

    [Fact]
    public async Task Little_budget_forces_the_smallest_model_and_none_left_counts_as_no_budget()
    {
        var answer = await PostAsync("/v1/route", new { prompt = "design", context_size = 20_000 }, "tight");
        ((string?)answer.Json["recommended_model"], (string?)answer.Json["reasoning"]).Should().Be((
            "haiku", "Budget constraint: Insufficient budget forces Haiku | Complex keywords but limited budget → Haiku"));

        _fake.OnPrompt("x").Uses(25, 25);
        await PostAsync("/v1/batch", new { prompts = new[] { new { prompt = "x" } } }, "tight");
        answer = await PostAsync("/v1/route", new { prompt = "design" }, "tight");
        ((string?)answer.Json["recommended_model"]).Should().Be("sonnet");
        ((long)answer.Json["budget_status"]!["remaining"]!).Should().Be(0);
    }

    [Theory]
    [InlineData("claude-3-haiku", "haiku")]
    [InlineData("CLAUDE-3-OPUS", "opus")]
    [InlineData("claude-9", "sonnet")]
    [InlineData("gpt-4o", "opus")]
    [InlineData("gpt-4o-mini", "haiku")]
    [InlineData("gpt-4-turbo", "opus")]
    [InlineData("gpt-4", "sonnet")]
    [InlineData("gpt-5-nano", "haiku")]
    [InlineData("gpt-3.5-turbo", "haiku")]
    [InlineData("o1-preview", "opus")]
    [InlineData("gemini-pro", "haiku")]
    [InlineData("mistral", "sonnet")]
    public async Task Foreign_models_are_mapped(string name, string model)
    {
        var answer = await PostAsync("/v1/process", new { provider = "p", model_name = name, user_message = "x" });

        ((string?)answer.Json["metadata"]!["mapped_from"]).Should().Be($"p:{name} → claudecode:{model}");
        ((string?)answer.Json["model"]).Should().Be(name);
    }

    [Theory]
    [InlineData("free", "Read", null)]
    [InlineData("free", "Glob", "Tool 'Glob' is not in allowed list")]
    [InlineData("free", "Edit", "Tool 'Edit' is explicitly blocked")]
    [InlineData("free", "Bash", "Tool 'Bash' is explicitly blocked")]
    [InlineData("pro", "Bash", null)]
    [InlineData("pro", "Write", "Tool 'Write' is explicitly blocked")]
    [InlineData("pro", "Task", "Tool 'Task' is not in allowed list")]
    [InlineData("enterprise", "Anything", null)]
    [InlineData("free", "agent:code-reviewer", "Agent 'code-reviewer' is not in allowed list")]
    [InlineData("pro", "agent:code-reviewer", null)]
    [InlineData("pro", "agent:ghost", "Agent 'ghost' is not in allowed list")]
    [InlineData("free", "skill:code-analyzer", "Skill 'code-analyzer' is not in allowed list")]
    [InlineData("pro", "skill:vulnerability-scanner", null)]
    [InlineData("pro", "skill:ghost", "Skill 'ghost' is not in allowed list")]
    [InlineData("free", "timeout:61", "Requested timeout (61s) exceeds limit (60s)")]
    [InlineData("pro", "timeout:301", "Requested timeout (301s) exceeds limit (300s)")]
    [InlineData("enterprise", "timeout:601", "Requested timeout (601s) exceeds limit (600s)")]
    [InlineData("free", "max_cost:5", "Requested max cost ($5.0) exceeds limit ($0.1)")]
    [InlineData("pro", "max_cost:1.5", "Requested max cost ($1.5) exceeds limit ($1.0)")]
    [InlineData("enterprise", "max_cost:11", "Requested max cost ($11.0) exceeds limit ($10.0)")]
    [InlineData("noprofile", "Read", "No permission profile found for API key")]
    public async Task Profiles_allow_what_they_allow(string key, string wish, string? refusal)
    {
        var task = new JObject { ["description"] = "x", ["timeout"] = 60, ["max_cost"] = 0.1 };
        var parts = wish.Split(':');
        _ = parts[0] switch
        {
            "agent" => task["allow_agents"] = new JArray(parts[1]),
            "skill" => task["allow_skills"] = new JArray(parts[1]),
            "timeout" or "max_cost" => task[parts[0]] = RealAnswer.Parse(parts[1]),
            _ => task["allow_tools"] = new JArray(wish),
        };

        var answer = await PostAsync("/v1/task", task, key);

        (answer.Status, refusal is null ? null : answer.Detail).Should().Be(
            refusal is null ? (200, null) : (403, "Permission denied: " + refusal), answer.Text);
    }

    [Fact]
    public async Task Process_says_what_the_service_makes_of_it()
    {
        var text = new { type = "text", text = "b" };
        foreach (var (body, prompt) in new (object, string)[]
        {
            (
                new
                {
                    messages = new[] { new { role = "assistant", content = "a" }, new { role = "tool", content = "t" } },
                    user_message = "u",
                },
                "Assistant: a"),
            (new { messages = Array.Empty<object>(), system_message = "s", user_message = "u", content = "c" }, "System: s\n\nUser: u"),
            (new { content = new object[] { text, new { type = "image" }, text } }, "User: b b"),
            (new { messages = new[] { new { role = "user", content = new[] { text, text } } } }, "User: b b"),
        })
        {
            var request = JObject.FromObject(body);
            request["provider"] = request["model_name"] = "x";
            (await PostAsync("/v1/process", request)).Status.Should().Be(200);
            _fake.Prompts[^1].Text.Should().Be(prompt);
        }

        foreach (var (tokens, expected) in new (JToken?, long)[] { (null, 1000), (JValue.CreateNull(), 4096), (7, 7) })
        {
            var request = new JObject { ["provider"] = "x", ["model_name"] = "x", ["user_message"] = "x" };
            if (tokens is not null)
            {
                request["max_tokens"] = tokens;
            }

            await PostAsync("/v1/process", request);
            _fake.Prompts[^1].MaxTokens.Should().Be(expected);
        }

        var none = await PostAsync("/v1/process", new { provider = "x", model_name = "x", additional_params = new { stream = true } });
        (none.Status, none.Detail).Should().Be((400, "No messages provided"));
    }

    [Fact]
    public async Task A_project_that_is_null_costs_a_run_and_is_never_booked()
    {
        var answer = await PostAsync(
            "/v1/process", new { provider = "x", model_name = "x", user_message = "x", project_id = (string?)null });

        (answer.Status, answer.ContentType, answer.Text).Should().Be((500, "text/plain; charset=utf-8", "Internal Server Error"));
        answer.Headers.Should().BeEmpty();
        _fake.Prompts.Should().ContainSingle();
    }

    [Fact]
    public async Task Five_failures_of_process_open_the_breaker_for_process_alone()
    {
        _fake.OnPrompt("[[down]]").Fails(FakeModelFault.Overloaded);
        var down = new { provider = "x", model_name = "haiku", user_message = "[[down]]" };
        for (var count = 0; count < 5; count++)
        {
            (await PostAsync("/v1/process", down)).Header("X-Error-Category").Should().Be("overloaded");
        }

        var open = await PostAsync("/v1/process", new { provider = "x", model_name = "haiku", user_message = "x" });
        (open.Status, open.Detail, open.Header("Retry-After")).Should().Be(
            (503, "CLI circuit breaker open — too many recent failures", "30"));
        (await PostAsync("/v1/chat/completions", new { messages = Array.Empty<object>() })).Status.Should().Be(200);
        ((FakeClock)_fake.Clock).Advance(TimeSpan.FromSeconds(31));
        (await PostAsync("/v1/process", new { provider = "x", model_name = "haiku", user_message = "x" })).Status.Should().Be(200);

        _fake.IsCircuitOpen = true;
        (await PostAsync("/v1/process", down)).Header("Retry-After").Should().Be("30");
    }

    [Fact]
    public async Task A_task_is_booked_when_it_ends_well_and_not_when_it_costs_too_much()
    {
        _fake.OnPrompt("dear").Costs(2).Uses(10, 20).Replies(new string('a', 2000));
        _fake.OnPrompt("crash").Fails(FakeModelFault.Crash);
        var dear = await PostAsync("/v1/task", new { description = "dear", project_id = "main" });
        ((string?)dear.Json["status"], (string?)dear.Json["result"]!["error"]).Should().Be(
            ("cost_exceeded", "Cost $2.0000 exceeded limit $1.0000"));
        ((string)dear.Json["result"]!["output"]!).Should().HaveLength(500);
        ((JObject)dear.Json["usage"]!).Properties().Select(static one => one.Name)
            .Should().Equal("input_tokens", "output_tokens", "total_cost", "model_used");

        var crash = await PostAsync("/v1/task", new { description = "crash", project_id = "main" });
        (crash.Status, crash.Detail).Should().Be((500, "Task execution failed: object of type 'NoneType' has no len()"));

        var usage = await SendAsync(HttpMethod.Get, "/v1/usage", null, "enterprise");
        usage.Json["by_model"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"sonnet":{"tokens":0,"cost":0.0}}""");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_task_over_budget_fails_in_the_services_words(bool isStream)
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TokenBudgets = { ["default"] = 3 } });
        using var claude = fake.CreateClient();
        string? words = null;

        var fault = await Record.ExceptionAsync(async () =>
        {
            if (!isStream)
            {
                words = (await claude.AgenticTaskAsync("do it")).Result.Error;
                return;
            }

            await foreach (var one in claude.StreamAgenticTaskAsync("do it"))
            {
                words = (one as ResultEvent)?.Task.Result.Error;
            }
        });

        (fault?.Message ?? words).Should().Contain("Insufficient budget");
        fake.Prompts.Should().BeEmpty();
    }

    private const string Hundred =
        "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789";

    private Task<RealAnswer> PostAsync(string path, object body, string key = "enterprise")
        => SendAsync(HttpMethod.Post, path, body as JToken ?? JObject.FromObject(body), key);

    private async Task<RealAnswer> SendAsync(HttpMethod method, string path, JToken? body, string key)
    {
        using var http = new HttpClient(_fake.CreateHandler()) { BaseAddress = FakeClaudeCode.BaseAddress };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + RealService.KeyOf(key));
        request.Content = body is null ? null : new StringContent(body.ToString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        return new RealAnswer(response, await response.Content.ReadAsStringAsync());
    }
}
