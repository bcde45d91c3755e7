using System.Globalization;
using System.Text;

namespace Valentina;

/// <summary>
/// Makes a name that a server gave safe to write to on every system, whichever the program runs on: a file saved on Linux may end up on
/// a share that Windows reads.
/// </summary>
internal static class SafeFileName
{
    /// <summary>
    /// The longest name that common file systems take: 255 bytes on Linux, 255 UTF-16 units (never more than the bytes) elsewhere.
    /// </summary>
    private const int MaxBytes = 255;

    /// <summary>An ending longer than this is no extension but part of the name.</summary>
    private const int MaxExtensionBytes = 32;

    /// <summary>Names that Windows gives to devices, in every folder and with any ending; the digits may be superscripts too.</summary>
    private static readonly HashSet<string> Devices = new(
        new[] { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$" }
            .Concat(from port in new[] { "COM", "LPT" } from digit in "0123456789¹²³" select port + digit),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A name of one part that no system refuses, shortens, hides behind another or takes for a device; null where nothing is left.
    /// </summary>
    public static string? Of(string? name)
    {
        if (FileNames.WithoutPath(name) is not { } last)
        {
            return null;
        }

        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            // Half a surrogate pair, which no file system can hold, is enumerated as the replacement character.
            if (rune != Rune.ReplacementChar && !IsDeceptive(rune))
            {
                text.Append(rune.ToString());
            }
        }

        var clean = Shorten(Trim(text.ToString()));
        if (clean.Length == 0)
        {
            return null;
        }

        return IsDevice(clean) ? Shorten("_" + clean) : clean;
    }

    /// <summary>
    /// Windows drops dots and blanks at the end, so that two names would be one; blanks in front are only seen by programs.
    /// </summary>
    private static string Trim(string name)
    {
        var end = name.Length;
        while (end > 0 && (name[end - 1] == '.' || char.IsWhiteSpace(name[end - 1])))
        {
            end--;
        }

        return name[..end].TrimStart();
    }

    /// <summary>
    /// What shows nothing itself and changes how the rest is shown: marks of the writing direction (which make "exe.gpj" of "jpg.exe"),
    /// invisible characters, separators of lines. The joiners stay, since Persian and emoji are written with them.
    /// </summary>
    private static bool IsDeceptive(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => true,
        _ => false,
    };

    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Devices.Contains((dot < 0 ? name : name[..dot]).TrimEnd());
    }

    /// <summary>Cuts the name and not its extension, by which systems choose what opens it; never inside of a character.</summary>
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > MaxExtensionBytes)
        {
            extension = "";
        }

        var left = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        var stem = new StringBuilder();
        var characters = StringInfo.GetTextElementEnumerator(name, 0);
        while (characters.MoveNext())
        {
            var character = characters.GetTextElement();
            left -= Encoding.UTF8.GetByteCount(character);
            if (left < 0)
            {
                break;
            }

            stem.Append(character);
        }

        return Trim(stem.ToString()) + extension;
    }
}
