using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Valentina.Tests.Shared.Schemas;

/// <summary>The formats whose reading by the real servers is not that of JSON Schema.</summary>
public static partial class ServerFormats
{
    /// <summary>The formats, for one evaluation.</summary>
    public static FormatRegistry Registry { get; } = Make();

    private static FormatRegistry Make()
    {
        var registry = new FormatRegistry();

        // Both servers write and read instants without a zone (UTC is meant), and with a blank before the time.
        // RFC 3339 demands zone and T.
        registry.Register(new PredicateFormat("date-time", static value => Text(value) is not { } text || IsInstant(text)));

        // The server compares with a pattern of its own: one @, a dot in the domain, no blanks.
        registry.Register(new RegexFormat("email", Email()));

        // The library asks .NET, which takes blanks, signs and 0x too.
        registry.Register(new RegexFormat("uuid", Uuid()));
        return registry;
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsInstant(string text)
    {
        if (text.Length < 19 || text[10] is not ('T' or 't' or ' '))
        {
            return false;
        }

        var spelled = $"{text[..10]}T{text[11..]}".ToUpperInvariant();
        using var document = JsonDocument.Parse(JsonSerializer.Serialize(Zone().IsMatch(spelled) ? spelled : spelled + "Z"));
        return Formats.DateTime.Validate(document.RootElement, out _);
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Zone();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s.]+\.[^@\s]*[^@\s.]\z")]
    private static partial Regex Email();
}
