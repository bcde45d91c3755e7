using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.Build.Tests.Drift;

/// <summary>A change of a change class, as a fixture describes it.</summary>
public sealed class ChangeCase
{
    private static readonly string FixturesFolder = Repository.PathOf("tests", "Valentina.Build.Tests", "Drift", "Fixtures");

    private readonly JsonObject _fixture;

    private ChangeCase(int number, string change, JsonObject fixture)
    {
        Number = number;
        Change = change;
        _fixture = fixture;
    }

    public static JsonObject Bakery => JsonNode.Parse(File.ReadAllText(Path.Combine(FixturesFolder, "base.json")))!.AsObject();

    public static IReadOnlyList<ChangeCase> All { get; } =
        [.. Directory.EnumerateFiles(FixturesFolder, "??-*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    public int Number { get; }

    public string Change { get; }

    public string Name => _fixture["name"]!.GetValue<string>();

    public IReadOnlyList<JsonObject> Finds => Expected("finds");

    public IReadOnlyList<JsonObject> Mirror => Expected("mirror");

    public IReadOnlyList<Finding> Forwards() => Compare(Before, After);

    public IReadOnlyList<Finding> Backwards() => Compare(After, Before);

    public override string ToString() => $"class {Number}, {Change}: {Name}";

    private JsonObject Before => JsonEdits.Apply(Bakery, _fixture["before"]?.AsArray());

    private JsonObject After => JsonEdits.Apply(Before, _fixture["edits"]!.AsArray());

    private static IEnumerable<ChangeCase> Read(string file)
    {
        var fixture = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return fixture["cases"]!.AsArray().Select(item =>
            new ChangeCase(fixture["class"]!.GetValue<int>(), fixture["change"]!.GetValue<string>(), item!.AsObject()));
    }

    private IReadOnlyList<JsonObject> Expected(string side) => [.. _fixture[side]!.AsArray().Select(item => item!.AsObject())];

    /// <summary>Every breaking fixture is published as a new major version, unless the version is what it is about.</summary>
    private IReadOnlyList<Finding> Compare(JsonObject old, JsonObject now)
    {
        var versions = _fixture["versions"]?.AsArray().Select(item => item!.GetValue<string>()).ToArray() ?? ["1.0.0", "2.0.0"];
        old["info"]!["version"] = versions[0];
        now["info"]!["version"] = versions[1];
        return ContractComparer.Compare(ContractReader.Read(old), ContractReader.Read(now), new CompareOptions
        {
            Today = new DateOnly(2030, 1, 1),
            Texts = _fixture["texts"]?.GetValue<bool>() == true,
        });
    }
}
