using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;
using Valentina.Tests.Shared.Schemas;

namespace Valentina.Build.Tests.Overlay.ClaudeCode;

/// <summary>Bodies of the Claude Code API: what the document leaves open, shown by recorded exchanges.</summary>
public sealed class BodyTests
{
    private const string Chat = "chat_completion_v1_chat_completions_post";

    [Fact]
    public void A_completion_has_one_type_for_both_shapes()
    {
        var answers = Recordings.ClaudeCode.OfOperation(Chat).Successes().ToList();
        answers
            .Should().Contain(recording => recording.Body!["choices"] != null).And.Contain(recording => recording.Body!["choices"] == null);
        Refers(Contract.AnswerSchema(Contract.ClaudeCode.Operation(Chat), 200), "Completion");
        AnswersPass(Chat);
        foreach (var part in new[] { "ToolDefinition", "ToolFunction", "ToolCallFunction" })
        {
            Contract.ClaudeCode.Schema(part)["properties"].Should().NotBeNull();
        }
    }

    [Fact]
    public void Messages_are_a_list_of_messages()
    {
        Is(
            Contract.ClaudeCode.Member("ChatCompletionRequest", "messages"),
            """{"type":"array","items":{"$ref":"#/components/schemas/src__api__Message"}}""");
        Is(Contract.ClaudeCode.Member("src__api__Message", "role"), Reference("MessageRole"));
        ((bool?)Contract.ClaudeCode.Schema("MessageRole")["x-extensible-enum"]).Should().BeTrue();
        RequestsPass(Chat, recording => !recording.Note.Contains("without role", StringComparison.Ordinal));
    }

    [Fact]
    public void Content_is_a_text_or_parts()
    {
        Recordings.ClaudeCode.OfOperation(Chat).Successes()
            .Should().Contain(recording => recording.Note.Contains("content blocks", StringComparison.Ordinal));
        foreach (var schema in new[] { "src__api__Message", "src__compatibility_adapter__Message" })
        {
            var content = Contract.ClaudeCode.Member(schema, "content");
            ((string?)content["x-type"]).Should().Be("MessageContent");
            Open(content["anyOf"]!.AsArray().Single(branch => (string?)branch!["type"] == "array")!["items"]);
        }
    }

    [Fact]
    public void Tools_are_typed()
    {
        Recordings.ClaudeCode.OfOperation(Chat)
            .Should().Contain(recording => recording.HasJsonBody && recording.RequestBody!["tools"] != null);
        foreach (var (schema, member, item) in new[]
        {
            ("ChatCompletionRequest", "tools", "ToolDefinition"), ("ProcessRequest", "tools", "ProcessTool"),
            ("src__api__Message", "tool_calls", "ToolCall"), ("src__compatibility_adapter__Message", "tool_calls", "ToolCall"),
        })
        {
            Is(Contract.ClaudeCode.Member(schema, member), ListOrNull(item));
        }

        Is(
            Contract.ClaudeCode.Schema("ProcessTool")["properties"],
            """{"name":{"type":"string"},"description":{"type":"string"},"input_schema":{"x-any-json":true}}""");
        foreach (var schema in new[] { "ChatCompletionRequest", "ProcessRequest" })
        {
            Is(Contract.ClaudeCode.Member(schema, "tool_choice"), """{"x-any-json":true}""");
        }
    }

    [Fact]
    public void Open_values_are_any_json()
    {
        Is(Contract.ClaudeCode.Member("ProcessRequest", "content"), """{"x-any-json":true}""");
        foreach (var member in new[] { "additional_params", "output_schema", "memory" })
        {
            Open(Contract.ClaudeCode.Member("ProcessRequest", member)["anyOf"]![0]);
        }

        Open(Contract.ClaudeCode.Member("ProcessRequest", "media_content")["anyOf"]![0]!["items"]);
        Open(Contract.ClaudeCode.Member("AIServiceResponse", "content_blocks")["anyOf"]![0]!["items"]);
        Open(Contract.ClaudeCode.Member("src__compatibility_adapter__Message", "metadata")["anyOf"]![0]);
        Open(Contract.ClaudeCode.Member("ServiceHealth", "detail")["anyOf"]![0]);
        Open(Contract.ClaudeCode.Member("ExecutionLogEntry", "details"));
        Open(Contract.ClaudeCode.Member("ValidationError", "input"));
        Open(Contract.ClaudeCode.Member("ValidationError", "ctx"));
        RequestsPass("process_ai_services_compatible_v1_process_post", _ => true);
    }

