namespace Valentina.SpecTool.View;

/// <summary>What making the view lost, decided or could not find a text for. Nothing here stops a build.</summary>
public sealed class ViewReport
{
    private readonly SortedSet<string> _dropped = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _decided = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missingTexts = new(StringComparer.Ordinal);

    /// <summary>What the documents of the view do not hold any more.</summary>
    public IReadOnlyCollection<string> Dropped => _dropped;

    /// <summary>Choices made where the document leaves one.</summary>
    public IReadOnlyCollection<string> Decided => _decided;

    /// <summary>What a text is wanted for.</summary>
    public IReadOnlyCollection<string> MissingTexts => _missingTexts;

    /// <summary>How many texts were found.</summary>
    public int Texts { get; private set; }

    internal void Drop(string pointer, string what) => _dropped.Add($"{pointer}: {what}");

    internal void Decide(string pointer, string what) => _decided.Add($"{pointer}: {what}");

    internal void TextFound() => Texts++;

    internal void TextMissing(string what) => _missingTexts.Add(what);
}
