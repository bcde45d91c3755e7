using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>A request that has passed every gate, as the handlers see it.</summary>
internal sealed class EndpointContext(FakeExchange exchange, World world, Entity developer, string requestId)
{
    private readonly Dictionary<string, Entity> _parents = new(StringComparer.Ordinal);

    public FakeExchange Exchange { get; } = exchange;

    public ContractOperation Operation => Exchange.Operation!;

    public World World { get; } = world;

    /// <summary>Whose key it is.</summary>
    public Entity Developer { get; } = developer;

    public string RequestId { get; } = requestId;

    /// <summary>The user of the On-Behalf-Of header, where the operation looks at it.</summary>
    public Entity? ActingUser { get; set; }

    /// <summary>The body after the server's rewriting.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>The body as an object.</summary>
    public JsonObject Form => (JsonObject)Body!;

    public Entity Actor => ActingUser!;

    public Entity Company => Parent(Kinds.Company);

    public Entity Campaign => Parent(Kinds.Campaign);

    public Entity Book => Parent(Kinds.Book);

    public Entity Chapter => Parent(Kinds.Chapter);

    public Entity Character => Parent(Kinds.Character);

    public Entity User => Parent(Kinds.User);

    /// <summary>Something the answer is about.</summary>
    public Entity? Subject { get; set; }

    /// <summary>What the audit log says of it in place of its own words.</summary>
    public string? Description { get; set; }

    /// <summary>What kind of change the audit log takes it for in place of the usual one.</summary>
    public string? AuditOperation { get; set; }

    /// <summary>What a change changed, for the audit log.</summary>
    public JsonObject Changes { get; } = [];

    /// <summary>A whole answer of a handler that writes no JSON.</summary>
    public FakeResponse? Raw { get; set; }

    /// <summary>The file of an upload.</summary>
    public Multipart? File { get; set; }

    public bool IsStoryteller => ActingUser?.Text("role") is "ADMIN" or "STORYTELLER";

    public bool IsAdmin => ActingUser?.Text("role") is "ADMIN";

    public int Limit => Whole("limit") ?? Default("limit") ?? 10;

    public int Offset => Whole("offset") ?? 0;

    public Entity Parent(string kind) => _parents[kind];

    public Entity? ParentOrNull(string kind) => _parents.GetValueOrDefault(kind);

    public void SetParent(Entity entity) => _parents[entity.Kind] = entity;

    /// <summary>A path value; a uuid in its plain form.</summary>
    public string Path(string name)
    {
        var text = Exchange.Match.Values[name];
        return Guid.TryParse(text, out var id) ? id.ToString() : text;
    }

    /// <summary>A query value, or null.</summary>
    public string? Query(string name) => Exchange.Query.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>A query value that is a uuid, in its plain form.</summary>
    public string? QueryId(string name) => Query(name) is { } text && Guid.TryParse(text, out var id) ? id.ToString() : null;

    public bool? QueryFlag(string name) => Query(name) switch
    {
        null => null,
        "true" or "True" or "1" => true,
        _ => false,
    };

    public int? Whole(string name)
        => Query(name) is { } text ? (int)Math.Clamp(long.Parse(text, CultureInfo.InvariantCulture), int.MinValue, int.MaxValue) : null;

    public bool Includes(string what)
        => Exchange.Query.TryGetValue("include", out var values) && values.Contains(what, StringComparer.Ordinal);

    /// <summary>A member of the body as text.</summary>
    public string? Field(string name) => Form[name]?.GetValue<string>();

    /// <summary>A member of the body as a uuid in its plain form.</summary>
    public string? FieldId(string name) => Field(name) is { } text ? Guid.Parse(text).ToString() : null;

    public int? FieldNumber(string name) => Form[name] is { } value ? Numbers.Int(value) : null;

    /// <summary>Notes a change for the audit log.</summary>
    public void Note(string member, JsonNode? before, JsonNode? after)
    {
        if (!JsonNode.DeepEquals(before, after))
        {
            Changes[member] = new JsonObject { ["new"] = after?.DeepClone(), ["old"] = before?.DeepClone() };
        }
    }

    private int? Default(string name)
        => Operation.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Schema.Default is { } value
            ? Numbers.Int(value)
            : null;
}
