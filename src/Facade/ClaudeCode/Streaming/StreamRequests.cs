using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>Writes what is asked over the stream.</summary>
internal static class StreamRequests
{
    /// <summary>What exceptions and logs call it; the contract says nothing of the socket.</summary>
    public const string Operation = "stream";

    public static byte[] Chat(IEnumerable<ChatMessage> messages, ClaudeModel model, string? projectId)
    {
        var body = new JObject
        {
            ["type"] = "chat",
            ["messages"] = new JArray(messages.Select(ClaudeJson.ToObject)),
        };
        if (!model.IsAuto)
        {
            body["model"] = model.Value;
        }

        if (projectId is not null)
        {
            body["project_id"] = projectId;
        }

        return Checked(body, "messages");
    }

    /// <summary>A task takes its key within the message, since the service looks at no header here.</summary>
    public static byte[] Task(AgenticTaskRequest request, string? apiKey)
    {
        var body = new JObject { ["type"] = "agentic_task", ["description"] = request.Description };
        var members = ClaudeJson.ToObject(request);
        foreach (var name in (ReadOnlySpan<string>)["allow_tools", "allow_agents", "allow_skills", "timeout", "max_cost"])
        {
            if (members[name] is { } value)
            {
                body[name] = value;
            }
        }

        body["api_key"] = request.ApiKey ?? apiKey ?? "";
        return Checked(body, "description");
    }

    private static byte[] Checked(JObject body, string member)
    {
        var bytes = ClaudeJson.ToBytes(body);
        return bytes.Length <= StreamLimits.ServiceMaxMessageBytes
            ? bytes
            : throw new RequestValidationException(
                Operation, member, $"makes a message of more than {StreamLimits.ServiceMaxMessageText}, which the service does not take");
    }
}
