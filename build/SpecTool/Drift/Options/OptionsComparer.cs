using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Options;

/// <summary>Compares the values of every enum of the SDK with those the running server offers.</summary>
public static class OptionsComparer
{
    /// <summary>The operation that lists the values.</summary>
    public const string OperationId = "getCompanyOptions";

    /// <summary>Compares.</summary>
    /// <param name="contract">The prepared contract; the answer's schema tells which list belongs to which enum.</param>
    /// <param name="answer">What the server answered.</param>
    /// <param name="map">Which SDK methods call which operation.</param>
    /// <param name="texts">Whether enums are named that the server does not list at all.</param>
    /// <exception cref="ConfigurationException">The contract does not describe the options.</exception>
    public static IReadOnlyList<Finding> Compare(Contract contract, JsonObject answer, SdkMap map, bool texts = false)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(answer);
        var operation = contract.Operations.FirstOrDefault(candidate => candidate.Id == OperationId)
            ?? throw new ConfigurationException($"The contract has no operation '{OperationId}'.");
        var schema = operation.Responses.TryGetValue("200", out var response)
            && response.Content.TryGetValue("application/json", out var media)
                ? media.Schema.Target
                : throw new ConfigurationException($"The contract does not say what '{OperationId}' answers.");
        var findings = new FindingCollector(map);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        Compare(schema, answer, "", operation, findings, listed);
        foreach (var type in SchemaWalk.Reached(contract).Where(type => type is { Name: not null, Values: not null }
            && !listed.Contains(type.Name)))
        {
            Add(findings, operation, "enum-without-options", type.Pointer, null, null, type.SdkName!);
        }

        return findings.Sorted(texts);
    }

    private static void Compare(
        Schema schema, JsonObject answer, string pointer, Operation operation, FindingCollector findings, HashSet<string> listed)
    {
        foreach (var (name, property) in schema.Properties)
        {
            var place = Pointers.Join(pointer, name);
            switch (answer[name])
            {
                case JsonObject group:
                    Compare(property.Use.Target, group, place, operation, findings, listed);
                    break;
                case JsonArray values when property.Use.Target.Items?.Target is { Values: { } known } type:
                    listed.Add(type.Name ?? "");
                    CompareValues(type, known, values, place, operation, findings);
                    break;
                case null:
                    Add(findings, operation, "option-missing", place, name, null, name);
                    break;
            }
        }

        if (schema.Properties.Count == 0)
        {
            return;
        }

        foreach (var (name, _) in answer.Where(entry => !schema.Properties.ContainsKey(entry.Key)))
        {
            Add(findings, operation, "option-undeclared", Pointers.Join(pointer, name), null, name, name);
        }
    }

    private static void CompareValues(
        Schema type, IReadOnlyList<string> known, JsonArray values, string place, Operation operation, FindingCollector findings)
    {
        var offered = values.Select(CanonicalJson.Write).ToList();
        foreach (var value in offered.Except(known, StringComparer.Ordinal))
        {
            Add(findings, operation, "option-value-unknown", place, null, value, type.SdkName ?? place);
        }

        foreach (var value in known.Except(offered, StringComparer.Ordinal))
        {
            Add(findings, operation, "option-value-missing", place, value, null, type.SdkName ?? place);
        }
    }

    private static void Add(
        FindingCollector findings, Operation operation, string rule, string place, string? old, string? now, string subject)
        => findings.Add(new Change(rule, place, place, old, now, subject), [operation]);
}
