using System.Text;

namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>Changes bytes without knowing what they mean.</summary>
internal static class ByteMutator
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null", "[", "]", "{", "}", "\"", "\\", "\\u", "\\ud800", ":", ",", "-", "1e400", "NaN", "0x", "\0", "\r\n", "\r\n\r\n", "%",
            "%00", "\u001B[2J", "9999999999999999999999", "[[[[[[[[", "{\"a\":", "/*", "true"
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F],
    ];

    /// <summary>One to four changes.</summary>
    public static byte[] Mutate(byte[] bytes, Random chances)
    {
        for (var times = chances.Next(1, 5); times > 0; times--)
        {
            bytes = Once(bytes, chances);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random chances)
    {
        var at = chances.Next(bytes.Length + 1);
        var end = Math.Min(bytes.Length, at + 1 + chances.Next(1 << chances.Next(9)));
        switch (chances.Next(8))
        {
            case 0:
                return [.. bytes[..at], .. Pieces[chances.Next(Pieces.Length)], .. bytes[at..]];
            case 1:
                return [.. bytes[..at], .. Pieces[chances.Next(Pieces.Length)], .. bytes[end..]];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                return [.. bytes[..end], .. bytes[at..]];
            case 4:
                return bytes[..at];
            case 5:
                // What stands at the end moves to the beginning.
                return [.. bytes[at..], .. bytes[..at]];
            case 6:
                var noise = new byte[end - at];
                chances.NextBytes(noise);
                return [.. bytes[..at], .. noise, .. bytes[end..]];
            default:
                if (at == bytes.Length)
                {
                    return [.. bytes, (byte)chances.Next(256)];
                }

                bytes = [.. bytes];
                bytes[at] ^= (byte)(1 << chances.Next(8));
                return bytes;
        }
    }
}
