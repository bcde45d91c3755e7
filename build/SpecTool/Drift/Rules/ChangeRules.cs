using System.Globalization;

namespace Valentina.SpecTool.Drift.Rules;

/// <summary>
/// Every kind of change the tool tells apart, read from <c>rules.tsv</c> beside this file, where each id stands as one text. Ids are
/// oasdiff's where it has one. The wire verdict asks whether a shipped client still works, the SDK verdict whether a user's code still
/// compiles and behaves once the SDK is regenerated.
/// </summary>
public static class ChangeRules
{
    private const string ErrorMeaning = "In an error answer, for which the SDK has no type of its own, something changed: {0}.";

    private static readonly Dictionary<string, ChangeRule> RulesById = Read().ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules, by change class and id.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
        [.. RulesById.Values.OrderBy(rule => rule.Class).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static ChangeRule ById(string id)
        => RulesById.TryGetValue(id, out var rule) ? rule : throw new ArgumentException($"There is no rule '{id}'.", nameof(id));

    /// <summary>
    /// The rule as it applies inside an error answer: exceptions read what they can of it, and the SDK has no types for it that user code
    /// could name.
    /// </summary>
    /// <param name="id">The id.</param>
    public static ChangeRule InErrors(string id)
        => ById(id) is { Texts: false } rule ? rule with { Sdk = Verdict.Compatible, Meaning = ErrorMeaning } : ById(id);

    private static IEnumerable<ChangeRule> Read()
    {
        using var stream = typeof(ChangeRules).Assembly.GetManifestResourceStream("rules.tsv")
            ?? throw new InvalidOperationException("The tool was built without its rules.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return new ChangeRule(
                cells[4],
                int.Parse(cells[0], CultureInfo.InvariantCulture),
                Enum.Parse<Verdict>(cells[1], ignoreCase: true),
                Enum.Parse<Verdict>(cells[2], ignoreCase: true),
                cells[5],
                Texts: cells[3] == "words")
            {
                HeaderMeaning = cells.Length > 6 ? cells[6] : null,
            };
        }
    }
}
