using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;
using Valentina.SpecTool.View;

namespace Valentina.Build.Tests.Contracts;

/// <summary>What became of a contract: code, with what the compiler says of it, or a refusal.</summary>
internal sealed partial class Pipeline
{
    private Pipeline(JsonObject document) => Document = document;

    /// <summary>The document with its corrections.</summary>
    public JsonObject Document { get; }

    /// <summary>Where and why it was refused; null when it was taken.</summary>
    public (string Pointer, string Problem, Cure? Cure)? Refusal { get; private init; }

    /// <summary>The generated code, with the names of types as a reader would write them.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Errors and warnings of the compiler.</summary>
    public IReadOnlyList<string> Findings { get; private init; } = [];

    /// <summary>Prepares a published document, makes the view, generates and compiles.</summary>
    public static async Task<Pipeline> RunAsync(JsonObject published, JsonArray actions)
    {
        var overlay = OverlayDocument.Parse(new JsonObject { ["overlay"] = "1.0.0", ["actions"] = actions.DeepClone() });
        var prepared = Preparer.Prepare(published, overlay, PrepareMode.Tolerant);
        if (prepared.Report.Errors is [var error, ..])
        {
            return new(prepared.Root) { Refusal = (error.Place.Text, error.Text, error.Cure) };
        }

        ApiView view;
        try
        {
            view = ApiView.Create("Changed", prepared.Root, null);
        }
        catch (SpecException ex)
        {
            return new(prepared.Root) { Refusal = (ex.Pointer.Text, ex.Problem, ex.Cure) };
        }

        var sources = await ClientGenerator.GenerateAsync(view);
        return new(prepared.Root)
        {
            Code = Qualified().Replace(string.Join('\n', sources), ""),
            Findings =
            [
                .. ClientCompiler.Compile(sources).GetDiagnostics()
                    .Where(finding => finding.Severity >= DiagnosticSeverity.Warning)
                    .Select(finding => finding + " " + finding.Location.SourceTree?.GetText().Lines[
                        finding.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim())
                    .Take(5),
            ],
        };
    }

    [GeneratedRegex(@"global::(?:[A-Z][A-Za-z]*\.)*(?=[A-Z][A-Za-z]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Qualified();
}
