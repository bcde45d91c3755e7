namespace Valentina.SpecTool.Texts;

/// <summary>How complete the texts are. Never a reason to stop a build.</summary>
/// <param name="Applied">How many places got a text.</param>
/// <param name="Missing">Places without a text, such as <c>schemas/NoteCreate/title</c>.</param>
/// <param name="Stale">Texts for something the document does not have.</param>
public sealed record TextsReport(int Applied, IReadOnlyList<string> Missing, IReadOnlyList<string> Stale);
