using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;

namespace Valentina.SpecTool.Prepare;

/// <summary>A published document with our corrections merged in: the single truth everything else is made from.</summary>
/// <param name="Root">The document.</param>
/// <param name="Report">What the preparation did and what it could not decide.</param>
public sealed record PreparedDocument(JsonObject Root, PrepareReport Report)
{
    /// <summary>The document as it is committed.</summary>
    public string ToText() => JsonText.Write(Root);
}

/// <summary>What a preparation did.</summary>
/// <param name="Actions">Every overlay action with the number of values it changed.</param>
/// <param name="Errors">What makes the document unfit: actions without effect, refused names, unknown constructs. Empty in strict
/// mode.</param>
/// <param name="Undecided">What is legal but has no exact type: it reaches users as free-form JSON.</param>
public sealed record PrepareReport(
    IReadOnlyList<OverlayOutcome> Actions,
    IReadOnlyList<PrepareFinding> Errors,
    IReadOnlyList<PrepareFinding> Undecided);

/// <summary>What a preparation does with an error.</summary>
public enum PrepareMode
{
    /// <summary>The first error stops it.</summary>
    Strict,

    /// <summary>Errors are collected in the report: for looking at a document nobody has corrected yet.</summary>
    Tolerant,
}
