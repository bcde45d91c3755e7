using System.Globalization;
using System.Text.Json;

namespace BulkImporter.Input;

/// <summary>Reads the file: CSV with a header, or a JSON array of objects. What is wrong is found before anything is sent.</summary>
internal static class CastFile
{
    /// <summary>All rows.</summary>
    /// <exception cref="FormatException">The file cannot be read; the message says the line.</exception>
    public static async Task<IReadOnlyList<CastMember>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var cast = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? FromJson(text) : FromCsv(text);
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in cast)
        {
            if (!names.TryAdd(one.Name, one.Line))
            {
                throw new FormatException($"Line {one.Line}: {one.Name} stands in line {names[one.Name]} already.");
            }
        }

        return cast;
    }

    private static List<CastMember> FromCsv(string text)
    {
        var cast = new List<CastMember>();
        List<string>? header = null;
        foreach (var (line, fields) in CsvText.Read(text))
        {
            if (header is null)
            {
                header = fields.ConvertAll(name => name.ToLowerInvariant());
                continue;
            }

            if (fields.Count > header.Count)
            {
                throw new FormatException($"Line {line}: there are more values than columns.");
            }

            cast.Add(Make(line, column => header.IndexOf(column) is >= 0 and var at && at < fields.Count ? fields[at] : null));
        }

        return cast;
    }

    private static List<CastMember> FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select((row, index) => Make(
                index + 1,
                column => row.TryGetProperty(column, out var value) ? value.ToString() : null))];
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The file is no JSON array of objects: {ex.Message}", ex);
        }
    }

    private static CastMember Make(int line, Func<string, string?> value)
    {
        string? Text(string column) => value(column) is { Length: > 0 } text ? text : null;
        string Needed(string column) => Text(column) ?? throw new FormatException($"Line {line}: {column} is missing.");

        var age = Text("age");
        return new CastMember(
            line,
            Needed("first_name"),
            Needed("last_name"),
            Needed("class"),
            Text("clan"),
            Text("concept"),
            age is null ? null
                : int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years
                : throw new FormatException($"Line {line}: \"{age}\" is no age."),
            Text("biography"));
    }
}
