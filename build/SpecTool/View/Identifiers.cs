using System.Text;
using System.Text.RegularExpressions;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>
/// Turns names of the contract into C# names. The contract is untrusted: whatever is printed into code passes an
/// allow-list here first, and a name depends on nothing but itself, never on its place in the document.
/// </summary>
public static partial class Identifiers
{
    /// <summary>Names every object has, or that the templates print into each model.</summary>
    private static readonly HashSet<string> ReservedMembers = new(StringComparer.Ordinal)
    {
        "GetType", "Equals", "ToString", "GetHashCode", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract",
        "System", "Newtonsoft", "Valentina", "AdditionalData", "IsAssigned", "Validate",
    };

    /// <summary>
    /// Names the open enums have themselves. <c>System</c> is none of them: their template says <c>global::System</c> throughout.
    /// </summary>
    private static readonly HashSet<string> ReservedEnumMembers = new(
        ReservedMembers.Where(name => name != "System"), StringComparer.Ordinal)
    {
        "Value", "IsKnown", "KnownValues", "FromValue",
    };

    /// <summary>Words with a hump inside that names on the wire do not show.</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["github"] = "GitHub",
        ["quickroll"] = "QuickRoll",
        ["quickrolls"] = "QuickRolls",
    };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while", "field", "value",
        // Names the generated methods use themselves.
        "body", "file", "options", "cancellationToken",
    };

    /// <summary>The C# name of a type, checked.</summary>
    public static string Type(string name, string pointer)
        => TypeName().IsMatch(name) && !ReservedMembers.Contains(name)
            ? name
            : throw SpecException.At(pointer, $"'{Show(name)}' is not allowed as the name of a type; give it an x-name");

    /// <summary>The name of a group of operations, checked; <c>Client</c> is added to it, so that it may be any word.</summary>
    public static string Group(string name, string pointer)
        => TypeName().IsMatch(name)
            ? name
            : throw SpecException.At(pointer, $"'{Show(name)}' is not allowed as the name of a group; give an x-group");

    /// <summary>The default name of a component's type: its key without the suffixes that only servers care about.</summary>
    public static string DefaultTypeName(string key, string pointer)
    {
        var name = TypeName().IsMatch(key) ? key : Pascal(key);
        foreach (var suffix in (ReadOnlySpan<string>)["Response", "DTO", "Constant"])
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                name = name[..^suffix.Length];
                break;
            }
        }

        return Type(name, pointer);
    }

    /// <summary>The C# name of a member of <paramref name="owner"/>; a member must not be called like its type.</summary>
    public static string Member(string wireName, string? givenName, string owner, string pointer)
    {
        Wire(wireName, pointer);
        var name = givenName ?? Pascal(wireName);
        if (name == owner || ReservedMembers.Contains(name))
        {
            name += "Value";
        }

        return TypeName().IsMatch(name)
            ? name
            : throw SpecException.At(pointer, $"'{Show(name)}' is not allowed as the name of a member; give it an x-name");
    }

    /// <summary>The C# name of an enum's member.</summary>
    public static string EnumMember(string value, string? givenName, string owner, string pointer)
    {
        if (!EnumValue().IsMatch(value))
        {
            throw SpecException.At(pointer, $"'{Show(value)}' is not allowed as an enum value");
        }

        var name = givenName ?? Pascal(value);
        if (name == owner || ReservedEnumMembers.Contains(name))
        {
            name += "Member";
        }

        return TypeName().IsMatch(name)
            ? name
            : throw SpecException.At(pointer, $"no name can be made from the enum value '{Show(value)}'; give x-enum-varnames");
    }

    /// <summary>The C# name of a parameter.</summary>
    public static string Parameter(string wireName, string? givenName, string pointer)
    {
        Wire(wireName, pointer);
        var pascal = givenName is { Length: > 0 } ? char.ToUpperInvariant(givenName[0]) + givenName[1..] : Pascal(wireName);
        if (!TypeName().IsMatch(pascal))
        {
            throw SpecException.At(pointer, $"'{Show(pascal)}' is not allowed as the name of a parameter");
        }

        var name = char.ToLowerInvariant(pascal[0]) + pascal[1..];
        return Keywords.Contains(name) ? name + "Value" : name;
    }

    /// <summary>A wire name, checked: it is printed into string literals.</summary>
    public static string Wire(string name, string pointer)
        => WireName().IsMatch(name)
            ? name
            : throw SpecException.At(pointer, $"'{Show(name)}' is not allowed as a name on the wire");

    /// <summary>An operation id, checked.</summary>
    public static string OperationId(string id, string pointer)
        => OperationIdName().IsMatch(id)
            ? id
            : throw SpecException.At(pointer, $"'{Show(id)}' is not allowed as an operationId");

    /// <summary>A path template, checked: it is printed into string literals.</summary>
    public static string Path(string path, string pointer)
        => PathTemplate().IsMatch(path)
            ? path
            : throw SpecException.At(pointer, $"'{Show(path)}' is not allowed as a path");

    /// <summary>PascalCase of any name: words begin at separators and at humps, words in capitals are lowered.</summary>
    public static string Pascal(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (Match word in Words().Matches(name))
        {
            if (Spellings.TryGetValue(word.Value, out var spelling))
            {
                result.Append(spelling);
                continue;
            }

            var text = word.Value;
            var shouting = text.Length > 1 && !text.Any(char.IsAsciiLetterLower);
            result.Append(char.ToUpperInvariant(text[0])).Append(shouting ? text[1..].ToLowerInvariant() : text[1..]);
        }

        return result.ToString();
    }

    /// <summary>A foreign name as an error message may show it.</summary>
    private static string Show(string name)
        => string.Concat(name.Take(80).Select(c => char.IsControl(c) ? '?' : c));

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{0,127}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex("^[A-Za-z_$@][A-Za-z0-9_.$@-]{0,127}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex WireName();

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9 _.:/+-]{0,127}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex EnumValue();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,127}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex OperationIdName();

    [GeneratedRegex("^/(?:(?:[A-Za-z0-9_.~-]+|\\{[A-Za-z_][A-Za-z0-9_]*\\})(?:/(?!\\z))?)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathTemplate();

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
