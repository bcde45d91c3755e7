using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer.Schemas;

/// <summary>A value on which the fake and JSON Schema may disagree, since the real server does not read JSON as JSON Schema does.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Reason">What the real server does.</param>
/// <param name="Explains">Whether a violation that only the fake reports is of this kind.</param>
internal sealed record VerdictDifference(string Name, string Reason, Func<ContractViolation, JsonNode?, bool> Explains)
{
    public static IReadOnlyList<VerdictDifference> All { get; } =
    [
        new(
            "whole numbers spelled as fractions",
            "to the server's reader 1.0 and 1e2 are floats, refused where it wants an int; to JSON Schema only the value counts",
            static (violation, value) => violation.Rule is "type" or "enum" && IsNumber(value, IsFraction)),
        new(
            "integers beyond 64 bits",
            "the server keeps integers in 64 bits; JSON Schema knows no limit",
            static (violation, value)
                => violation.Rule is "type" or "enum" && IsNumber(value, static text => !IsFraction(text) && !long.TryParse(text, out _))),
    ];

    /// <summary>The difference that explains a violation which only the fake reports; null when there is none.</summary>
    public static VerdictDifference? Of(ContractViolation violation, JsonNode? value)
        => All.FirstOrDefault(difference => difference.Explains(violation, value));

    private static bool IsFraction(string text) => text.AsSpan().IndexOfAny(".eE") >= 0;

    private static bool IsNumber(JsonNode? value, Func<string, bool> spelled)
        => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && spelled(value.ToJsonString());
}
