using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Drift.Preparing;

/// <summary>One side of a comparison: a document, with our corrections merged in when it is one of our APIs.</summary>
/// <param name="Name">Where the document was found.</param>
/// <param name="Contract">What it says.</param>
/// <param name="Report">What became of our corrections; null when none were applied.</param>
public sealed record ContractSide(string Name, Contract Contract, PrepareReport? Report)
{
    // Marks our corrections leave on operations, at least one of them in each of the documents.
    private static readonly string[] OurMarks = ["x-group", "x-on-behalf-of"];

    /// <summary>Makes a side.</summary>
    /// <param name="document">The document.</param>
    /// <param name="api">The API whose overlay applies; null for none.</param>
    /// <exception cref="ContractException">The document cannot be understood.</exception>
    public static ContractSide Of(LoadedDocument document, ApiFiles? api)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            if (api is null || IsPrepared(document.Root))
            {
                return new ContractSide(document.Name, Read(document.Root), null);
            }

            var overlay = OverlayDocument.Parse(JsonText.ReadObject(api.Overlay));
            var (root, report) = OverlayTrial.Prepare(document.Root, overlay);
            return new ContractSide(document.Name, Read(root), report);
        }
        catch (ContractException ex)
        {
            throw new ContractException($"{document.Name} is damaged: {ex.Message}", ex);
        }
        catch (SpecException ex)
        {
            throw new ContractException($"{document.Name} cannot be prepared: {ex.Message}", ex);
        }
        catch (Exception ex) when (ex is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ContractException(
                $"{document.Name} is no OpenAPI document: something in it is of another type than OpenAPI wants there.", ex);
        }
    }

    /// <summary>Which of our APIs a document describes: the one whose published document has the same title.</summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">The folder of the contracts.</param>
    public static ApiFiles? Recognise(LoadedDocument document, string folder)
    {
        ArgumentNullException.ThrowIfNull(document);
        var title = document.Root.Map("info")?.Text("title");
        return folder.Length == 0 ? null : ApiFiles.For("all", folder).FirstOrDefault(api => File.Exists(api.Published)
            && JsonText.ReadObject(api.Published).Map("info")?.Text("title") == title);
    }

    /// <summary>Reads the document to its ends, so that an error is told with the document it is in.</summary>
    private static Contract Read(JsonObject root)
    {
        var contract = ContractReader.Read(root);
        _ = SchemaWalk.Reached(contract).Count();
        return contract;
    }

    /// <summary>Whether our corrections are merged in already.</summary>
    private static bool IsPrepared(JsonObject root) => (root.Map("paths") ?? [])
        .Select(path => path.Value)
        .OfType<JsonObject>()
        .SelectMany(item => item.Select(member => member.Value))
        .OfType<JsonObject>()
        .Any(operation => OurMarks.Any(operation.ContainsKey));
}
