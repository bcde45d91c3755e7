using System.Globalization;
using System.Text;

namespace Valentina.Stress.Scenarios.Echo;

/// <summary>One way to write the key.</summary>
internal sealed record Spelling(string Name, string Text)
{
    public static IReadOnlyList<Spelling> Of(string key)
        => [
            new("plain", key),
            new("in a word", $"x{key}y"),
            new("upper case", key.ToUpperInvariant()),
            new("percent", Escape(key, "%", "x2")),
            new("percent, upper case", Escape(key, "%", "X2")),
            new("percent twice", Escape(key, "%25", "X2")),
            new("percent, where needed", Uri.EscapeDataString(key)),
            new("json", Escape(key, "\\u", "x4")),
            new("json, upper case", Escape(key, "\\u", "X4")),
            new("json twice", Escape(key, "\\\\u", "x4")),
            new("base64", Base64(key)),
            new("base64 after 1", Base64("k" + key)),
            new("base64 after 2", Base64("k:" + key)),
            new("base64 in more", Base64($"Bearer {key}, please")),
            new("base64 for URLs", Base64("??>" + key).Replace('+', '-').Replace('/', '_')),
        ];

    private static string Escape(string text, string before, string format)
        => string.Concat(text.Select(character => before + ((int)character).ToString(format, CultureInfo.InvariantCulture)));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