    [Fact]
    public void Validation_places_are_names_and_indexes()
    {
        Recordings.ClaudeCode.Where(recording => recording.Status == 422)
            .Select(recording => recording.Body!["detail"]![0]!["loc"]!.ToJsonString())
                .Should().Contain("""["body","prompts",0,"prompt"]""");
        Is(Contract.ClaudeCode.Member("ValidationError", "loc"), """{"type":"array","items":{"x-any-json":true}}""");
    }

    [Fact]
    public void Answers_without_a_schema_are_typed()
    {
        AnswersPass("root__get");
        AnswersPass("list_providers_v1_providers_get");
        AnswersPass("get_provider_models_v1_providers__provider__models_get");
        Refers(Contract.AnswerSchema(Contract.ClaudeCode.Operation("root__get"), 200), "ServiceInfo");
        Refers(Contract.AnswerSchema(Contract.ClaudeCode.Operation("list_providers_v1_providers_get"), 200)!["items"], "ProviderInfo");
        Refers(
            Contract.AnswerSchema(Contract.ClaudeCode.Operation("get_provider_models_v1_providers__provider__models_get"), 200),
            "ProviderModels");
    }

    [Fact]
    public void Free_form_parts_of_answers_are_typed()
    {
        Is(Contract.ClaudeCode.Member("RouteResponse", "budget_status"), Reference("BudgetStatus"));
        Is(Contract.ClaudeCode.Member("AIServiceResponse", "metadata"), Reference("ProcessMetadata"));
        Is(Contract.ClaudeCode.Member("AgenticTaskResponse", "result"), Reference("TaskOutcome"));
        Is(Contract.ClaudeCode.Member("AgenticTaskResponse", "usage"), Reference("TaskUsage"));
        AnswersPass("route_recommendation_v1_route_post");
        AnswersPass("process_ai_services_compatible_v1_process_post");
        AnswersPass("execute_agentic_task_v1_task_post");
    }

    [Fact]
    public void Closed_sets_are_enumerations()
    {
        foreach (var schema in new[] { "ChatCompletionRequest", "BatchRequest", "AgenticTaskRequest" })
        {
            Is(Contract.ClaudeCode.Member(schema, "model")["anyOf"]![0], Reference("ClaudeModel"));
        }

        Is(Contract.ClaudeCode.Member("RouteResponse", "recommended_model"), Reference("ClaudeModel"));
        Is(Contract.ClaudeCode.Member("AgenticTaskResponse", "status"), Reference("AgenticTaskStatus"));
        Is(Contract.ClaudeCode.Member("BatchResult", "status"), Reference("BatchStatus"));
        var period = Contract.Parameter(Contract.ClaudeCode.Operation("get_usage_v1_usage_get"), "query", "period")!;
        Is(period["schema"], """{"$ref":"#/components/schemas/UsagePeriod","default":"month"}""");

        Values("ClaudeModel").Should().Equal("haiku", "sonnet", "opus");
        Contract.ClaudeCode.Schema("ClaudeModel")["x-extensible-enum"]!.GetValue<bool>()
            .Should().BeTrue("an unknown model name is accepted");
        Values("UsagePeriod").Should().Equal("month", "week", "day");
        Recordings.ClaudeCode.Failures().Select(recording => recording.Detail)
            .Should().Contain("Invalid period: year. Use 'month', 'week', or 'day'");
        Recordings.ClaudeCode.OfOperation("execute_agentic_task_v1_task_post").Successes()
            .Select(recording => (string)recording.Body!["status"]!)
                .Should().BeSubsetOf(Values("AgenticTaskStatus"));
        Recordings.ClaudeCode.OfOperation("batch_processing_v1_batch_post").Successes()
            .SelectMany(recording => recording.Body!["results"]!.AsArray()).Select(result => (string)result!["status"]!)
            .Should().BeSubsetOf(Values("BatchStatus"));
    }

