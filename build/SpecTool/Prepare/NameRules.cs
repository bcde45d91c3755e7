using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Prepare;

/// <summary>
/// What names of a document may consist of. Names become C# identifiers, string literals and file content,
/// so everything outside these lists is refused rather than escaped.
/// </summary>
public static partial class NameRules
{
    /// <summary>The name of a C# type or member we chose: <c>CampaignBook</c>.</summary>
    public static bool IsTypeName(string name) => TypeName().IsMatch(name);

    /// <summary>The C# name we chose for a parameter: <c>campaignId</c>.</summary>
    public static bool IsParameterName(string name) => CamelName().IsMatch(name);

    /// <summary>A name on the wire: a JSON member, an operation id, a query or path parameter.</summary>
    public static bool IsWireName(string name) => WireName().IsMatch(name);

    /// <summary>The name of a header.</summary>
    public static bool IsHeaderName(string name) => HeaderName().IsMatch(name);

    /// <summary>The key of a component; dots are allowed because the server's framework writes them.</summary>
    public static bool IsComponentKey(string name) => ComponentKey().IsMatch(name);

    /// <summary>One value of a closed set of texts.</summary>
    public static bool IsEnumValue(string value) => EnumValue().IsMatch(value);

    /// <summary>A tag, which names a raw client.</summary>
    public static bool IsTag(string tag) => Tag().IsMatch(tag);

    /// <summary>A path template.</summary>
    public static bool IsPath(string path) => PathTemplate().IsMatch(path);

    /// <summary>A media type without parameters.</summary>
    public static bool IsMediaType(string type) => MediaType().IsMatch(type);

    /// <summary>
    /// Whether a text is free of characters that could hide or reorder what a reader sees, or break out of a comment:
    /// control characters other than the line feed, line separators, and the marks that change the writing direction.
    /// </summary>
    public static bool IsCleanText(string text) => !text.Any(IsUnsafe);

    private static bool IsUnsafe(char c)
        => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CamelName();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WireName();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.-]{0,159}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ComponentKey();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EnumValue();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9 -]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A/\z|\A(/([A-Za-z0-9_.-]+|\{[A-Za-z][A-Za-z0-9_]*\}))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathTemplate();

    [GeneratedRegex(@"\A[a-z]+/[a-z0-9.+-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
