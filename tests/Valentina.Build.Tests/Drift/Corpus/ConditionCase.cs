using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.Build.Tests.Drift.Corpus;

/// <summary>A change of one schema, put at a place of a document: what is found there, in which direction, with which verdicts.</summary>
internal sealed class ConditionCase
{
    private static readonly string File = Repository.PathOf("tests", "Valentina.Build.Tests", "Drift", "Corpus", "conditions.json");

    private readonly JsonObject _row;

    private ConditionCase(JsonObject row, string place, bool back)
    {
        _row = row;
        Place = place;
        Back = back;
    }

    public static IReadOnlyList<ConditionCase> All { get; } =
        [.. JsonNode.Parse(System.IO.File.ReadAllText(File))!["cases"]!.AsArray()
            .SelectMany(row => ((string[])["request-body", "request-property", "response-body", "response-property"])
                .SelectMany(place => ((bool[])[false, true]).Select(back => new ConditionCase(row!.AsObject(), place, back))))];

    public string Place { get; }

    public bool Back { get; }

    /// <summary>Id, wire and SDK verdict of each finding.</summary>
    public IEnumerable<string> Expected => _row[Back ? "back" : "forward"]!.AsArray()
        .Select(id => id!.GetValue<string>())
        .Select(id => id.StartsWith("property:", StringComparison.Ordinal)
            ? $"{Place.Split('-')[0]}-property-{id["property:".Length..]}"
            : $"{Place}-{id}")
        .Select(id => $"{id} {Verdicts()}");

    public IReadOnlyList<Finding> Compare()
    {
        var (old, now) = (Document("old", "1.0.0"), Document("new", "2.0.0"));
        if (Back)
        {
            (old, now) = (Document("new", "1.0.0"), Document("old", "2.0.0"));
        }

        return ContractComparer.Compare(ContractReader.Read(old), ContractReader.Read(now), new CompareOptions { Texts = true });
    }

    public override string ToString() => $"{Place}{(Back ? ", backwards" : "")}: {_row["what"]}";

    /// <summary>What a kind of change does: in requests a tighter schema breaks, in answers a looser one.</summary>
    private string Verdicts() => (_row["kind"]!.GetValue<string>(), Place.StartsWith("request", StringComparison.Ordinal), Back) switch
    {
        ("tighter", true, false) => "Breaking Compatible",
        ("tighter", true, true) => "Compatible Warning",
        ("tighter", false, false) => "Compatible Compatible",
        ("tighter", false, true) => "Warning Compatible",
        ("undecided", true, _) => "Breaking Compatible",
        ("undecided", false, _) => "Warning Compatible",
        ("prefix", true, false) => "Breaking Warning",
        ("prefix", true, true) => "Compatible Warning",
        ("prefix", false, false) => "Compatible Warning",
        ("prefix", false, true) => "Warning Warning",
        ("open", true, false) => "Warning Warning",
        ("open", true, true) => "Compatible Warning",
        ("open", false, _) => "Compatible Warning",
        ("required", true, false) => "Breaking Breaking",
        ("required", true, true) => "Compatible Warning",
        ("required", false, false) => "Compatible Warning",
        ("required", false, true) => "Breaking Breaking",
        var other => throw new InvalidOperationException($"Nobody says what {other} means."),
    };

    private JsonObject Document(string side, string version)
    {
        var schema = _row[side]!.DeepClone();
        if (Place.EndsWith("property", StringComparison.Ordinal))
        {
            schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["thing"] = schema } };
        }

        var content = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } };
        var success = new JsonObject { ["description"] = "Success" };
        var operation = new JsonObject { ["operationId"] = "bake", ["responses"] = new JsonObject { ["200"] = success } };
        if (Place.StartsWith("request", StringComparison.Ordinal))
        {
            operation["requestBody"] = content;
        }
        else
        {
            success["content"] = content["content"]!.DeepClone();
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Bakery", ["version"] = version },
            ["paths"] = new JsonObject { ["/breads"] = new JsonObject { ["post"] = operation } },
        };
    }
}
