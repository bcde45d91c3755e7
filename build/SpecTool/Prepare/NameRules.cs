using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Prepare;

/// <summary>
/// What names of a document may consist of. Names become C# identifiers, string literals and file content,
/// so everything outside these lists is refused rather than escaped.
/// </summary>
public static partial class NameRules
{
    private const int LongestName = 128;

    /// <summary>The name of a C# type or member we chose: <c>CampaignBook</c>.</summary>
    public static bool IsTypeName(string name) => TypeName().IsMatch(name);

    /// <summary>The C# name we chose for a parameter: <c>campaignId</c>.</summary>
    public static bool IsParameterName(string name) => CamelName().IsMatch(name);

    /// <summary>
    /// A name on the wire: a JSON member, a query or path parameter, a part of a form. It is printed into literals, so it may hold letters
    /// and digits of any script and the marks that are usual in such names, but nothing that could end a literal or hide something.
    /// </summary>
    public static bool IsWireName(string name) => name.Length is > 0 and <= LongestName && name.Trim() == name && name.All(IsWireCharacter);

    /// <summary>The id of an operation.</summary>
    public static bool IsOperationId(string id) => OperationIdName().IsMatch(id);

    /// <summary>The name of a header.</summary>
    public static bool IsHeaderName(string name) => HeaderName().IsMatch(name);

    /// <summary>The key of a component. Where it is no name of C# anyway, the component must be given one.</summary>
    public static bool IsComponentKey(string name)
        => name.Length is > 0 and <= 160 && name.All(c => IsLetterOrDigit(c) || c is '_' or '-' or '.');

    /// <summary>The key of a component that says by itself what it is called.</summary>
    public static bool IsSpeakingKey(string name) => ComponentKey().IsMatch(name);

    /// <summary>One value of a closed set of texts. It may be empty.</summary>
    public static bool IsEnumValue(string value)
        => value.Length <= LongestName && !value.Contains("*/", StringComparison.Ordinal)
            && value.All(c => IsWireCharacter(c) || c is '<' or '>' or '|' or '^' or '\'');

    /// <summary>A tag, which names a raw client.</summary>
    public static bool IsTag(string tag) => tag.Length is > 0 and <= LongestName && IsCleanText(tag);

    /// <summary>A path template.</summary>
    public static bool IsPath(string path) => PathTemplate().IsMatch(path);

    /// <summary>A media type.</summary>
    public static bool IsMediaType(string type) => MediaType().IsMatch(type);

    /// <summary>
    /// Whether a text is free of characters that could hide or reorder what a reader sees, or break out of a comment:
    /// control characters other than the line feed, line separators, and the marks that change the writing direction.
    /// </summary>
    public static bool IsCleanText(string text) => !text.Any(IsUnsafe);

    private static bool IsLetterOrDigit(char c)
        => char.IsAsciiLetterOrDigit(c) || (c > '\u007F' && char.IsLetterOrDigit(c));

    private static bool IsWireCharacter(char c) => IsLetterOrDigit(c) || "_-.@$[]:/+~!*(),;=&#%? ".Contains(c, StringComparison.Ordinal);

    private static bool IsUnsafe(char c)
        => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CamelName();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_./-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OperationIdName();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.-]{0,159}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ComponentKey();

    [GeneratedRegex(
        @"\A/\z|\A(/(?!\.\.?(/|\z))([A-Za-z0-9_.~:@!$&()*+,;=-]|\{[A-Za-z_][A-Za-z0-9_.-]*\})+)+/?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex PathTemplate();

    [GeneratedRegex(@"\A([A-Za-z]+|\*)/([A-Za-z0-9.+_-]+|\*)(; ?[A-Za-z0-9-]+=[A-Za-z0-9._-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
