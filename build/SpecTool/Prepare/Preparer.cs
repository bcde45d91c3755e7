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
        var errors = new List<PrepareFinding>(ReservedNames.Check(published));
        var document = (JsonObject)published.DeepClone();
        var outcomes = OverlayEngine.Apply(document, overlay);
        errors.AddRange(outcomes.Where(outcome => outcome.Problem is not null).Select(ToError));
        errors.AddRange(DocumentChecks.Check(document));
        if (mode == PrepareMode.Strict && errors.Count > 0)
        {
            throw new SpecException(errors[0].Place, errors[0].Text) { Cure = errors[0].Cure };
        }

        return new PreparedDocument(document, new PrepareReport(outcomes, errors, Undecided.Find(document)));
    }

    private static PrepareFinding ToError(OverlayOutcome outcome)
        => new(JsonPointer.Root.Child("actions").Child(outcome.Action.Index), $"{outcome.Problem} ({outcome.Action})");
}
