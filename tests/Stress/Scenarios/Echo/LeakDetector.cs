using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Valentina.Stress.Scenarios.Echo;

/// <summary>
/// Finds the key by decoding what a text may hold, unlike the SDK, which looks for what the key may look like. A part of the key counts.
/// </summary>
internal sealed partial class LeakDetector(string key)
{
    /// <summary>So many characters of the key in a row are a leak.</summary>
    private const int Part = 8;

    private readonly string[] _parts = [.. Enumerable.Range(0, key.Length - Part + 1).Select(start => key.Substring(start, Part))];

    public bool Shows(string text)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            if (HasPart(text) || Encoded().Matches(text).Any(match => IsEncoded(match.Value)))
            {
                return true;
            }

            var decoded = Escape().Replace(Uri.UnescapeDataString(text), match => match.Groups[1].Success
                ? ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()
                : match.Groups[2].Value);
            if (decoded == text)
            {
                return false;
            }

            text = decoded;
        }

        return false;
    }

    private bool IsEncoded(string run)
    {
        run = run.Replace('-', '+').Replace('_', '/');
        for (var start = 0; start < 4; start++)
        {
            var length = (run.Length - start) / 4 * 4;
            if (length >= 4 && HasPart(Encoding.Latin1.GetString(Convert.FromBase64String(run.Substring(start, length)))))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasPart(string text) => Array.Exists(_parts, part => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("[A-Za-z0-9+/_-]{8,}")]
    private static partial Regex Encoded();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})|\\(.)")]
    private static partial Regex Escape();
}
