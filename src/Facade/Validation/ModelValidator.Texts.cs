using System.Globalization;

namespace Valentina.Validation;

/// <content>What texts must be: their length, and the shape of an address.</content>
internal sealed partial class ModelValidator
{
    /// <summary>The length of a text, in characters as the server counts them (code points).</summary>
    public void Length(string member, string? value, int minimum, int maximum)
    {
        if (value is not null)
        {
            CheckLength(member, value, minimum, maximum);
        }
    }

    /// <summary>The length of a text that may also be empty: the server trims it and takes an empty one as none.</summary>
    public void LengthOrEmpty(string member, string? value, int minimum, int maximum)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            CheckLength(member, value, minimum, maximum);
        }
    }

    /// <summary>The lengths of the texts of a list.</summary>
    public void ItemLengths(string member, IReadOnlyCollection<string>? values, int minimum, int maximum)
    {
        var index = 0;
        foreach (var value in values ?? [])
        {
            if (value is not null)
            {
                CheckLength($"{member}[{index.ToString(CultureInfo.InvariantCulture)}]", value, minimum, maximum);
            }

            index++;
        }
    }

    /// <summary>An e-mail address: something, an at sign, something, and no blank; the server knows the rest.</summary>
    public void Email(string member, string? value)
    {
        if (value is null)
        {
            return;
        }

        var text = value.Trim();
        var at = text.LastIndexOf('@');
        if (at < 1 || at == text.Length - 1)
        {
            Add(member, "must be an e-mail address");
        }
    }

    /// <summary>
    /// The server trims texts, and where it counts is not the same everywhere. So a text is too short only when it is
    /// short before trimming, and too long only when it is long after.
    /// </summary>
    private void CheckLength(string member, string value, int minimum, int maximum)
    {
        var length = CodePoints(value);
        if (length < minimum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must have at least {minimum} characters, but has {length}"));
            return;
        }

        var trimmed = length > maximum ? CodePoints(value.AsSpan().Trim()) : length;
        if (trimmed > maximum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must have at most {maximum} characters, but has {trimmed}"));
        }
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
