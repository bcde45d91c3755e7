using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Notes every change that was made, and every request for the server's own log.</summary>
internal sealed class AuditTrail(HandlerRegistry registry)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [Kinds.Asset] = "ASSET", [Kinds.Book] = "BOOK", [Kinds.Campaign] = "CAMPAIGN", [Kinds.Chapter] = "CHAPTER",
        [Kinds.Character] = "CHARACTER",
        [Kinds.InventoryItem] = "CHARACTER_INVENTORY", [Kinds.CharacterTrait] = "CHARACTER_TRAIT", [Kinds.Session] = "CHARGEN_SESSION",
        [Kinds.Company] = "COMPANY",
        [Kinds.Developer] = "DEVELOPER", [Kinds.Term] = "DICTIONARY_TERM", [Kinds.Experience] = "EXPERIENCE", [Kinds.Note] = "NOTE",
        [Kinds.QuickRoll] = "QUICKROLL", [Kinds.User] = "USER",
    };

    private static readonly string[] Parents = [Kinds.Company, Kinds.User, Kinds.Campaign, Kinds.Book, Kinds.Chapter, Kinds.Character];

    public void Note(EndpointContext call)
    {
        ServerLogs.Note(registry.World, call);
        if (call.Operation.Method == "GET")
        {
            return;
        }

        var words = Words(call.Operation.Id);
        var entry = new JsonObject
        {
            ["entity_type"] = call.Subject is null ? null : Types.GetValueOrDefault(call.Subject.Kind),
            ["operation"] = call.Operation.Method switch { "POST" => "CREATE", "DELETE" => "DELETE", _ => "UPDATE" },
            ["target_entity_id"] = call.Subject?.Id,
            ["description"] = call.Subject?.Text("name") is { } name ? $"{words} '{name}'" : words,
            ["changes"] = call.Changes.Count == 0 ? null : call.Changes.DeepClone(),
            ["acting_user_id"] = call.ActingUser?.Id,
            ["developer_id"] = call.Developer.Id,
            ["request_id"] = call.RequestId,
            ["summary"] = words,
            ["handler_name"] = words.ToLowerInvariant().Replace(' ', '_'),
        };
        foreach (var parent in Parents)
        {
            entry[parent + "_id"] = call.ParentOrNull(parent)?.Id ?? (call.Subject?.Kind == parent ? call.Subject.Id : null);
        }

        AddRequest(entry, call);
        registry.World.Add(Kinds.Audit, entry);
    }

    private static void AddRequest(JsonObject entry, EndpointContext call)
    {
        var exchange = call.Exchange;
        var body = Redaction.Clean(exchange.Body?.DeepClone());
        entry["method"] = exchange.Request.Method;
        entry["url"] = exchange.Request.Url.AbsoluteUri;
        entry["request_body"] = body?.ToJsonString();
        entry["request_json"] = body;
        entry["path_params"] = Texts(exchange.Match.Values);
        entry["query_params"] = Texts(exchange.Query.ToDictionary(value => value.Key, value => value.Value[^1]));
        entry["operation_id"] = call.Operation.Id;
    }

    private static JsonObject Texts(IEnumerable<KeyValuePair<string, string>> values)
        => new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)JsonValue.Create(value.Value))));

    /// <summary>An operation's id as words: <c>updateCompany</c> becomes <c>Update company</c>.</summary>
    private static string Words(string operationId)
    {
        var words = new StringBuilder();
        foreach (var character in operationId)
        {
            words.Append(char.IsUpper(character) ? " " : "").Append(char.ToLowerInvariant(character));
        }

        words[0] = char.ToUpperInvariant(words[0]);
        return words.ToString();
    }
}
