using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>The prompts that the service makes of messages.</summary>
internal static class Conversation
{
    /// <summary>A conversation as the prompts of a fake show it: other speakers than the user by name.</summary>
    public static string Text(JsonArray? messages)
        => Joined(messages, static (role, said) => role == "user" ? said : $"{role}: {said}");

    /// <summary>A conversation as the service counts and weighs it: every speaker by name.</summary>
    public static string Full(JsonArray? messages) => Joined(messages, static (role, said) => $"{role}: {said}");

    public static string LastSaid(JsonArray? messages) => Said((messages?.LastOrDefault() as JsonObject)?["content"]);

    /// <summary>The calls of tools whose results were said last; none where somebody else spoke last.</summary>
    public static IReadOnlyList<JsonObject> AnsweredCalls(JsonArray? messages)
    {
        var said = (messages ?? []).OfType<JsonObject>().ToList();
        return said.Count > 0
            && Role(said[^1]) == "tool"
            && said.FindLast(static message => message["tool_calls"] is JsonArray) is { } asking
                ? [.. ((JsonArray)asking["tool_calls"]!).OfType<JsonObject>()]
                : [];
    }

    /// <summary>
    /// The prompt of process: its messages where there are any, otherwise system and user message or content; null when nothing is there.
    /// The results of tools are left out.
    /// </summary>
    /// <exception cref="InvalidOperationException">A part of the content is no object, which the service does not foresee.</exception>
    public static string? OfProcess(JsonObject body)
    {
        if (body["messages"] is JsonArray { Count: > 0 } messages)
        {
            return string.Join("\n\n", messages.OfType<JsonObject>()
                .Select(static message => (Speaker: Speaker(Role(message)), Said: Said(message["content"])))
                .Where(static message => message.Speaker is not null)
                .Select(static message => $"{message.Speaker}: {message.Said}"));
        }

        var parts = new List<string>();
        if ((string?)body["system_message"] is { Length: > 0 } system)
        {
            parts.Add($"System: {system}");
        }

        if ((string?)body["user_message"] is { Length: > 0 } user)
        {
            parts.Add($"User: {user}");
        }
        else if (PythonText.IsTrue(body["content"]) && IsSayable(body["content"]))
        {
            parts.Add($"User: {Said(body["content"])}");
        }

        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    private static bool IsSayable(JsonNode? content)
    {
        if (content is JsonArray parts && parts.Any(static part => part is not JsonObject))
        {
            throw new InvalidOperationException("A part of the content is no object.");
        }

        return content is JsonArray || content!.GetValueKind() == JsonValueKind.String;
    }

    private static string Joined(JsonArray? messages, Func<string, string, string> line)
        => string.Join(
            "\n\n", (messages ?? []).OfType<JsonObject>().Select(message => line(Role(message), Said(message["content"]))));

    private static string Role(JsonObject message) => message["role"] is { } role ? PythonText.Str(role) : "user";

    private static string? Speaker(string role) => role switch
    {
        "system" => "System",
        "user" => "User",
        "assistant" => "Assistant",
        _ => null,
    };

    /// <summary>What a message says: its text, or those of its parts that are texts.</summary>
    private static string Said(JsonNode? content) => content switch
    {
        null => "",
        JsonArray parts => string.Join(' ', parts.OfType<JsonObject>()
            .Where(static part => part["type"]?.GetValueKind() == JsonValueKind.String && (string?)part["type"] == "text")
            .Select(static part => PythonText.Str(part["text"] ?? part["content"] ?? ""))),
        _ => PythonText.Str(content),
    };
}
