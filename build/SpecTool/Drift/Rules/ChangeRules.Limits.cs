using static Valentina.SpecTool.Drift.Rules.Verdict;

namespace Valentina.SpecTool.Drift.Rules;

public static partial class ChangeRules
{
    // Whether another pattern or step admits more or less cannot be told: the graver case is assumed on either side.
    private static IEnumerable<string> Undecided => ["pattern-changed", "multiple-of-changed"];

    private static IEnumerable<ChangeRule> Limits()
    {
        foreach (var place in RequestPlaces)
        {
            foreach (var suffix in Suffixes(tighter: true).Concat(Undecided))
            {
                yield return new(
                    $"{place}-{suffix}", 18, Breaking, Compatible,
                    "The server refuses values of {0} it used to accept; the SDK's own check must follow.");
            }

            foreach (var suffix in Suffixes(tighter: false))
            {
                yield return new(
                    $"{place}-{suffix}", 19, Compatible, Warning,
                    "The server accepts values of {0} that the SDK's own check may still refuse.");
            }
        }

        foreach (var place in AnswerPlaces)
        {
            foreach (var suffix in Suffixes(tighter: false).Concat(Undecided))
            {
                yield return new($"{place}-{suffix}", 43, Warning, Compatible, "{0} may hold values that used to be ruled out.");
            }

            foreach (var suffix in Suffixes(tighter: true))
            {
                yield return new($"{place}-{suffix}", 43, Compatible, Compatible, "{0} holds fewer values than before.");
            }
        }
    }

    private static IEnumerable<string> Suffixes(bool tighter)
    {
        foreach (var bound in Bound.All)
        {
            yield return $"{bound.Name}-{(tighter ? "set" : "unset")}";
            yield return $"{bound.Name}-{(bound.LargerIsTighter == tighter ? "increased" : "decreased")}";
        }

        string[] others = tighter
            ? ["pattern-added", "multiple-of-set", "unique-items-set"]
            : ["pattern-removed", "multiple-of-unset", "unique-items-unset"];
        foreach (var suffix in others)
        {
            yield return suffix;
        }
    }
}
