using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;

namespace Valentina.SpecTool.Prepare;

/// <summary>Makes the prepared document: published document + overlay, then the checks.</summary>
public static class Preparer
{
    /// <summary>Applies <paramref name="overlay"/> to a copy of <paramref name="published"/> and checks the result.</summary>
    /// <exception cref="SpecException">In strict mode: the first error, with its place.</exception>
    public static PreparedDocument Prepare(JsonObject published, OverlayDocument overlay, PrepareMode mode = PrepareMode.Strict)
    {
        var errors = new List<PrepareFinding>();
        var document = (JsonObject)published.DeepClone();
        var marks = ReservedNames.Find(document);
        var outcomes = OverlayEngine.Apply(document, overlay);
        errors.AddRange(marks.Select(mark => mark.Problem()).OfType<PrepareFinding>());
        errors.AddRange(overlay.Actions.SelectMany(UnknownMarks));
        errors.AddRange(outcomes.Where(outcome => outcome.Problem is not null).Select(ToError));
        errors.AddRange(DocumentChecks.Check(document));
        if (mode == PrepareMode.Strict && errors.Count > 0)
        {
            throw new SpecException(errors[0].Place, errors[0].Text) { Cure = errors[0].Cure };
        }

        return new PreparedDocument(document, new PrepareReport(outcomes, errors, Undecided.Find(document)));
    }

    /// <summary>A mark that nobody reads is a slip of the pen, which must not pass for an instruction.</summary>
    private static IEnumerable<PrepareFinding> UnknownMarks(OverlayAction action)
        => Names(action.Update)
            .Where(name => name.StartsWith("x-", StringComparison.Ordinal) && !ReservedNames.All.Contains(name))
            .Select(name => new PrepareFinding(
                JsonPointer.Root.Child("actions").Child(action.Index).Child("update"),
                $"Nothing reads the extension member '{CheckContext.Shown(name)}' ({action})."));

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Names),
        _ => [],
    };

    private static PrepareFinding ToError(OverlayOutcome outcome)
        => new(JsonPointer.Root.Child("actions").Child(outcome.Action.Index), $"{outcome.Problem} ({outcome.Action})");
}
