using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;
using Valentina.Tests.Shared.Schemas;

namespace Valentina.Build.Tests.Overlay.ClaudeCode;

/// <summary>Names, marks, errors and headers of the Claude Code API.</summary>
public sealed class ServiceTests
{
    private static readonly string[] Billed =
    [
        "chat_completion_v1_chat_completions_post", "batch_processing_v1_batch_post",
        "process_ai_services_compatible_v1_process_post", "execute_agentic_task_v1_task_post",
    ];

    [Fact]
    public void Operations_have_names_a_reader_expects()
        => Contract.ClaudeCode.Operations()
            .Select(entry => $"{entry.Operation["x-group"]}.{entry.Operation["x-name"]} {entry.Operation["x-call"]}")
            .Should().BeEquivalentTo(
                "Completions.CreateChatCompletion CompleteAsync", "Completions.ProcessBatch BatchAsync",
                "Completions.Process ProcessAsync", "Completions.RecommendRoute RouteAsync",
                "Tasks.ExecuteTask AgenticTaskAsync", "Tasks.GetCapabilities GetCapabilitiesAsync", "Usage.GetUsage GetUsageAsync",
                "Providers.ListProviders ListProvidersAsync", "Providers.GetProviderModels GetProviderModelsAsync",
                "Service.GetHealth HealthAsync", "Service.GetReadiness ReadyAsync", "Service.GetServiceInfo GetServiceInfoAsync");

    [Fact]
    public void Types_have_names_a_reader_expects()
    {
        foreach (var (key, schema) in Contract.ClaudeCode.Prepared["components"]!["schemas"]!.AsObject())
        {
            var name = (string?)schema!["x-name"] ?? key;
            name.Should().MatchRegex("^[A-Z][A-Za-z0-9]*$");
        }

        foreach (var (key, name) in new[]
        {
            ("src__api__Message", "ChatMessage"), ("src__compatibility_adapter__Message", "ProcessMessage"), ("Usage", "TokenUsage"),
            ("UsageResponse", "UsageStats"),
            ("HealthResponse", "Health"), ("RouteResponse", "RouteRecommendation"), ("AIServiceResponse", "ProcessResult"),
        })
        {
            ((string?)Contract.ClaudeCode.Schema(key)["x-name"]).Should().Be(name);
        }
    }

    [Fact]
    public void Errors_carry_a_detail()
    {
        var prepared = Contract.ClaudeCode.Prepared;
        var error = prepared["components"]!["responses"]!["Error"]!;
        error["content"]!["text/plain"].Should().NotBeNull("an error nobody caught is plain text");
        foreach (var failure in Recordings.ClaudeCode.Failures()
            .Where(recording => recording is { Status: not 422, MediaType: "application/json" }))
        {
            new DocumentSchemas(prepared).Errors(error["content"]!["application/json"]!["schema"], failure.Body).Should().BeEmpty();
        }

        foreach (var name in new[] { "X-Request-ID", "Retry-After", "X-Error-Category", "X-Upstream-Status" })
        {
            Recordings.ClaudeCode.Failures().Should().Contain(recording => recording.ResponseHeader(name.ToLowerInvariant()) != null);
            error["headers"]![name].Should().NotBeNull();
            prepared["components"]!["headers"]![name].Should().NotBeNull();
        }

        foreach (var (_, _, operation) in Contract.ClaudeCode.Operations())
        {
            JsonNode.DeepEquals(operation["responses"]!["default"], JsonNode.Parse("""{"$ref":"#/components/responses/Error"}"""))
                .Should().BeTrue();
        }
    }

    [Fact]
    public void Answers_carry_the_request_id()
    {
        Recordings.ClaudeCode.Successes().Should().OnlyContain(recording => recording.ResponseHeader("x-request-id") != null);
        Contract.ClaudeCode.Operations()
            .Should().OnlyContain(entry => entry.Operation["responses"]!["200"]!["headers"]!["X-Request-ID"] != null);
    }

    [Fact]
    public void What_costs_money_is_marked()
    {
        Recordings.ClaudeCode.OfOperation(Billed[0]).Successes().Should().Contain(recording => recording.Body!["cost"] != null);
        Contract.ClaudeCode.Marked("x-spends-money").Should().BeEquivalentTo(Billed);
    }

    [Fact]
    public void What_runs_a_model_may_take_long() => Contract.ClaudeCode.Marked("x-long-running").Should().BeEquivalentTo(Billed);

    [Fact]
    public void Secrets_are_marked()
        => ((bool?)Contract.ClaudeCode.Member("AgenticTaskRequest", "api_key")["x-secret"]).Should().BeTrue();
}
