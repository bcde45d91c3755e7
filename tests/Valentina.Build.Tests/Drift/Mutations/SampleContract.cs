using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>
/// A real document and everything in it that a mutation can strike. Where a schema is used (in a parameter, a request, an
/// answer, a header) is found out here by walking the raw document, not by the code under test.
/// </summary>
internal sealed class SampleContract
{
    private readonly Dictionary<string, HashSet<string>> _places = new(StringComparer.Ordinal);

    private readonly Dictionary<object, object> _remembered = [];

    private SampleContract(string name, JsonObject root)
    {
        Name = name;
        Root = root;
        foreach (var (path, item) in root["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                Walk(operation!.AsObject(), Join("/paths", path, method));
            }
        }
    }

    public string Name { get; }

    public JsonObject Root { get; }

    public List<string> Operations { get; } = [];

    public List<string> Parameters { get; } = [];

    public List<string> Bodies { get; } = [];

    public List<string> Answers { get; } = [];

    public HashSet<string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>Every schema that is reached, in the order of the document.</summary>
    public IEnumerable<string> Schemas => _places.Keys;

    public static SampleContract Read(string name)
        => new(name, Repository.ReadJson(Repository.PathOf("openapi", "prepared", name + ".json")).AsObject());

    /// <summary>
    /// A large document in pieces: for each tag the operations that carry it, with the components these need. A piece is struck and
    /// compared in a fraction of the time that the whole takes, and has the same places.
    /// </summary>
    public static IReadOnlyList<SampleContract> Pieces(string name)
    {
        var whole = Read(name);
        return [.. whole.Operations.Select(pointer => Tag(whole.At(pointer))).Distinct(StringComparer.Ordinal)
            .Select(tag => new SampleContract(name, DocumentCut.Of(whole.Root, operation => Tag(operation) == tag)))];
    }

    private static string Tag(JsonObject operation) => operation["tags"]![0]!.GetValue<string>();

    public static string Join(string pointer, params string[] names) => pointer + string.Concat(names.Select(name =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));

    /// <summary>Where the schema at a pointer is used, as rule ids begin.</summary>
    public IReadOnlyCollection<string> Places(string pointer) => _places.TryGetValue(pointer, out var places) ? places : [];

    public JsonObject At(string pointer) => JsonEdits.Find(Root, pointer)!.AsObject();

    /// <summary>Finds something once; looking through a large document again for every mutation would take minutes.</summary>
    public List<T> Remember<T>(object key, Func<IEnumerable<T>> find)
    {
        if (!_remembered.TryGetValue(key, out var known))
        {
            _remembered[key] = known = find().ToList();
        }

        return (List<T>)known;
    }

    /// <summary>The members that can be struck one by one: all but those of a page's envelope.</summary>
    public IEnumerable<Member> Members() => Schemas
        .Where(pointer => At(pointer)["properties"] is JsonObject && !IsPage(At(pointer)))
        .SelectMany(owner => At(owner)["properties"]!.AsObject().Select(property => new Member(this, owner, property.Key)))
        .Where(member => member.Sides.Count > 0);

    public static bool IsPage(JsonObject schema) => schema["properties"] is JsonObject members
        && ((string[])["items", "limit", "offset", "total"]).All(members.ContainsKey);

    private void Walk(JsonObject operation, string pointer)
    {
        Operations.Add(pointer);
        var parameters = operation["parameters"]?.AsArray() ?? [];
        for (var index = 0; index < parameters.Count; index++)
        {
            var place = Join(pointer, "parameters", index.ToString(CultureInfo.InvariantCulture));
            Parameters.Add(place);
            Visit(parameters[index]!["schema"], Join(place, "schema"), "request-parameter");
        }

        if (operation["requestBody"] is JsonObject body)
        {
            Bodies.Add(pointer);
            VisitContent(body, Join(pointer, "requestBody"), "request-body");
        }

        foreach (var (status, node) in operation["responses"]!.AsObject())
        {
            var (response, place) = Follow(node!.AsObject(), Join(pointer, "responses", status));
            if (!Answers.Contains(place))
            {
                Answers.Add(place);
            }

            VisitContent(response, place, "response-body");
            foreach (var (name, header) in response["headers"]?.AsObject() ?? [])
            {
                var (value, headerPlace) = Follow(header!.AsObject(), Join(place, "headers", name));
                Headers.Add(headerPlace);
                Visit(value["schema"], Join(headerPlace, "schema"), "response-header");
            }
        }
    }

    private (JsonObject Node, string Pointer) Follow(JsonObject node, string pointer)
        => node["$ref"]?.GetValue<string>() is { } reference ? (At(reference[1..]), reference[1..]) : (node, pointer);

    private void VisitContent(JsonObject holder, string pointer, string place)
    {
        foreach (var (type, media) in holder["content"]?.AsObject() ?? [])
        {
            Visit(media!["schema"], Join(pointer, "content", type, "schema"), place);
        }
    }

    private void Visit(JsonNode? node, string pointer, string place)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        if (!_places.TryGetValue(pointer, out var places))
        {
            _places[pointer] = places = new HashSet<string>(StringComparer.Ordinal);
        }

        if (!places.Add(place))
        {
            return;
        }

        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            Visit(At(reference[1..]), reference[1..], place);
            return;
        }

        var inside = place.StartsWith("request", StringComparison.Ordinal) ? "request-property" : "response-property";
        var hidden = inside == "request-property" ? "readOnly" : "writeOnly";
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (property is JsonObject member && member[hidden]?.GetValue<bool>() != true)
            {
                Visit(member, Join(pointer, "properties", name), inside);
            }
        }

        foreach (var word in (string[])["items", "additionalProperties"])
        {
            Visit(schema[word] as JsonObject, Join(pointer, word), place);
        }

        foreach (var word in (string[])["oneOf", "anyOf", "allOf"])
        {
            var cases = schema[word]?.AsArray() ?? [];
            for (var index = 0; index < cases.Count; index++)
            {
                Visit(cases[index], Join(pointer, word, index.ToString(CultureInfo.InvariantCulture)), place);
            }
        }
    }
}
