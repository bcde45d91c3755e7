using System.Text.Json;
using Valentina.ClaudeCode.Models;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Raw;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>Writes what is asked over the stream.</summary>
internal static class StreamRequests
{
    /// <summary>What exceptions and logs call it; the contract says nothing of the socket.</summary>
    public const string Operation = "stream";

    public static byte[] Chat(IEnumerable<ChatMessage> messages, ClaudeModel model, string? projectId)
        => Checked(StreamConnector.Operation, "messages", (messages, model, projectId), static (writer, chat) =>
        {
            writer.WriteString("type"u8, "chat"u8);
            ListCodec<ChatMessage, ModelCodec<ChatMessage>>.Write(writer, "messages"u8, [.. chat.messages]);
            if (!chat.model.IsAuto)
            {
                writer.WriteString("model"u8, chat.model.Value);
            }

            if (chat.projectId is not null)
            {
                writer.WriteString("project_id"u8, chat.projectId);
            }
        });

    /// <summary>A task takes its key within the message, since the service looks at no header here.</summary>
    public static byte[] Task(AgenticTaskRequest request, string? apiKey)
        => Checked(StreamConnector.TaskOperation, "description", (request, apiKey), static (writer, task) =>
        {
            var request = task.request;
            writer.WriteString("type"u8, "agentic_task"u8);
            writer.WriteString("description"u8, request.Description);
            Write(writer, "allow_tools"u8, request.AllowTools);
            Write(writer, "allow_agents"u8, request.AllowAgents);
            Write(writer, "allow_skills"u8, request.AllowSkills);
            if (request.Timeout is { } timeout)
            {
                Int64Codec.Write(writer, "timeout"u8, timeout);
            }

            if (request.MaxCost is { } cost)
            {
                DecimalCodec.Write(writer, "max_cost"u8, cost);
            }

            writer.WriteString("api_key"u8, request.ApiKey ?? task.apiKey ?? "");
        });

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? texts)
    {
        if (texts is not null)
        {
            ListCodec<string, TextCodec>.Write(writer, name, texts);
        }
    }

    private static byte[] Checked<T>(ApiOperation operation, string member, T content, Action<Utf8JsonWriter, T> write)
    {
        var bytes = WireJson.ToBytes((content, write), static (writer, message) =>
        {
            writer.WriteStartObject();
            message.write(writer, message.content);
            writer.WriteEndObject();
        });
        return bytes.Length <= StreamLimits.ServiceMaxMessageBytes
            ? bytes
            : throw new RequestValidationException(
                operation, member, $"makes a message of more than {StreamLimits.ServiceMaxMessageText}, which the service does not take");
    }
}
