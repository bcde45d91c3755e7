using System.Text;
using System.Text.RegularExpressions;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

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

    /// <summary>Names of methods and groups that every raw client, or every object, has.</summary>
    private static readonly HashSet<string> ReservedMethods = new(StringComparer.Ordinal)
    {
        "GetType", "Equals", "ToString", "GetHashCode", "MemberwiseClone", "Finalize", "ReferenceEquals", "Connection", "All",
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

    /// <summary>The C# name of a type we chose, checked.</summary>
    public static string Type(string name, string pointer)
        => TypeName().IsMatch(name) && !IsTaken(name)
            ? name
            : throw SpecException.At(
                pointer, $"'{Show(name)}' is not allowed as the name of a type; give it an x-name",
                Cures.Name(Named(pointer), Suggest(name, "Model") + "Model"));

    /// <summary>The name of a method we chose, checked. Every object and every raw client has some already.</summary>
    public static string Method(string name, string pointer)
        => TypeName().IsMatch(name) && !ReservedMethods.Contains(name)
            ? name
            : throw SpecException.At(
                pointer, $"'{Show(name)}' is not allowed as the name of an operation; give it an x-name",
                Cures.Name(Named(pointer), Suggest(name, "Call") + "Call"));

    /// <summary>The name of a group of operations, checked; <c>Client</c> is added to it, so that it may be almost any word.</summary>
    public static string Group(string name, string pointer)
        => TypeName().IsMatch(name) && !ReservedMethods.Contains(name)
            ? name
            : throw SpecException.At(
                pointer, $"'{Show(name)}' is not allowed as the name of a group; give an x-group",
                Cures.Set(Cures.OperationOf(pointer), "x-group", Suggest(name, "Service") + "Group"));

    /// <summary>
    /// The default name of a component's type: its key without the suffixes that only servers care about. A name that .NET or the SDK
    /// has already would be ambiguous wherever both are used, so that it becomes <c>…Model</c>.
    /// </summary>
    public static string DefaultTypeName(string key, string pointer)
    {
        var name = TypeName().IsMatch(key) ? key : Derive(key) ?? key;
        foreach (var suffix in (ReadOnlySpan<string>)["Response", "DTO", "Constant"])
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                name = name[..^suffix.Length];
                break;
            }
        }

        return Type(IsTaken(name) ? name + "Model" : name, pointer);
    }

    /// <summary>The C# name of a member of <paramref name="owner"/>; a member must not be called like its type.</summary>
    public static string Member(string wireName, string? givenName, string owner, string pointer)
    {
        Wire(wireName, pointer);
        var name = givenName ?? Derive(wireName) ?? "";
        if (name == owner || ReservedMembers.Contains(name) || name.StartsWith("ShouldSerialize", StringComparison.Ordinal))
        {
            name += "Value";
        }

        return TypeName().IsMatch(name)
            ? name
            : throw SpecException.At(
                pointer, $"no name can be made from the member '{Show(wireName)}'; give it an x-name",
                Cures.Name(pointer, Suggest(wireName, "Member")));
    }

    /// <summary>The C# name of an enum's member; null where none can be made.</summary>
    public static string? EnumMember(string value, string? givenName, string owner)
    {
        var name = givenName ?? (value.Length == 0 ? "Empty" : Derive(value)) ?? "";
        if (name == owner || ReservedEnumMembers.Contains(name))
        {
            name += "Member";
        }

        return TypeName().IsMatch(name) ? name : null;
    }

    /// <summary>The C# name of a parameter.</summary>
    public static string Parameter(string wireName, string? givenName, string pointer)
    {
        Wire(wireName, pointer);
        var pascal = givenName is { Length: > 0 } ? char.ToUpperInvariant(givenName[0]) + givenName[1..] : Derive(wireName) ?? "";
        if (!TypeName().IsMatch(pascal))
        {
            throw SpecException.At(
                pointer, $"no name can be made from the parameter '{Show(wireName)}'; give it an x-name",
                Cures.Name(Named(pointer), Camel(Suggest(wireName, "Parameter"))));
        }

        var name = Camel(pascal);
        return Keywords.Contains(name) ? name + "Value" : name;
    }

    /// <summary>A wire name, checked: it is printed into string literals.</summary>
    public static string Wire(string name, string pointer)
        => NameRules.IsWireName(name)
            ? name
            : throw SpecException.At(pointer, $"'{Show(name)}' is not allowed as a name on the wire", Cures.Remove(pointer));

    /// <summary>An operation id, checked.</summary>
    public static string OperationId(string id, string pointer)
        => NameRules.IsOperationId(id)
            ? id
            : throw SpecException.At(
                pointer, $"'{Show(id)}' is not allowed as an operationId",
                Cures.Set(Named(pointer), "operationId", Suggest(id, "Call")));

    /// <summary>The id of an operation without one: its method and its path.</summary>
    public static string OperationIdFor(string method, string path)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => (part.Contains('{', StringComparison.Ordinal) ? "By" : "") + Pascal(part));
        return Camel(Suggest(method + " " + string.Join(' ', words), "Call"));
    }

    /// <summary>A path template, checked: it is printed into string literals.</summary>
    public static string Path(string path, string pointer)
        => NameRules.IsPath(path)
            ? path
            : throw SpecException.At(pointer, $"'{Show(path)}' is not allowed as a path", Cures.Remove(pointer));

    /// <summary>The C# name that follows from a wire name; null where none does, as from a name of another script.</summary>
    public static string? Derive(string wireName)
    {
        if (!Ascii.IsValid(wireName))
        {
            return null;
        }

        var name = Pascal(wireName);
        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
        {
            name = wireName[0] switch { '-' => "Minus", '+' => "Plus", _ => "Value" } + name;
        }

        return TypeName().IsMatch(name) ? name : null;
    }

    /// <summary>A name to propose where none can be made; whoever pastes it may take a better one.</summary>
    public static string Suggest(string wireName, string otherwise)
        => Derive(Pascal(wireName) is { Length: > 60 } name ? name[..60] : Pascal(wireName)) ?? otherwise;

    /// <summary>A Pascal name as the name of a parameter.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Whether a type of this name would meet one of .NET or of the SDK wherever both are used.</summary>
    public static bool IsTaken(string name) => ReservedMembers.Contains(name) || ReservedTypes.All.Contains(name);

    /// <summary>What a name belongs to, when the pointer leads to the name itself.</summary>
    private static string Named(string pointer)
        => pointer.Split('/')[^1] is "x-name" or "name" or "operationId" ? Cures.Above(pointer) : pointer;

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

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
