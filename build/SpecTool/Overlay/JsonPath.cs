using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Overlay;

/// <summary>
/// The part of JSONPath (RFC 9535) our overlays need: members, indexes, wildcards, lists of names, descendants,
/// and filters with comparisons, existence, <c>&amp;&amp;</c>, <c>||</c>, <c>!</c>, brackets and <c>match</c>/<c>search</c>.
/// </summary>
public sealed class JsonPath
{
    private readonly string _text;
    private readonly IReadOnlyList<Segment> _segments;

    private JsonPath(string text, IReadOnlyList<Segment> segments)
    {
        _text = text;
        _segments = segments;
    }

    /// <summary>Reads a path that begins with <c>$</c>.</summary>
    /// <exception cref="FormatException">The text is not a path, or uses something that is not supported.</exception>
    public static JsonPath Parse(string text) => new(text, JsonPathParser.ParseAbsolute(text));

    /// <summary>The values selected in <paramref name="document"/>, each once, in document order.</summary>
    public IReadOnlyList<JsonPathMatch> Select(JsonNode document)
    {
        var seen = new HashSet<(JsonNode?, string?, int)>();
        return [.. Follow(_segments, [JsonPathMatch.Root(document)]).Where(match => seen.Add((match.Holder, match.Name, match.Index)))];
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    internal static IEnumerable<JsonPathMatch> Follow(IEnumerable<Segment> segments, IEnumerable<JsonPathMatch> from)
        => segments.Aggregate(from, (matches, segment) => matches.SelectMany(segment.From));

    /// <summary>One step of a path: its selectors, applied to a value or to it and everything below it.</summary>
    internal sealed record Segment(IReadOnlyList<Func<JsonPathMatch, IEnumerable<JsonPathMatch>>> Selectors, bool Deep)
    {
        public IEnumerable<JsonPathMatch> From(JsonPathMatch start)
        {
            var starts = Deep ? start.Descendants().Prepend(start) : [start];
            return starts.SelectMany(match => Selectors.SelectMany(selector => selector(match)));
        }
    }
}
