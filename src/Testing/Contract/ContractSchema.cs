using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>The JSON types, as a set.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}

/// <summary>A member of an object schema.</summary>
internal sealed record ContractMember(string Name, ContractSchema Schema, bool Required);

/// <summary>One schema of the document, compiled: references are resolved, nothing is looked up while checking.</summary>
internal sealed class ContractSchema
{
    private readonly Dictionary<string, ContractMember> _byName = new(StringComparer.Ordinal);

    /// <summary>The component's name; null for an inline schema.</summary>
    public string? Name { get; init; }

    /// <summary>The schema as written, for what is not compiled (<c>x-…</c>, examples).</summary>
    public JsonObject Source { get; init; } = [];

    /// <summary>The types allowed; none means any.</summary>
    public JsonTypes Types { get; set; }

    public string? Format { get; set; }

    /// <summary>The values allowed, as JSON texts.</summary>
    public HashSet<string>? Enum { get; set; }

    /// <summary>Whether the server takes values outside the enumeration too.</summary>
    public bool IsOpenEnum { get; set; }

    /// <summary>Whether an empty text is taken as none, whatever the least length.</summary>
    public bool AllowsEmpty { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }

    public int? MinItems { get; set; }

    public int? MaxItems { get; set; }

    public bool UniqueItems { get; set; }

    public JsonNode? Default { get; set; }

    public ContractSchema? Items { get; set; }

    /// <summary>The schema of undeclared members; null when none is given.</summary>
    public ContractSchema? Additional { get; set; }

    /// <summary>Whether undeclared members are allowed by an explicit statement.</summary>
    public bool AllowsAdditional { get; set; }

    /// <summary>The alternatives of <c>oneOf</c> or <c>anyOf</c>, the null type left out.</summary>
    public IReadOnlyList<ContractSchema> Alternatives { get; set; } = [];

    /// <summary>Whether null is allowed.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>The members in the order of the document.</summary>
    public IReadOnlyList<ContractMember> Members { get; private set; } = [];

    /// <summary>The conditional rules of <c>x-rules</c>.</summary>
    public IReadOnlyList<ContractRule> Rules { get; set; } = [];

    /// <summary>Finds a member by its name.</summary>
    public ContractMember? Member(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The only alternative where there is one (a nullable reference), else the schema itself.</summary>
    public ContractSchema Core => Alternatives.Count == 1 && Types == JsonTypes.None ? Alternatives[0].Core : this;

    /// <summary>The type in the server's words: <c>str</c>, <c>int</c>, <c>uuid</c> …</summary>
    public string Word
    {
        get
        {
            var core = Core;
            return core.Types switch
            {
                JsonTypes.String when core.Format == "uuid" => "uuid",
                JsonTypes.String => "str",
                JsonTypes.Integer => "int",
                JsonTypes.Number => "float",
                JsonTypes.Boolean => "bool",
                JsonTypes.Array => "array",
                JsonTypes.Object => "object",
                _ => "str",
            };
        }
    }

    public void SetMembers(IReadOnlyList<ContractMember> members)
    {
        Members = members;
        foreach (var member in members)
        {
            _byName[member.Name] = member;
        }
    }

    public static JsonTypes TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => JsonTypes.Null,
        JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
        JsonValueKind.String => JsonTypes.String,
        JsonValueKind.Array => JsonTypes.Array,
        JsonValueKind.Object => JsonTypes.Object,
        _ => IsInteger(node) ? JsonTypes.Integer | JsonTypes.Number : JsonTypes.Number,
    };

    private static bool IsInteger(JsonNode node)
        => node is JsonValue value && (value.TryGetValue<long>(out _) || value.TryGetValue<int>(out _));
}

/// <summary>A rule over several members.</summary>
/// <param name="Name">What it demands, for instance <c>anyOf</c>.</param>
/// <param name="Members">The members it is about.</param>
/// <param name="Message">The server's words.</param>
/// <param name="Source">The rule as written.</param>
internal sealed record ContractRule(string Name, IReadOnlyList<string> Members, string Message, JsonObject Source);
