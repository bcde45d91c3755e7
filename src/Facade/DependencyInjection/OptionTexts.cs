using System.Globalization;

namespace Valentina.DependencyInjection;

/// <summary>Finds the texts of a configuration that .NET cannot read as the option's value, and says what to write.</summary>
internal static class OptionTexts
{
    /// <summary>What the option takes; null where .NET can read the text.</summary>
    public static string? Wanted(Type option, string text)
    {
        var type = Nullable.GetUnderlyingType(option) ?? option;
        return type switch
        {
            _ when type == typeof(TimeSpan)
                => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _) ? null : "a time, such as 00:00:30 for thirty seconds",
            _ when type == typeof(int)
                => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
            _ when type == typeof(decimal)
                => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "a number, such as 0.5",
            _ when type == typeof(bool) => bool.TryParse(text, out _) ? null : "true or false",
            _ when type == typeof(Guid) => Guid.TryParse(text, out _) ? null : "an id, such as 01a20190-cb43-70d9-a901-6b9937156b49",
            { IsEnum: true }
                => Enum.TryParse(type, text, ignoreCase: true, out _) ? null : $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ => null,
        };
    }
}
