using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Overlay.Support;

/// <summary>One API's contract as it was published and as it is after the overlay.</summary>
internal sealed class Contract
{
    private static readonly Dictionary<string, Contract> Whole = ApiFiles.Names.ToDictionary(api => api, api => new Contract(api));

    private static readonly AsyncLocal<Contract?> Replacement = new();

    private Contract(string api)
    {
        Files = ApiFiles.For(api, ApiFiles.FindFolder(AppContext.BaseDirectory))[0];
        Published = JsonText.ReadObject(Files.Published);
        Overlay = OverlayDocument.Parse(JsonText.ReadObject(Files.Overlay));
        Prepared = Apply(Published, Overlay);
    }

    private Contract(Contract whole, OverlayDocument overlay)
    {
        Files = whole.Files;
        Published = whole.Published;
        Overlay = overlay;
        Prepared = Apply(Published, overlay);
    }

    public static Contract Noir => Of("valentina");

    public static Contract ClaudeCode => Of("claude-code");

    public ApiFiles Files { get; }

    public JsonObject Published { get; }

    public OverlayDocument Overlay { get; }

    public JsonObject Prepared { get; }

    /// <summary>The contract of an API; while <see cref="Use"/> is in force, the one given there.</summary>
    public static Contract Of(string api) => Replacement.Value is { } other && other.Files.Name == api ? other : Whole[api];

    /// <summary>The same contract without one of its corrections.</summary>
    public Contract Without(OverlayAction action) => new(this, Overlay.Without(action));

    /// <summary>Makes the tests called inside <paramref name="run"/> see this contract.</summary>
    public void Use(Action run)
    {
        Replacement.Value = this;
        try
        {
            run();
        }
        finally
        {
            Replacement.Value = null;
        }
    }

    public static IEnumerable<(string Path, string Method, JsonObject Operation)> OperationsOf(JsonObject document)
        => from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select (path.Key, operation.Key, operation.Value!.AsObject());

    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations() => OperationsOf(Prepared);

    public JsonObject Operation(string id) => OperationIn(Prepared, id);

    public JsonObject PublishedOperation(string id) => OperationIn(Published, id);

    public JsonObject Schema(string key) => Prepared["components"]!["schemas"]![key]?.AsObject()
        ?? throw new InvalidOperationException($"The prepared document has no schema {key}.");

    public JsonNode Member(string schema, string member) => Schema(schema)["properties"]![member]
        ?? throw new InvalidOperationException($"{schema} has no member {member}.");

    /// <summary>The operations that carry a mark, in document order.</summary>
    public IEnumerable<string> Marked(string mark)
        => Operations().Where(entry => (bool?)entry.Operation[mark] == true).Select(entry => Id(entry.Operation));

    public static string Id(JsonObject operation) => (string)operation["operationId"]!;

    public static JsonObject? Parameter(JsonObject operation, string kind, string name)
        => (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>()
            .SingleOrDefault(parameter => (string?)parameter["in"] == kind && (string?)parameter["name"] == name);

    /// <summary>The schema of a success answer.</summary>
    public static JsonNode? AnswerSchema(JsonObject operation, int status, string mediaType = "application/json")
        => operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)]?["content"]?[mediaType]?["schema"];

    public static JsonNode? BodySchema(JsonObject operation, string mediaType = "application/json")
        => operation["requestBody"]?["content"]?[mediaType]?["schema"];

    private static JsonObject OperationIn(JsonObject document, string id)
        => OperationsOf(document).Single(entry => Id(entry.Operation) == id).Operation;

    private static JsonObject Apply(JsonObject published, OverlayDocument overlay)
    {
        var document = (JsonObject)published.DeepClone();
        OverlayEngine.Apply(document, overlay);
        return document;
    }
}
