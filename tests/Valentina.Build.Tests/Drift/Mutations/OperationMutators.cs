using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Drift.Mutations.Mutator;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Changes of paths, operations, security and servers.</summary>
internal static class OperationMutators
{
    public static IEnumerable<Mutator> All
        => [
            At(1, "remove a path", Paths, (_, document, path) =>
            {
                var (paths, name) = Split(document, path);
                var count = paths[name]!.AsObject().Count;
                paths.Remove(name);
                return [.. Enumerable.Repeat("api-path-removed-without-deprecation", count)];
            }),
            At(1, "rename a path", Paths, (_, document, path) =>
            {
                var (paths, name) = Split(document, path);
                var count = paths[name]!.AsObject().Count;
                Rename(paths, name, name + "/moved");
                return [.. Enumerable.Repeat("api-path-removed-without-deprecation", count)];
            }),
            At(2, "remove an operation", sample => sample.Operations.Where(place => Count(sample, place) > 1), (_, document, place) =>
            {
                var (item, method) = Split(document, place);
                item.Remove(method);
                return ["api-removed-without-deprecation"];
            }),
            At(3, "add an operation", Paths, (_, document, path) =>
            {
                Node(document, path)["trace"] = new JsonObject
                {
                    ["operationId"] = "traceEverything",
                    ["tags"] = new JsonArray("Campaigns"),
                    ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "Success" } },
                };
                return ["endpoint-added"];
            }),
            At(4, "change an operation id", sample => sample.Operations, (_, document, place) =>
            {
                var operation = Node(document, place);
                operation.Remove("x-name");
                operation["operationId"] = "somethingElse";
                return ["api-operation-id-removed"];
            }),
            At(5, "change a tag", sample => sample.Operations, (_, document, place) =>
            {
                var operation = Node(document, place);
                operation.Remove("x-group");
                var had = operation["tags"] is not null
                    || document["info"]!["title"]!.GetValue<string>().StartsWith("Claude", StringComparison.Ordinal);
                operation["tags"] = new JsonArray("Somewhere Else");
                return [had ? "api-tag-removed" : "api-tag-added"];
            }),
            At(
                7,
                "deprecate an operation",
                sample => sample.Operations.Where(place => sample.At(place)["deprecated"]?.GetValue<bool>() != true),
                (_, document, place) =>
                {
                    Node(document, place)["deprecated"] = true;
                    return ["endpoint-deprecated"];
                }),
            At(45, "rename the key's header", sample => Schemes(sample, "apiKey"), (_, document, place) =>
            {
                Node(document, place)["name"] = "X-Token";
                return ["api-security-component-form-changed"];
            }),
            At(45, "exchange the kind of credentials", sample => Schemes(sample, null), (_, document, place) =>
            {
                var (schemes, name) = Split(document, place);
                schemes[name] = new JsonObject { ["type"] = "mutualTLS" };
                return ["api-security-component-type-changed"];
            }),
            At(45, "open a door", sample => sample.Operations.Where(place => IsSecured(sample, place)), (_, document, place) =>
            {
                Node(document, place)["security"] = new JsonArray();
                return ["api-security-removed"];
            }),
            At(45, "close a door", sample => sample.Operations.Where(place => !IsSecured(sample, place)), (_, document, place) =>
            {
                var scheme = document["components"]!["securitySchemes"]!.AsObject().First().Key;
                Node(document, place)["security"] = new JsonArray(new JsonObject { [scheme] = new JsonArray() });
                return ["api-security-added"];
            }),
            At(46, "move the API to another path", _ => [""], (_, document, _) =>
            {
                document["servers"] = new JsonArray(new JsonObject { ["url"] = "https://elsewhere.example/v9" });
                return [.. Enumerable.Repeat(
                    "server-base-path-changed",
                    document["info"]!["title"]!.GetValue<string>().StartsWith("Claude", StringComparison.Ordinal) ? 1 : 2)];
            }),
            At(49, "break without a new version", Paths, (sample, document, path) =>
            {
                document["info"]!["version"] = sample.Root["info"]!["version"]!.GetValue<string>();
                var (paths, name) = Split(document, path);
                var count = paths[name]!.AsObject().Count;
                paths.Remove(name);
                return ["api-major-version-not-bumped", .. Enumerable.Repeat("api-path-removed-without-deprecation", count)];
            }),
            At(50, "explain an operation", sample => sample.Operations, (_, document, place) =>
            {
                Node(document, place)["description"] = "Other words.";
                return ["description-changed"];
            }),
        ];

    private static IEnumerable<string> Paths(SampleContract sample)
        => sample.Root["paths"]!.AsObject().Select(path => SampleContract.Join("/paths", path.Key));

    private static int Count(SampleContract sample, string operation) => sample.At(operation[..operation.LastIndexOf('/')]).Count;

    private static IEnumerable<string> Schemes(SampleContract sample, string? type)
        => sample.Root["components"]!["securitySchemes"]!.AsObject()
            .Where(scheme => type is null || scheme.Value!["type"]!.GetValue<string>() == type)
            .Select(scheme => SampleContract.Join("/components/securitySchemes", scheme.Key));

    private static bool IsSecured(SampleContract sample, string operation)
        => (sample.At(operation)["security"] ?? sample.Root["security"]) is JsonArray { Count: > 0 };
}