    [Fact]
    public void Limits_the_service_enforces_are_declared()
    {
        var errors = Recordings.ClaudeCode
            .OfOperation("execute_agentic_task_v1_task_post")
            .Failures()
            .Select(recording => recording.Detail)
            .ToList();
        errors.Should().Contain("Permission denied: Requested timeout (700s) exceeds limit (600s)")
            .And.Contain("Task execution failed: Description is required");
        ((int?)Contract.ClaudeCode.Member("AgenticTaskRequest", "description")["minLength"]).Should().Be(1);
        ((int?)Contract.ClaudeCode.Member("AgenticTaskRequest", "timeout")["maximum"]).Should().Be(600);
        ((int?)Contract.ClaudeCode.Member("AgenticTaskRequest", "max_cost")["maximum"]).Should().Be(10);
        ((string?)Contract.ClaudeCode.Schema("BatchRequest")["x-rules"]?[0]?["rule"]).Should().Be("required-when");
    }

    [Fact]
    public void Instants_are_date_times()
    {
        Is(Contract.ClaudeCode.Member("ExecutionLogEntry", "timestamp"), """{"type":"string","format":"date-time"}""");
        Is(Contract.ClaudeCode.Member("Artifact", "created_at"), """{"type":"string","format":"date-time"}""");
        AnswersPass("execute_agentic_task_v1_task_post");
    }

    [Fact]
    public void Integers_have_64_bits()
        => Nodes(Contract.ClaudeCode.Prepared["components"]!["schemas"])
            .Where(static node => node["type"] is JsonValue type && type.ToString() == "integer")
            .Should().NotBeEmpty().And.OnlyContain(static node => (string?)node["format"] == "int64");

    [Fact]
    public void Money_is_counted_in_decimals()
    {
        foreach (var (schema, member) in new[]
        {
            ("AgenticTaskRequest", "max_cost"), ("Completion", "cost"), ("BatchResult", "cost"), ("BatchResponse", "total_cost"),
            ("UsageResponse", "total_cost"), ("UsageByModel", "cost"), ("BudgetStatus", "total_cost"), ("TaskUsage", "total_cost"),
            ("ProcessMetadata", "cost_usd"),
        })
        {
            ((string?)Contract.ClaudeCode.Member(schema, member)["format"]).Should().Be("decimal", $"{schema}.{member} is money");
        }
    }

    [Fact]
    public void A_project_that_is_null_is_left_out()
        => ((bool?)Contract.ClaudeCode.Member("ProcessRequest", "project_id")["x-omit-null"]).Should().BeTrue();

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Nodes(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Nodes),
        _ => [],
    };

    private static string Reference(string schema) => $$"""{"$ref":"#/components/schemas/{{schema}}"}""";

    private static string ListOrNull(string item)
        => """{"anyOf":[{"type":"array","items":ITEM},{"type":"null"}]}""".Replace("ITEM", Reference(item), StringComparison.Ordinal);

    private static void Is(JsonNode? schema, string expected)
        => JsonNode.DeepEquals(schema, JsonNode.Parse(expected)).Should().BeTrue($"{schema?.ToJsonString()} should be {expected}");

    private static void Refers(JsonNode? schema, string target) => ((string?)schema?["$ref"]).Should().Be($"#/components/schemas/{target}");

    private static void Open(JsonNode? schema) => ((bool?)schema!["x-any-json"]).Should().BeTrue();

    private static IEnumerable<string> Values(string schema)
        => Contract.ClaudeCode.Schema(schema)["enum"]!.AsArray().Select(value => (string)value!);

    private static void AnswersPass(string id)
    {
        var contract = Contract.ClaudeCode;
        var answers = Recordings.ClaudeCode.OfOperation(id).Successes().ToList();
        answers.Should().NotBeEmpty();
        answers.SelectMany(recording => new DocumentSchemas(contract.Prepared).Errors(
            Contract.AnswerSchema(contract.Operation(id), 200), recording.Body))
            .Should().BeEmpty();
    }

    private static void RequestsPass(string id, Func<Recording, bool> where)
    {
        var contract = Contract.ClaudeCode;
        var schemas = new DocumentSchemas(contract.Prepared, allowsUnknownMembers: true);
        Recordings.ClaudeCode.OfOperation(id).Successes().Where(recording => recording.HasJsonBody && where(recording))
            .SelectMany(recording => schemas.Errors(Contract.BodySchema(contract.Operation(id)), recording.RequestBody))
            .Should().BeEmpty();
    }
}
