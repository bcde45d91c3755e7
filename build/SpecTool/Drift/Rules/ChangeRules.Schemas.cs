using static Valentina.SpecTool.Drift.Rules.Verdict;

namespace Valentina.SpecTool.Drift.Rules;

public static partial class ChangeRules
{
    /// <summary>The places of a schema, as they begin a rule's id.</summary>
    private static IEnumerable<string> RequestPlaces => ["request-parameter", "request-body", "request-property"];

    private static IEnumerable<string> AnswerPlaces => ["response-body", "response-property", "response-header"];

    private static IEnumerable<ChangeRule> Schemas()
    {
        foreach (var place in RequestPlaces)
        {
            yield return new(
                $"{place}-type-changed", 15, Breaking, Breaking, "The server reads {0} as another type, and its C# type changes.");
            yield return new(
                $"{place}-type-generalized", 15, Compatible, Breaking, "The server reads more kinds of {0}, and its C# type changes.");
            foreach (var what in (string[])["added", "changed", "removed"])
            {
                yield return new(
                    $"{place}-default-value-{what}", 17, Breaking, Warning,
                    "Calls that leave {0} out behave differently; no compiler says so.");
            }

            yield return new(
                $"{place}-enum-value-removed", 20, Breaking, Breaking, "A value of {0} is refused, and code naming it no longer compiles.");
            yield return new($"{place}-enum-value-added", 21, Compatible, Warning, "{0} accepts one more value.");
            yield return new(
                $"{place}-became-not-nullable", 26, Breaking, Warning, "Null for {0} is refused; a PATCH can no longer clear it.");
            yield return new($"{place}-became-nullable", 27, Compatible, Warning, "{0} accepts null; its C# type becomes nullable.");
            foreach (var union in (string[])["one-of", "any-of"])
            {
                yield return new($"{place}-{union}-removed", 42, Breaking, Breaking, "The server no longer reads one of the forms of {0}.");
                yield return new($"{place}-{union}-added", 42, Compatible, Warning, "The server reads one more form of {0}.");
            }
        }

        foreach (var place in AnswerPlaces)
        {
            yield return new(
                $"{place}-type-changed", 39, Breaking, Breaking,
                "{0} arrives as another type: shipped clients cannot read it, and its C# type changes.");
            yield return new(
                $"{place}-type-generalized", 39, Breaking, Breaking,
                "{0} may arrive as another type: shipped clients may fail to read it, and its C# type changes.");
            yield return new($"{place}-type-specialized", 39, Compatible, Breaking, "{0} arrives in fewer forms, and its C# type changes.");
            foreach (var what in (string[])["added", "changed", "removed"])
            {
                yield return new(
                    $"{place}-default-value-{what}", 17, Compatible, Compatible, "The declared default of {0} differs; answers do not.");
            }

            yield return new(
                $"{place}-enum-value-added", 40, Warning, Warning,
                "{0} can hold a new value: IsKnown is false in shipped clients, and a switch over it wants another case.");
            yield return new(
                $"{place}-enum-value-removed", 41, Compatible, Warning,
                "A value of {0} no longer occurs; code naming it no longer compiles.");
            yield return new($"{place}-became-nullable", 37, Breaking, Breaking, "{0} may be null: its C# type becomes nullable.");
            yield return new(
                $"{place}-became-not-nullable", 38, Compatible, Warning, "{0} is never null: checks for null become superfluous.");
            foreach (var union in (string[])["one-of", "any-of"])
            {
                yield return new($"{place}-{union}-added", 42, Breaking, Breaking, "{0} may arrive in a form shipped clients do not know.");
                yield return new($"{place}-{union}-removed", 42, Compatible, Warning, "{0} no longer arrives in one of its forms.");
            }
        }

        foreach (var place in (string[])["request-body", "request-property", "response-body", "response-property"])
        {
            foreach (var what in (string[])[
                "added", "removed", "property-name-changed", "mapping-added", "mapping-deleted", "mapping-changed"
            ])
            {
                yield return new(
                    $"{place}-discriminator-{what}", 42, Breaking, Breaking, "The forms of {0} are told apart in another way.");
            }
        }

        foreach (var place in (string[])["request-body", "request-property"])
        {
            yield return new($"{place}-became-enum", 15, Breaking, Breaking, "{0} accepts only listed values, and its C# type changes.");
            yield return new($"{place}-became-not-enum", 15, Compatible, Breaking, "{0} accepts any text, and its C# type changes.");
        }

        foreach (var place in AnswerPlaces)
        {
            yield return new($"{place}-became-enum", 39, Compatible, Breaking, "{0} holds one of listed values, and its C# type changes.");
            yield return new($"{place}-became-not-enum", 39, Warning, Breaking, "{0} holds any text, and its C# type changes.");
        }

        foreach (var place in (string[])["request-property", "response-property"])
        {
            yield return new($"{place}-deprecated", 7, Compatible, Warning, "{0} is on its way out.");
            yield return new($"{place}-reactivated", 7, Compatible, Compatible, "{0} stays after all.");
        }
    }
}
