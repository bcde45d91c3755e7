using System.Text.RegularExpressions;
using System.Xml.Linq;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Apis;

/// <summary>
/// The APIs of this repository. The tool carries the list it was built with, so that it knows them in any folder; the build reads the same
/// file.
/// </summary>
public static partial class ApiList
{
    /// <summary>The file, in the folder of the contracts.</summary>
    public const string FileName = "apis.props";

    /// <summary>The namespace of the SDK.</summary>
    public const string RootNamespace = "Valentina";

    /// <summary>Every API, in the order of the list.</summary>
    public static IReadOnlyList<ApiEntry> All { get; } = ReadOwn();

    /// <summary>The short names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(api => api.Name)];

    /// <summary>The short names as a sentence lists them: <c>a, b or c</c>.</summary>
    public static string Choice { get; } = Join(Names);

    /// <summary>The API of that short name.</summary>
    /// <param name="name">The short name.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ApiEntry Of(string name)
        => All.FirstOrDefault(api => api.Name == name) ?? throw new ArgumentException($"There is no API '{name}', only {Choice}.");

    /// <summary>Reads a list.</summary>
    /// <param name="text">The text of <c>apis.props</c>.</param>
    /// <exception cref="SpecException">An entry lacks something, or says something that may not go into code and command lines.</exception>
    public static IReadOnlyList<ApiEntry> Read(string text)
    {
        var entries = XDocument.Parse(text).Root!.Elements("ItemGroup").Elements("Api").Select(ReadEntry).ToList();
        var clash = ((Func<ApiEntry, string?>[])[api => api.Name, api => api.Profile, api => api.Namespace, api => api.AddressOption])
            .SelectMany(member => entries.Select(member).OfType<string>().GroupBy(value => value, StringComparer.OrdinalIgnoreCase))
            .FirstOrDefault(group => group.Count() > 1);
        return clash is null ? entries : throw Error("", $"'{clash.Key}' stands in two entries.");
    }

    /// <summary>The items as a sentence lists them: <c>a, b or c</c>.</summary>
    internal static string Join(IReadOnlyList<string> items)
        => items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";

    private static IReadOnlyList<ApiEntry> ReadOwn()
    {
        using var stream = typeof(ApiList).Assembly.GetManifestResourceStream(FileName)!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    private static ApiEntry ReadEntry(XElement item)
    {
        var name = item.Attribute("Include")?.Value ?? "";
        Check(name, "Include", name, ShortName());
        string? Find(string member) => item.Element(member)?.Value.Trim() is { Length: > 0 } value ? value : null;
        string? Optional(string member, Regex rule) => Find(member) is { } value ? Check(name, member, value, rule) : null;
        string Required(string member, Regex rule) => Check(name, member, Find(member) ?? "", rule);
        return new ApiEntry
        {
            Name = name,
            Title = Optional("Title", ShortName()) ?? name,
            Document = Required("Document", File()),
            Overlay = Required("Overlay", File()),
            Texts = Required("Texts", File()),
            Profile = Required("Profile", Word()),
            Namespace = Required("Namespace", Qualified()),
            Client = Optional("Client", Qualified()),
            Facade = Optional("Facade", Word()),
            HasFake = Find("HasFake") == "true",
            Live = Optional("Live", Path()),
            Address = Optional("Address", Variable()),
            AddressOption = Optional("AddressOption", Option()),
            Key = Optional("Key", Variable()),
            KeyHeader = Optional("KeyHeader", Header()),
            KeyScheme = Optional("KeyScheme", Word()),
            Company = Optional("Company", Variable()),
        };
    }

    private static string Check(string api, string member, string value, Regex rule)
        => rule.IsMatch(value) ? value : throw Error(api, $"{member} is missing or not of the form {rule}.");

    private static SpecException Error(string api, string problem)
        => new(JsonPointer.Root, $"{FileName}: {(api.Length == 0 ? "" : $"'{api}': ")}{problem}") { File = FileName };

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,79}\.json\z")]
    private static partial Regex File();

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*\z")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\A/[A-Za-z0-9/._-]+\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]*\z")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A--[a-z][a-z-]*-url\z")]
    private static partial Regex Option();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]*\z")]
    private static partial Regex Header();
}
