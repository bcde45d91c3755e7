using System.Reflection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>
/// What the founding page of the Claude client promises, promise by promise (C01–C30), kept here where the reference client broke it.
/// Rows that are no behaviour of a library are listed with their reasons in docs/claude-code.md.
/// </summary>
public sealed class PromisesTests
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    public void C01_one_package_reference_is_all_it_takes()
    {
        var references = typeof(ClaudeCodeClient).Assembly.GetReferencedAssemblies().Select(static one => one.Name!);

        typeof(ClaudeCodeClient).Assembly.Should().BeSameAs(typeof(ValentinaClient).Assembly, "both services come in one package");
        references.Should().OnlyContain(static name => name.StartsWith("System", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) || name == "Newtonsoft.Json" || name == "Polly.Core" || name == "netstandard");
    }

    [Fact]
    public void C02_a_url_and_a_key_make_a_client_and_the_default_port_is_8006()
    {
        using var claude = new ClaudeCodeClient("http://localhost:8006", "cc_key");
        var settings = new ClaudeCodeOptions { ApiKey = "cc_key" }.ResolveAll(EnvironmentReaders.None);

        settings.Connection.BaseUrl.Should().Be(new Uri("http://localhost:8006"));
        claude.Should().NotBeNull();
    }

    [Fact]
    public async Task C03_timeout_retries_and_project_are_options_and_no_retries_still_means_one_attempt()
    {
        _fake.On(ClaudeCodeRoutes.GetHealth).Fails(503).Times(1).ThenSucceeds();
        using var claude = _fake.CreateClient(static options => (options.Timeout, options.MaxRetries, options.ProjectId) = (TimeSpan.FromSeconds(300), 0, "saga"));

        var fault = await Record.ExceptionAsync(() => claude.HealthAsync());

        fault.Should().BeOfType<ServerErrorException>().Which.Attempts.Should().Be(1);
        claude.ProjectId.Should().Be("saga");
        using var patient = _fake.CreateClient(static options => options.MaxRetries = 3);
        _fake.On(ClaudeCodeRoutes.GetReadiness).Fails(503).Times(3).ThenSucceeds();
        (await patient.ReadyAsync()).Ready.Should().BeTrue("three retries are four attempts");
    }

    [Fact]
    public void C04_the_key_comes_from_the_environment_by_itself()
    {
        var settings = new ClaudeCodeOptions().ResolveAll(static name => name == "CLAUDE_API_KEY" ? " cc_env " : null);

        settings.Connection.ApiKey.Should().Be("cc_env");
        var nothing = () => new ClaudeCodeOptions().ResolveAll(EnvironmentReaders.None);
        nothing.Should().Throw<ArgumentException>().WithMessage("*ClaudeCodeOptions.ApiKey*CLAUDE_API_KEY*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C05_the_timeout_of_a_completion_governs_the_service_and_the_wait(bool asynchronous)
    {
        _fake.OnPrompt("slow").Takes(TimeSpan.FromSeconds(200)).Replies("at last");
        using var claude = _fake.CreateClient(static options => options.Timeout = TimeSpan.FromSeconds(30));

        var completion = asynchronous
            ? await claude.CompleteAsync("slow", ClaudeModel.Opus, TimeSpan.FromSeconds(240))
            : claude.Complete("slow", ClaudeModel.Opus, TimeSpan.FromSeconds(240));
        var fault = await Record.ExceptionAsync(() => claude.CompleteAsync("slow"));

        completion.Text.Should().Be("at last", "the wait is as long as the model's time and 10 s, not the client's 30 s");
        ((double)_fake.Calls[0].Body!["timeout"]!).Should().Be(240);
        fault.Should().BeOfType<ServerErrorException>("the service itself gives up at its time, and the client hears it").Which.StatusCode.Should().Be(System.Net.HttpStatusCode.GatewayTimeout);
    }

    [Theory]
    [InlineData("haiku", "haiku")]
    [InlineData("sonnet", "sonnet")]
    [InlineData("opus", "opus")]
    [InlineData("auto", null)]
    [InlineData("gpt-9", "gpt-9")]
    public async Task C06_models_have_names_and_auto_leaves_the_choice_to_the_service(string model, string? sent)
    {
        using var claude = _fake.CreateClient();

        await claude.CompleteAsync("x", model);
        await claude.CompleteAsync("x");

        ((string?)_fake.Calls[0].Body!["model"]).Should().Be(sent);
        _fake.Calls[1].Body!["model"].Should().BeNull("auto is the default");
        new[] { ClaudeModel.Haiku, ClaudeModel.Sonnet, ClaudeModel.Opus }.Should().OnlyContain(static one => one.IsKnown && !one.IsAuto);
    }

    [Fact]
    public async Task C07_a_completion_tells_text_tokens_cost_model_id_and_project()
    {
        _fake.OnPrompt().Replies("Io").Uses(12, 3).Costs(0.25);
        using var claude = _fake.CreateClient();

        var completion = await claude.CompleteAsync("a moon", ClaudeModel.Haiku);

        completion.Content.Should().Be("Io");
        completion.Text.Should().Be("Io");
        completion.Usage.Input.Should().Be(12);
        completion.Usage.Output.Should().Be(3);
        completion.Usage.TotalTokens.Should().Be(15);
        completion.Cost.Should().Be(0.25);
        completion.Model.Should().Be(ClaudeModel.Haiku);
        completion.Id.Should().NotBeEmpty();
        completion.ProjectId.Should().Be("default");
    }

    [Fact]
    public async Task C08_agentic_tasks_take_tools_agents_skills_time_and_cost()
    {
        using var claude = _fake.CreateClient();

        await claude.AgenticTaskAsync(new AgenticTaskRequest
        {
            Description = "Review the code",
            AllowTools = ["Read", "Grep"],
            AllowAgents = ["code-reviewer"],
            AllowSkills = ["code-analyzer"],
            Timeout = 300,
            MaxCost = 1.5,
            WorkingDirectory = "/project",
            Model = ClaudeModel.Opus,
        });

        JToken.DeepEquals(JObject.Parse(_fake.Calls[0].Body!.ToJsonString()), JObject.Parse("""
            {
              "description": "Review the code", "allow_tools": ["Read", "Grep"], "allow_agents": ["code-reviewer"], "allow_skills": ["code-analyzer"],
              "working_directory": "/project", "timeout": 300, "max_cost": 1.5, "model": "opus"
            }
            """)).Should().BeTrue(_fake.Calls[0].Body!.ToJsonString());
    }

    [Fact]
    public async Task C08_a_task_without_limits_suits_the_free_profile()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { Keys = { new FakeClaudeKey("cc_free") { Profile = FakeClaudeProfile.Free } } });
        using var claude = fake.CreateClient(static options => options.ApiKey = "cc_free");

        var result = await claude.AgenticTaskAsync("List files");
        var dear = await Record.ExceptionAsync(() => claude.AgenticTaskAsync(new AgenticTaskRequest { Description = "x", MaxCost = 5 }));

        result.IsCompleted.Should().BeTrue("60 s and $0.10 are asked for, where the service's own 300 s and $1.00 are refused");
        dear.Should().BeOfType<PermissionDeniedException>().Which.Detail.Should().Contain("exceeds limit ($0.1)");
    }

    [Fact]
    public async Task C09_the_result_of_a_task_is_typed_and_its_status_open()
    {
        _fake.OnPrompt("docs").Replies("Wrote two pages.\nAll of it.").Makes("docs/a.md", 120).Does("read_file", new { path = "a.cs" }).Costs(0.02);
        _fake.On(ClaudeCodeRoutes.ExecuteTask).When(static call => call.Body!["description"]!.ToString() == "new")
            .RespondsText("""{"task_id":"1","status":"paused","result":{},"execution_log":[],"artifacts":[],"usage":{}}""");
        using var claude = _fake.CreateClient();

        var result = await claude.AgenticTaskAsync("Write docs");
        var unheardOf = await claude.AgenticTaskAsync("new");

        result.Status.Should().Be(AgenticTaskStatus.Completed);
        result.Result.Summary.Should().Be("Wrote two pages.");
        result.Artifacts.Should().ContainSingle().Which.Path.Should().EndWith("docs/a.md");
        result.ExecutionLog.Select(static step => step.Action).Should().Equal("read_file", "task_completed");
        result.ExecutionLog[0].Timestamp.Offset.Should().Be(TimeSpan.Zero, "no zone means UTC");
        result.Usage.TotalCost.Should().Be(0.02);
        result.TaskId.Should().NotBeEmpty();
        result.EnsureCompleted().Should().BeSameAs(result);
        unheardOf.Status.Value.Should().Be("paused");
        unheardOf.Status.IsKnown.Should().BeFalse();
    }

    [Fact]
    public async Task C09_a_task_that_costs_too_much_is_an_answer_and_an_exception_on_demand()
    {
        _fake.OnPrompt().Costs(3);
        using var claude = _fake.CreateClient();

        var result = await claude.AgenticTaskAsync("Dear");

        result.Status.Should().Be(AgenticTaskStatus.CostExceeded);
        result.Result.Output.Should().Be("Echo: Dear", "what was paid for is not lost");
        result.Invoking(static one => one.EnsureCompleted()).Should().Throw<BudgetExceededException>().Which.EstimatedCost.Should().Be(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C10_streaming_yields_pieces_as_they_arrive(bool asynchronous)
    {
        var clock = new FakeClock();
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TimeProvider = clock });
        fake.OnPrompt().RepliesInPieces("Once ", "upon ", "a time").PieceEvery(TimeSpan.FromSeconds(1));
        using var claude = fake.CreateClient();
        var start = clock.GetUtcNow();
        var arrivals = new List<(string, double)>();
        void Note(string text) => arrivals.Add((text, (clock.GetUtcNow() - start).TotalSeconds));

        if (asynchronous)
        {
            await foreach (var text in claude.StreamAsync("story"))
            {
                Note(text);
            }
        }
        else
        {
            foreach (var text in claude.Stream("story"))
            {
                Note(text);
            }
        }

        arrivals.Should().Equal(("Once ", 0), ("upon ", 1), ("a time", 2));
    }

    [Fact]
    public async Task C11_a_batch_takes_texts_or_prompts_with_ids_and_an_empty_one_is_refused_before_sending()
    {
        using var claude = _fake.CreateClient();

        await claude.BatchAsync(["one", "two"], ClaudeModel.Haiku, TimeSpan.FromSeconds(20));
        var named = await claude.BatchAsync(new BatchRequest { Prompts = [new() { Prompt = "one", Id = "a" }, new() { Prompt = "two" }] });
        var empty = await Record.ExceptionAsync(() => claude.BatchAsync([]));

        JObject.Parse(_fake.Calls[0].Body!.ToJsonString()).Should().BeEquivalentTo(JObject.Parse("""{"prompts":[{"prompt":"one"},{"prompt":"two"}],"model":"haiku","timeout":20}"""));
        named.Results.Select(static one => one.Id).Should().Equal("a", null);
        empty.Should().BeOfType<RequestValidationException>().Which.Faults.Should().ContainSingle().Which.Member.Should().Be("prompts");
        _fake.Calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task C11_parallel_work_is_done_for_real_and_bounded()
    {
        var gate = new CountingHandler(_fake.CreateHandler(), expected: 3);
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = FakeClaudeCode.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey }, gate);

        var outcomes = await claude.CompleteManyAsync(["a", "b", "c", "d", "e", "f"], new CompleteManySettings { MaxParallel = 3 }).CollectAsync();

        outcomes.Select(static one => one.Index).Order().Should().Equal(0, 1, 2, 3, 4, 5);
        gate.Most.Should().Be(3);
    }

    [Fact]
    public async Task C12_a_batch_sums_up()
    {
        _fake.OnPrompt("one").Costs(0.5).Uses(2, 3);
        _fake.OnPrompt("two").Fails(FakeModelFault.Crash);
        using var claude = _fake.CreateClient();

        var batch = await claude.BatchAsync(["one", "two"]);

        (batch.Total, batch.Completed, batch.Failed, batch.TotalCost, batch.TotalTokens).Should().Be((2, 1, 1, 0.5, 5));
    }

    [Fact]
    public async Task C13_each_result_of_a_batch_tells_its_own_outcome()
    {
        _fake.OnPrompt("two").Fails(FakeModelFault.Overloaded);
        using var claude = _fake.CreateClient();

        var batch = await claude.BatchAsync(["one", "two"], ClaudeModel.Haiku);

        batch.Results[0].IsCompleted.Should().BeTrue();
        batch.Results[0].Content.Should().Be("Echo: one");
        batch.Results[0].Usage!.TotalTokens.Should().BePositive();
        batch.Results[1].Status.Should().Be(BatchStatus.Failed);
        batch.Results[1].Prompt.Should().Be("two");
        batch.Results[1].Error.Should().Contain("overloaded");
        batch.Results[1].Cost.Should().BeNull();
    }

    [Fact]
    public async Task C14_usage_is_typed_by_model_and_its_period_open()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { Strict = false });
        using var claude = fake.CreateClient();
        await claude.CompleteAsync("hello", ClaudeModel.Opus);

        var usage = await claude.GetUsageAsync(UsagePeriod.Week);
        var wrong = await Record.ExceptionAsync(() => claude.GetUsageAsync((UsagePeriod)"year"));

        usage.ByModel["opus"].Tokens.Should().Be(usage.TotalTokens);
        usage.TotalCost.Should().BePositive();
        (usage.Period, usage.Limit, usage.Remaining).Should().Be(("week", null, null));
        wrong.Should().BeOfType<BadRequestException>().Which.Message.Should().Contain("Invalid period: year", "the service decides what it knows");
    }

    [Fact]
    public async Task C15_health_names_every_part_of_the_service()
    {
        using var claude = _fake.CreateClient();

        var health = await claude.HealthAsync();
        _fake.IsOverloaded = true;
        var degraded = await claude.HealthAsync();

        (health.Status, health.IsOk, health.Version).Should().Be(("ok", true, "0.1.0"));
        health.Services["worker_pool"].Status.Should().Be("ok");
        degraded.IsOk.Should().BeFalse();
        degraded.Services["worker_pool"].Status.Should().Be("overloaded");
    }

    [Fact]
    public void C16_every_method_has_its_synchronous_twin()
    {
        foreach (var type in new[] { typeof(ClaudeCodeClient), typeof(ClaudeStreamSession) })
        {
            var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            foreach (var method in methods.Where(static one => one.Name.EndsWith("Async", StringComparison.Ordinal) && one.Name != "DisposeAsync"))
            {
                var parameters = method.GetParameters().Select(static one => one.ParameterType).ToArray();
                type.GetMethod(method.Name[..^5], parameters).Should().NotBeNull($"{type.Name}.{method} needs a twin");
                method.IsVirtual.Should().BeTrue("test doubles override it");
            }
        }
    }

    [Fact]
    public async Task C17_disposing_closes_the_client()
    {
        var claude = _fake.CreateClient();
        using (claude.ForProject("other"))
        {
            // A view closes nothing.
        }

        await claude.HealthAsync();
        await claude.DisposeAsync();
        claude.Dispose();

        (await Record.ExceptionAsync(() => claude.HealthAsync())).Should().BeOfType<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(400, null, "bad", typeof(BadRequestException))]
    [InlineData(401, null, "Invalid or revoked API key", typeof(InvalidApiKeyException))]
    [InlineData(403, null, "Not authenticated", typeof(InvalidApiKeyException))]
    [InlineData(403, null, "Permission denied: no", typeof(PermissionDeniedException))]
    [InlineData(403, null, "Budget exceeded for project x", typeof(BudgetExceededException))]
    [InlineData(404, null, "no", typeof(NotFoundException))]
    [InlineData(422, null, "no", typeof(UnprocessableException))]
    [InlineData(429, null, "Rate limit exceeded. Please try again later.", typeof(RateLimitedException))]
    [InlineData(429, null, "Budget exceeded for project x", typeof(BudgetExceededException))]
    [InlineData(429, "rate_limited", "Process exited with code 1", typeof(RateLimitedException))]
    [InlineData(500, null, "boom", typeof(ServerErrorException))]
    [InlineData(502, "upstream_error", "boom", typeof(ServerErrorException))]
    [InlineData(503, "overloaded", "boom", typeof(ServerErrorException))]
    [InlineData(504, "timeout", "boom", typeof(ServerErrorException))]
    public async Task C18_and_C19_every_status_is_a_typed_exception_under_one_base(int status, string? category, string detail, Type type)
    {
        _fake.On(ClaudeCodeRoutes.CreateChatCompletion).Fails(status, problem => (problem.Detail, problem.Code) = (detail, category));
        using var claude = _fake.CreateClient(static options => options.MaxRetries = 0);

        var fault = await Record.ExceptionAsync(() => claude.CompleteAsync("x"));

        fault.Should().BeOfType(type);
        var known = fault.Should().BeAssignableTo<ApiException>().Which;
        (known.Detail, known.Code, known.Service).Should().Be((detail, category, ServiceNames.ClaudeCode));
        known.RequestId.Should().NotBeNullOrEmpty();
        known.Message.Should().Contain(detail);
    }

    [Theory]
    [InlineData("Internal Server Error", "text/plain")]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("{\"detail\":", "application/json")]
    public async Task C19_no_body_of_an_error_leaks_another_exception(string body, string type)
    {
        _fake.On(ClaudeCodeRoutes.CreateChatCompletion).RespondsText(body, 429, type);
        using var claude = _fake.CreateClient(static options => options.MaxRetries = 0);

        (await Record.ExceptionAsync(() => claude.CompleteAsync("x"))).Should().BeOfType<RateLimitedException>();
    }

    [Fact]
    public async Task C20_a_spent_budget_is_one_exception_everywhere_with_the_estimate_where_one_is_known()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TokenBudgets = { ["default"] = 3 } });
        using var claude = fake.CreateClient();
        var guard = new BudgetGuard(maxCost: 0.10);
        guard.Add(0.08, 100);

        (await Record.ExceptionAsync(() => claude.CompleteAsync("hello there"))).Should().BeOfType<BudgetExceededException>().Which.EstimatedCost.Should().BeNull("the service names none");
        (await Record.ExceptionAsync(() => claude.ProcessAsync(new ProcessRequest { Provider = "a", ModelName = "haiku", UserMessage = "hello there" }))).Should().BeOfType<BudgetExceededException>();
        (await Record.ExceptionAsync(() => claude.AgenticTaskAsync("hello there"))).Should().BeOfType<BudgetExceededException>("200 with a failed status that ran nothing is no success");
        (await Record.ExceptionAsync(() => claude.StreamAsync("hello there").CollectAsync())).Should().BeOfType<BudgetExceededException>();
        (await Record.ExceptionAsync(() => claude.WithBudget(guard).CompleteAsync("x"))).Should().BeOfType<BudgetExceededException>().Which.EstimatedCost.Should().Be(0.08);
        fake.Calls.Count(static call => call.Operation == "chat_completion_v1_chat_completions_post").Should().Be(1, "a budget is never retried, and a guard sends nothing");
    }

    [Fact]
    public async Task C21_running_out_of_time_is_typed_whoever_noticed()
    {
        _fake.OnPrompt("slow").Takes(TimeSpan.FromSeconds(400));
        using var claude = _fake.CreateClient(static options => options.Timeout = TimeSpan.FromSeconds(60));

        var service = await Record.ExceptionAsync(() => claude.CompleteAsync("slow"));
        var client = await Record.ExceptionAsync(() => claude.CompleteAsync("slow", new RequestOptions { Timeout = TimeSpan.FromSeconds(5) }));
        var task = await Record.ExceptionAsync(() => claude.AgenticTaskAsync("slow"));

        service.Should().BeOfType<ServerErrorException>().Which.Detail.Should().Be("Task timed out after 60.0 seconds");
        client.Should().BeOfType<RequestTimeoutException>();
        task.Should().BeOfType<ServerErrorException>();
        _fake.Calls.Should().HaveCount(3, "a run that may be paid for is never repeated by itself");
    }

    [Fact]
    public async Task C22_a_rate_limit_is_waited_for_by_itself_until_the_next_clock_minute_or_as_told()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 1, 1, 12, 0, 40, TimeSpan.Zero));
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TimeProvider = clock, Keys = { new FakeClaudeKey("cc_slow") { RequestsPerMinute = 1 } } });
        using var claude = fake.CreateClient(static options => options.ApiKey = "cc_slow");

        await claude.CompleteAsync("first");
        await claude.CompleteAsync("second");
        clock.GetUtcNow().Should().Be(new DateTimeOffset(2026, 1, 1, 12, 1, 0, TimeSpan.Zero));

        fake.OnPrompt("third").Fails(FakeModelFault.RateLimited, retryAfter: 17).Times(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await claude.CompleteAsync("third");
        fake.Calls[^1].At.Should().Be(new DateTimeOffset(2026, 1, 1, 12, 3, 0, TimeSpan.Zero), "17 s as told, and then the key's own limit until the minute is over");
    }

    [Fact]
    public async Task C23_several_projects_from_one_client()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { Keys = { new FakeClaudeKey("cc_other", "other") } });
        using var claude = fake.CreateClient();
        var named = claude.ForProject("saga");
        var keyed = claude.ForProject("other", "cc_other");

        await named.ProcessAsync(new ProcessRequest { Provider = "a", ModelName = "haiku", UserMessage = "x" });
        await named.StreamAsync("x").CollectAsync();
        var own = await claude.CompleteAsync("x");
        var others = await keyed.CompleteAsync("x");

        fake.Prompts.Take(2).Select(static prompt => prompt.ProjectId).Should().Equal("saga", "saga");
        (own.ProjectId, others.ProjectId).Should().Be(("default", "other"), "completions belong to the key's project, so a project's key makes its client");
        (await keyed.GetUsageAsync()).ProjectId.Should().Be("other");
    }

    [Fact]
    public void C24_the_variables_are_read()
    {
        var variables = new Dictionary<string, string?> { ["CLAUDE_API_URL"] = "https://claude.example/", ["CLAUDE_API_KEY"] = "cc_env", ["CLAUDE_TIMEOUT"] = "120", ["CLAUDE_PROJECT_ID"] = "saga" };

        var settings = new ClaudeCodeOptions().ResolveAll(variables.GetValueOrDefault);
        var told = new ClaudeCodeOptions { Timeout = TimeSpan.FromSeconds(5), BaseUrl = "http://there", ApiKey = "cc_told", ProjectId = "p" }.ResolveAll(variables.GetValueOrDefault);
        variables["CLAUDE_TIMEOUT"] = "soon";
        var wrong = () => new ClaudeCodeOptions().ResolveAll(variables.GetValueOrDefault);

        (settings.Connection.BaseUrl.AbsoluteUri, settings.Connection.ApiKey, settings.Timeout, settings.ProjectId).Should().Be(("https://claude.example/", "cc_env", TimeSpan.FromSeconds(120), "saga"));
        (told.Timeout, told.Connection.ApiKey, told.ProjectId).Should().Be((TimeSpan.FromSeconds(5), "cc_told", "p"));
        wrong.Should().Throw<ArgumentException>().WithMessage("*CLAUDE_TIMEOUT*seconds*");
    }

    [Fact]
    public async Task C25_events_are_logged_in_a_category_of_their_own_without_secrets()
    {
        var log = new KeptLog();
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = FakeClaudeCode.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey }, _fake.CreateHandler(), log, _fake.Clock);

        await claude.CompleteAsync("my secret plan");
        await claude.StreamAsync("my secret plan").CollectAsync();
        await claude.StreamAgenticTaskAsync("my secret plan").CollectAsync();

        log.Categories.Should().Equal("Valentina.ClaudeCode");
        log.Lines.Should().Contain(static line => line.Contains("/v1/chat/completions", StringComparison.Ordinal)).And.Contain(static line => line.Contains("/v1/stream", StringComparison.Ordinal));
        log.Lines.Should().NotContain(line => line.Contains("secret plan", StringComparison.Ordinal) || line.Contains(_fake.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task C26_budgets_hold_on_tasks_and_on_everything_else()
    {
        _fake.OnPrompt().Costs(0.04).Uses(10, 10);
        using var claude = _fake.CreateClient();
        var guard = new BudgetGuard(maxCost: 0.10);
        var guarded = claude.WithBudget(guard);

        await guarded.CompleteAsync("one");
        await guarded.StreamAsync("two").CollectAsync();
        var third = await Record.ExceptionAsync(() => guarded.AgenticTaskAsync("three"));

        third.Should().BeOfType<BudgetExceededException>().Which.Message.Should().Contain("$0.08 of $0.1");
        (guard.SpentCost, guard.SpentTokens, guard.Calls).Should().Be((0.08, 40, 2));
        _fake.Prompts.Should().HaveCount(2);
    }

    [Fact]
    public async Task C27_the_advice_holds_one_client_serves_many_calls_and_streams_at_once()
    {
        using var claude = _fake.CreateClient();

        var streams = Enumerable.Range(0, 20).Select(index => claude.StreamAsync($"prompt {index}").CollectAsync());
        var texts = (await Task.WhenAll(streams)).Select(static pieces => string.Concat(pieces));

        texts.Should().Equal(Enumerable.Range(0, 20).Select(static index => $"Echo: prompt {index}"));
    }

    [Fact]
    public async Task C28_a_task_streams_its_thoughts_and_its_result()
    {
        _fake.OnPrompt("bugs").Replies("Two bugs.").Makes("report.md", 10);
        using var claude = _fake.CreateClient();

        var events = await claude.StreamAgenticTaskAsync(new AgenticTaskRequest { Description = "Find bugs", AllowTools = ["Read"] }).CollectAsync();

        events[0].Should().BeOfType<ThinkingEvent>().Which.Text.Should().Be("Starting task execution...");
        var result = events[1].Should().BeOfType<ResultEvent>().Which.Task;
        (result.IsCompleted, result.Result.Summary, result.TaskId).Should().Be((true, "Two bugs.", ""));
        result.Artifacts.Should().ContainSingle();
        ((string?)_fake.StreamMessages[0]["api_key"]).Should().Be("***", "the key goes into the message, and never into a log or a URL");
        _fake.Calls.Should().OnlyContain(call => !call.Path.Contains(_fake.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task C29_troubles_say_what_to_do()
    {
        using var down = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = "http://127.0.0.1:9", ApiKey = "cc_x", MaxRetries = 0 });
        using var badKey = _fake.CreateClient(static options => options.ApiKey = "cc_revoked");

        (await Record.ExceptionAsync(() => down.HealthAsync())).Should().BeOfType<ConnectionFailedException>();
        (await Record.ExceptionAsync(() => down.StreamAsync("x").CollectAsync())).Should().BeOfType<ConnectionFailedException>("a stream fails as every call does");
        Record.Exception(() => down.Stream("x").ToList()).Should().BeOfType<ConnectionFailedException>();
        (await Record.ExceptionAsync(() => badKey.GetUsageAsync())).Should().BeOfType<InvalidApiKeyException>();
        (await badKey.HealthAsync()).IsOk.Should().BeTrue("health needs no valid key");
    }
}
