using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>Makes the call of the client that a recorded request stands for.</summary>
internal static class RecordedCall
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(NewtonsoftWire.CreateSettings());

    /// <summary>The recorded request, as well as the typed API can say it.</summary>
    public static object Invoke(ClaudeCodeClient client, JObject exchange, bool synchronous)
    {
        var body = exchange["request_body"] as JObject ?? [];
        return Invoke(client, (string?)exchange["operationId"], body, exchange, synchronous);
    }

    /// <summary>Another request of the same operation, for answers to requests that the SDK cannot make.</summary>
    public static object InvokeSubstitute(ClaudeCodeClient client, JObject exchange, bool synchronous)
    {
        var body = JObject.Parse("""
            {
              "messages": [{ "role": "user", "content": "x" }], "prompts": [{ "prompt": "x" }], "prompt": "x",
              "provider": "a", "model_name": "b", "user_message": "x", "description": "x"
            }
            """);
        return Invoke(client, (string?)exchange["operationId"] ?? "get_usage_v1_usage_get", body, exchange, synchronous);
    }

    private static object Invoke(ClaudeCodeClient client, string? operation, JObject body, JObject exchange, bool synchronous)
    {
        var period = (string?)exchange.SelectToken("query.period");
        return operation switch
        {
            "root__get" => synchronous ? client.GetServiceInfo() : client.GetServiceInfoAsync(),
            "health_health_get" => synchronous ? client.Health() : client.HealthAsync(),
            "ready_ready_get" => synchronous ? client.Ready() : client.ReadyAsync(),
            "list_providers_v1_providers_get" => synchronous ? client.ListProviders() : client.ListProvidersAsync(),
            "get_provider_models_v1_providers__provider__models_get" =>
                Models(client, ((string)exchange["path"]!).Split('/')[3], synchronous),
            "get_capabilities_v1_capabilities_get" => synchronous ? client.GetCapabilities() : client.GetCapabilitiesAsync(),
            "get_usage_v1_usage_get" when period is null => synchronous ? client.GetUsage() : client.GetUsageAsync(),
            "get_usage_v1_usage_get" => synchronous ? client.GetUsage((UsagePeriod)period!) : client.GetUsageAsync((UsagePeriod)period!),
            "route_recommendation_v1_route_post" =>
                synchronous ? client.Route(As<RouteRequest>(body)) : client.RouteAsync(As<RouteRequest>(body)),
            "chat_completion_v1_chat_completions_post" =>
                synchronous ? client.Complete(As<ChatCompletionRequest>(body)) : client.CompleteAsync(As<ChatCompletionRequest>(body)),
            "batch_processing_v1_batch_post" =>
                synchronous ? client.Batch(As<BatchRequest>(body)) : client.BatchAsync(As<BatchRequest>(body)),
            "process_ai_services_compatible_v1_process_post" =>
                synchronous ? client.Process(As<ProcessRequest>(body)) : client.ProcessAsync(As<ProcessRequest>(body)),
            "execute_agentic_task_v1_task_post" =>
                synchronous ? client.AgenticTask(As<AgenticTaskRequest>(body)) : client.AgenticTaskAsync(As<AgenticTaskRequest>(body)),
            _ => throw new JsonException("The recording has no operation here."),
        };
    }

    private static object Models(ClaudeCodeClient client, string provider, bool synchronous)
        => synchronous ? client.GetProviderModels(provider) : client.GetProviderModelsAsync(provider);

    private static T As<T>(JObject body) => body.ToObject<T>(Serializer)!;
}
