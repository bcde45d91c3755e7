using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Notes every change that was made, and every request for the server's own log.</summary>
internal sealed class AuditTrail(HandlerRegistry registry)
{
    /// <summary>The path parameters that name what an entry is about, the deepest first.</summary>
    private static readonly string[] Targets =
    [
        "inventory_item_id", "character_trait_id", "quickroll_id", "note_id", "asset_id", "session_id", "dictionary_term_id",
        "character_id", "chapter_id", "book_id", "campaign_id", "user_id", "company_id", "developer_id",
    ];

    private static readonly string[] Parents = ["company_id", "user_id", "campaign_id", "book_id", "chapter_id", "character_id"];

    public void Note(EndpointContext call)
    {
        ServerLogs.Note(registry.World, call);
        if (!AuditedOperations.All.TryGetValue(call.Operation.Id, out var audited))
        {
            return;
        }

        var entry = new JsonObject
        {
            ["entity_type"] = audited.EntityType,
            ["operation"] = call.AuditOperation ?? audited.Operation,
            ["target_entity_id"] = Array.Find(Targets, call.Exchange.Match.Values.ContainsKey) is { } target ? Id(call, target) : null,
            ["description"] = call.Description ?? Words(call, audited),
            ["changes"] = call.Changes.Count == 0 ? null : call.Changes.DeepClone(),
            ["acting_user_id"] = ActingUser(call),
            ["developer_id"] = call.Developer.Id,
            ["request_id"] = call.RequestId,
            ["summary"] = audited.Summary,
            ["handler_name"] = SnakeCase(call.Operation.Id),
        };
        foreach (var parent in Parents)
        {
            entry[parent] = Id(call, parent);
        }

        AddRequest(entry, call);
        registry.World.Add(Kinds.Audit, entry);
    }

    /// <summary>An id the path names; null for none, or for a text that is no id.</summary>
    private static string? Id(EndpointContext call, string parameter)
        => call.Exchange.Match.Values.ContainsKey(parameter) && Guid.TryParse(call.Path(parameter), out var id) ? id.ToString() : null;

    /// <summary>Who acted: the user of the header, even where the operation does not look at it, else the user of the path.</summary>
    private static string? ActingUser(EndpointContext call)
        => call.ActingUser?.Id
           ?? (Guid.TryParse(call.Exchange.Request.Header("On-Behalf-Of"), out var named) ? named.ToString() : Id(call, "user_id"));

    /// <summary>What an entry says where nothing else was said: a change of something with a name names it.</summary>
    private static string Words(EndpointContext call, AuditedOperation audited)
        => audited is { Operation: "UPDATE", EntityType: "CAMPAIGN" or "BOOK" or "CHAPTER" } && call.Subject?.Text("name") is { } name
            ? $"{audited.Summary} '{name}'"
            : $"{audited.Operation} {audited.EntityType?.Replace('_', ' ')}".TrimEnd().ToLowerInvariant();

    private static void AddRequest(JsonObject entry, EndpointContext call)
    {
        var exchange = call.Exchange;
        var body = Redaction.Clean(exchange.Body?.DeepClone());
        entry["method"] = exchange.Request.Method;
        entry["url"] = exchange.Request.Url.AbsoluteUri;
        entry["request_body"] = call.File is null ? body?.ToJsonString() : "[file upload]";
        entry["request_json"] = body;
        entry["path_params"] = Texts(exchange.Match.Values);
        entry["query_params"] = Texts(exchange.Query.ToDictionary(value => value.Key, value => value.Value[^1]));
        entry["operation_id"] = call.Operation.Id;
    }

    private static JsonObject Texts(IEnumerable<KeyValuePair<string, string>> values)
        => new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)JsonValue.Create(value.Value))));

    /// <summary><c>updateCompany</c> becomes <c>update_company</c>.</summary>
    private static string SnakeCase(string operationId)
    {
        var words = new StringBuilder();
        foreach (var character in operationId)
        {
            words.Append(char.IsUpper(character) ? "_" : "").Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }
}
