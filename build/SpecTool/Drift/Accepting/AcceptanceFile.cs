using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Accepting;

/// <summary>The accepted findings, kept in a committed file.</summary>
/// <param name="Name">The file as messages name it.</param>
/// <param name="Entries">The findings accepted.</param>
public sealed record AcceptanceFile(string Name, IReadOnlyList<AcceptedFinding> Entries)
{
    /// <summary>Nothing accepted.</summary>
    public static AcceptanceFile None { get; } = new("", []);

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="ConfigurationException">It is missing, or an entry lacks its fingerprint, API, reason or last day.</exception>
    public static AcceptanceFile Read(string path)
    {
        var name = Path.GetFileName(path);
        JsonObject root;
        try
        {
            root = JsonText.ReadObject(path);
        }
        catch (IOException)
        {
            throw new ConfigurationException($"The file of accepted findings {path} cannot be read.");
        }
        catch (SpecException ex)
        {
            throw new ConfigurationException($"The file of accepted findings cannot be understood: {ex.Problem}");
        }

        if (root.List("accepted") is not { } list)
        {
            throw new ConfigurationException($"{name} needs the member 'accepted', a list.");
        }

        var entries = list.Select((node, index) => Entry(node as JsonObject, index, name)).ToList();
        var twice = entries.GroupBy(entry => (entry.Api, entry.Fingerprint)).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new AcceptanceFile(name, entries)
            : throw new ConfigurationException($"{name} accepts {twice.Key.Fingerprint} twice.");
    }

    private static AcceptedFinding Entry(JsonObject? node, int index, string name)
    {
        return new AcceptedFinding(
            index,
            Member("fingerprint"),
            Member("api"),
            Member("id"),
            Member("reason"),
            DateOnly.TryParseExact(Member("until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
                ? until
                : throw Error("until", "a day such as 2027-01-31"));

        string Member(string member)
            => node?.Text(member) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Error(member, "a text");

        ConfigurationException Error(string member, string wanted)
            => new($"{name}: accepted[{index.ToString(CultureInfo.InvariantCulture)}] needs '{member}', {wanted}.");
    }
}
