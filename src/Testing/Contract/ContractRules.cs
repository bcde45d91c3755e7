using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>The rules over several members that the overlay writes down as <c>x-rules</c>.</summary>
internal static class ContractRules
{
    /// <summary>Whether an object obeys a rule; a rule of an unknown kind is left to the server's own code.</summary>
    public static bool Holds(ContractRule rule, JsonObject value) => rule.Name switch
    {
        "at-least-one" => rule.Members.Any(member => HasContent(value[member])),
        "keys" => value.All(member => rule.Members.Contains(member.Key, StringComparer.Ordinal)),
        "absent-when" => !Applies(rule.Source["when"] as JsonObject, value) || rule.Members.All(member => value[member] is null),
        "not-null-when" => !Applies(rule.Source["when"] as JsonObject, value)
            || rule.Members.All(member => !value.ContainsKey(member) || value[member] is not null),
        "required-when" => !Applies(rule.Source["when"] as JsonObject, value) || rule.Members.All(member => HasContent(value[member])),
        _ => true,
    };

    private static bool Applies(JsonObject? when, JsonObject value)
        => when is not null
           && value[when["member"]!.GetValue<string>()]?.ToJsonString() == when["value"]?.ToJsonString();

    private static bool HasContent(JsonNode? node)
        => node is not null && (node.GetValueKind() != JsonValueKind.String || node.GetValue<string>().Trim().Length > 0);
}
