namespace Valentina;

/// <summary>Cleans file names, and knows the media types the service takes.</summary>
internal static class FileNames
{
    /// <summary>The last part of a path of any system, without control characters; null where nothing is left.</summary>
    public static string? WithoutPath(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var last = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1);
        var clean = string.Concat(last.ToString()
            .Where(character => !char.IsControl(character) && character is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))).Trim();
        return clean.Trim('.').Length == 0 ? null : clean;
    }

    public static string GuessMediaType(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        _ => "application/octet-stream",
    };
}
