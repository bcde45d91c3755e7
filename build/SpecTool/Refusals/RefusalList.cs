using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Refusals;

/// <summary>Says where in the files of an API a refusal belongs, and how it is cured.</summary>
/// <param name="files">The files.</param>
internal sealed class RefusalList(ApiFiles files)
{
    private const string Example = "NameOfYours";

    private readonly Lazy<Origins> _origins = new(() => Origins.Of(files));

    /// <summary>What a check found, in the published document or in the overlay.</summary>
    public Refusal Of(PrepareFinding finding) => Of(finding.Place, finding.Text, finding.Cure);

    /// <summary>What stopped the preparation or the view.</summary>
    public Refusal Of(SpecException exception)
    {
        if (exception.File is not { } file)
        {
            return Of(exception.Pointer, exception.Problem, exception.Cure);
        }

        var line = exception.Line ?? LineMap.Of(File.ReadAllText(file)).Find(exception.Pointer.Steps());
        var code = file == files.Overlay ? Refusal.Overlay : file == files.Texts ? Refusal.Texts : Refusal.Contract;
        return Make(code, file, line, exception.Pointer, exception.Problem, "Correct the file.");
    }

    private Refusal Of(JsonPointer place, string problem, Cure? cure)
    {
        if (IsAction(place))
        {
            return Make(
                Refusal.Overlay, files.Overlay, LineMap.Of(File.ReadAllText(files.Overlay)).Find(place.Steps()), place, problem,
                "Correct the action, or take it out if the published document no longer needs it.");
        }

        var (file, line) = _origins.Value.Find(place);
        if (file == files.Overlay)
        {
            return Make(Refusal.Overlay, file, line, place, problem, "Correct the action on this line.");
        }

        var action = (cure ?? Follows(place, problem)).ToAction(_origins.Value.Document);
        return Make(
            Refusal.Contract, file, line, place, problem, $"Cure: add to the actions of {Path.GetFileName(files.Overlay)}: {action}");
    }

    /// <summary>Findings about an action have their place in the overlay, which no document has members for.</summary>
    private static bool IsAction(JsonPointer place) => place.Text.StartsWith("/actions/", StringComparison.Ordinal);

    /// <summary>A problem that asks for one of our members is cured by it; anything else by leaving it out.</summary>
    private Cure Follows(JsonPointer at, string problem)
    {
        var place = at.Steps().LastOrDefault()?.StartsWith("x-", StringComparison.Ordinal) == true ? at.Parent() : at;
        if (problem.Contains("x-enum-varnames", StringComparison.Ordinal))
        {
            var schema = place.Steps().LastOrDefault() == "enum" ? place.Parent() : place;
            var values = LineMap.Trail(_origins.Value.Document, schema.Child("enum").Steps()).LastOrDefault() as JsonArray;
            return Cure.Set(schema, "x-enum-varnames", new JsonArray([.. Enumerable.Range(1, values?.Count ?? 1)
                .Select(number => JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{Example}{number}")))]));
        }

        if (problem.Contains("x-group", StringComparison.Ordinal))
        {
            return Cure.Set(place, "x-group", Example);
        }

        // The name of a parameter or an operation is a plain value; the object around it takes ours.
        var isValue = LineMap.Trail(_origins.Value.Document, place.Steps()).LastOrDefault() is not JsonObject;
        if (problem.Contains("x-name", StringComparison.Ordinal))
        {
            return Cure.Set(isValue ? place.Parent() : place, "x-name", Example);
        }

        return place.Steps().LastOrDefault() == "operationId" ? Cure.Set(place.Parent(), "operationId", "nameOfYours") : Cure.Remove(place);
    }

    private static Refusal Make(string code, string file, int line, JsonPointer place, string problem, string cure)
        => new(code, Path.GetFullPath(file), line, Plain($"{place}: {problem}{(problem.EndsWith('.') ? "" : ".")} {cure}"));

    /// <summary>One line, without characters that could disturb a terminal or end the line early.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || !NameRules.IsCleanText(c.ToString()))
            {
                plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
