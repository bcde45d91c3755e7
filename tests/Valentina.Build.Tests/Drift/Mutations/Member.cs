using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>A member of an object in a real document.</summary>
internal sealed record Member(SampleContract SampleContract, string Owner, string Name)
{
    public string Pointer => SampleContract.Join(Owner, "properties", Name);

    public JsonObject Schema => SampleContract.At(Pointer);

    public bool Required => SampleContract.At(Owner)["required"] is JsonArray list && list.Any(item => item!.GetValue<string>() == Name);

    /// <summary><c>request</c> and <c>response</c>, whichever carries the member.</summary>
    public IReadOnlyList<string> Sides => [.. SampleContract.Places(Pointer)
        .Select(place => place.Split('-')[0])
        .Distinct(StringComparer.Ordinal)];

    /// <summary>The schema without the wrapper that adds null; null when it is a union or anything at all.</summary>
    public JsonObject? Inner
    {
        get
        {
            var schema = Schema;
            foreach (var word in (string[])["oneOf", "anyOf"])
            {
                if (schema[word] is JsonArray cases)
                {
                    var real = cases.Where(item => item!["type"]?.ToString() != "null").ToList();
                    return real.Count == 1 ? real[0]!.AsObject() : null;
                }
            }

            return schema;
        }
    }

    public bool Nullable => IsNullable(Schema);

    /// <summary>What the member finally is: the component behind a reference.</summary>
    public JsonObject? Target => Inner?["$ref"]?.GetValue<string>() is { } reference ? SampleContract.At(reference[1..]) : Inner;

    public static bool IsNullable(JsonObject schema)
        => schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null")
        || ((string[])[
            "oneOf", "anyOf"
        ]).Any(word => schema[word] is JsonArray cases && cases.Any(item => item!["type"]?.ToString() == "null"));
}
