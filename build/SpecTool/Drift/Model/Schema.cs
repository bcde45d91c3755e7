namespace Valentina.SpecTool.Drift.Model;

/// <summary>
/// A schema in normal form: references followed, an <c>allOf</c> merged, nullability taken out of <c>oneOf</c>,
/// <c>anyOf</c> and type lists, a constant written as an enum of one. Two spellings of the same schema give the same form.
/// </summary>
public sealed class Schema
{
    /// <summary>Where the schema is written; for a component, the component.</summary>
    public required string Pointer { get; init; }

    /// <summary>The component's name; null for an inline schema.</summary>
    public string? Name { get; init; }

    /// <summary>The type's name in C#; null for an inline schema.</summary>
    public string? SdkName { get; init; }

    /// <summary>Whether the schema itself accepts null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The JSON types accepted beside null, sorted; empty = any.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The format; <c>binary</c> for raw bytes however they are declared.</summary>
    public string? Format { get; init; }

    /// <summary>The values accepted, as canonical JSON in the order of the document; null = not an enum.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The C# names the overlay gives to values, by value.</summary>
    public IReadOnlyDictionary<string, string> ValueNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The numeric limits that are set: keyword → value.</summary>
    public required IReadOnlyDictionary<string, decimal> Limits { get; init; }

    /// <summary>The pattern a text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The members of an object.</summary>
    public required IReadOnlyDictionary<string, Property> Properties { get; init; }

    /// <summary>Reads the elements of an array; lazily, for schemas may contain themselves.</summary>
    public Lazy<SchemaUse>? ReadItems { get; init; }

    /// <summary>Reads the values of a map.</summary>
    public Lazy<SchemaUse>? ReadMapValues { get; init; }

    /// <summary>Reads what members beyond the declared ones must be, of an object that declares some.</summary>
    public Lazy<SchemaUse>? ReadOtherMembers { get; init; }

    /// <summary>Whether members beyond the declared ones are refused.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Members that must be there although they are not declared.</summary>
    public IReadOnlyList<string> RequiredNames { get; init; } = [];

    /// <summary>Conditions beside all this, as JSON Schema 2020-12 has them.</summary>
    public IReadOnlyList<SchemaPart> Parts { get; init; } = [];

    /// <summary>Member → the members that must be there when it is.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> DependentRequired { get; init; }
        = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The media type of what a text holds, and how it is written into the text.</summary>
    public (string? MediaType, string? Encoding) Content { get; init; }

    /// <summary>The values an open list names (<c>x-extensible-enum</c>).</summary>
    public IReadOnlyList<string> OpenValues { get; init; } = [];

    /// <summary>The elements of an array.</summary>
    public SchemaUse? Items => ReadItems?.Value;

    /// <summary>The values of a map (an object whose member names are data).</summary>
    public SchemaUse? MapValues => ReadMapValues?.Value;

    /// <summary>The cases of a union; fewer than two = no union.</summary>
    public required IReadOnlyList<SchemaUse> Cases { get; init; }

    /// <summary><c>one-of</c> or <c>any-of</c>.</summary>
    public string UnionWord { get; init; } = "one-of";

    /// <summary>How a union's case is told.</summary>
    public Discriminator? Discriminator { get; init; }

    /// <summary>What the schema says of itself.</summary>
    public required Annotations Own { get; init; }

    /// <summary>What members beyond the declared ones must be.</summary>
    public SchemaUse? OtherMembers => ReadOtherMembers?.Value;

    /// <summary>Whether a value is one of several alternatives.</summary>
    public bool IsUnion => Cases.Count > 1;

    /// <summary>Whether it is an object whose member names are data.</summary>
    public bool IsMap => ReadMapValues is not null;

    /// <summary>The type and format in a few words, for old → new.</summary>
    public string Describe() => Describe(2);

    private string Describe(int levels)
    {
        if (levels == 0)
        {
            return "…";
        }

        if (IsUnion)
        {
            return string.Join(" | ", Cases.Select(item => item.Target.Describe(levels - 1)));
        }

        if (IsMap)
        {
            return $"map of {MapValues!.Target.Describe(levels - 1)}";
        }

        var type = Types.Count == 0 ? "any" : string.Join("|", Types);
        return Format is null ? type : $"{type}/{Format}";
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="SdkName">The member's name in C#.</param>
/// <param name="Pointer">Where the member is written.</param>
/// <param name="Required">Whether the object is incomplete without it.</param>
/// <param name="Read">Reads the member's schema; lazily, for schemas may contain themselves.</param>
/// <param name="BareName">The name in C# where the type that it belongs to has none.</param>
public sealed record Property(string Name, string SdkName, string Pointer, bool Required, Lazy<SchemaUse> Read, string BareName)
{
    /// <summary>The member's schema.</summary>
    public SchemaUse Use => Read.Value;
}

/// <summary>A place that uses a schema, and what the place adds to it.</summary>
/// <param name="Pointer">The place.</param>
/// <param name="Target">The schema.</param>
/// <param name="NullableHere">Whether the place accepts null on top of what the schema says.</param>
/// <param name="Here">What the place says beside the reference.</param>
public sealed record SchemaUse(string Pointer, Schema Target, bool NullableHere, Annotations Here)
{
    /// <summary>Whether null is accepted.</summary>
    public bool Nullable => NullableHere || Target.Nullable;

    /// <summary>The default, as canonical JSON.</summary>
    public string? Default => Here.Default ?? Target.Own.Default;

    /// <summary>Whether the value only travels from the server.</summary>
    public bool ReadOnly => Here.ReadOnly || Target.Own.ReadOnly;

    /// <summary>Whether the value only travels to the server.</summary>
    public bool WriteOnly => Here.WriteOnly || Target.Own.WriteOnly;

    /// <summary>Whether the place is marked deprecated.</summary>
    public bool Deprecated => Here.Deprecated || Target.Own.Deprecated;

    /// <summary>Title and description.</summary>
    public string? Text => Here.Text ?? Target.Own.Text;

    /// <summary>The examples, as canonical JSON.</summary>
    public string? Example => Here.Example ?? Target.Own.Example;
}

/// <summary>What a schema says beside its structure.</summary>
/// <param name="Default">The default, as canonical JSON.</param>
/// <param name="ReadOnly">Only in answers.</param>
/// <param name="WriteOnly">Only in requests.</param>
/// <param name="Deprecated">Marked deprecated.</param>
/// <param name="Text">Title and description.</param>
/// <param name="Example">The examples, as canonical JSON.</param>
public sealed record Annotations(
    string? Default = null,
    bool ReadOnly = false,
    bool WriteOnly = false,
    bool Deprecated = false,
    string? Text = null,
    string? Example = null)
{
    /// <summary>Nothing said.</summary>
    public static Annotations None { get; } = new();
}

/// <summary>How a union's case is told.</summary>
/// <param name="Property">The member that tells it.</param>
/// <param name="Mapping">Value → schema, sorted by value.</param>
/// <param name="Implied">The values that the document does not write down: the name of a case tells it.</param>
public sealed record Discriminator(string Property, IReadOnlyDictionary<string, string> Mapping, IReadOnlySet<string> Implied);
