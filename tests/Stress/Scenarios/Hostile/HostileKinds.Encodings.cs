using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Content-Encoding: cut, corrupt, lying, bombs.</content>
internal static partial class HostileKinds
{
    private static readonly string[] Packers = ["gzip", "deflate", "br"];

    private static IEnumerable<HostileKind> Encodings()
    {
        var company = Encoding.UTF8.GetBytes(Company);
        foreach (var encoding in Packers)
        {
            var header = $"Content-Encoding: {encoding}\r\n";
            var packed = Encoded.Bytes(encoding, company);
            yield return Body($"{encoding} that is plain", company, headers: header);
            yield return Body($"{encoding} of nothing", [], headers: header);
            yield return Body($"{encoding} cut after a byte", packed[..1], headers: header);
            yield return Body($"{encoding} cut in the middle", packed[..(packed.Length / 2)], headers: header);
            yield return Body($"{encoding} cut before its end", packed[..^3], headers: header);
            yield return Body(
                $"{encoding} with a wrong byte",
                [.. packed[..(packed.Length / 2)], (byte)~packed[packed.Length / 2], .. packed[((packed.Length / 2) + 1)..]],
                headers: header);
            yield return Body($"{encoding} with a wrong end", [.. packed[..^4], 1, 2, 3, 4], headers: header);
            yield return Body($"{encoding} of noise", Noise(4000), headers: header);
            yield return Body($"{encoding} with noise after it", [.. packed, .. Noise(100)], headers: header);
            yield return Body($"{encoding} twice in a row", [.. packed, .. packed], headers: header);
            yield return Body($"{encoding} in {encoding}, named once", Encoded.Bytes(encoding, packed), headers: header);
            yield return Body($"{encoding}, named twice", packed, headers: $"Content-Encoding: {encoding}, {encoding}\r\n");
            yield return Body($"a failure in {encoding} that is noise", Noise(500), 500, header);
            yield return Body($"a 429 in {encoding} that is cut", packed[..(packed.Length / 2)], 429, header);
            yield return Body($"a bomb in {encoding}", Packed(encoding, 300), headers: header) with
            {
                IsHeavy = true,
                Calls = HostileCalls.Bodies & ~HostileCalls.Download
            };
        }

        yield return Body(
            "zstd",
            [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x00, 0x11, 0x00, 0x00, (byte)'{', (byte)'}', 0, 0, 0, 0],
            headers: "Content-Encoding: zstd\r\n");
        yield return Body("zstd that is cut", [0x28, 0xB5, 0x2F], headers: "Content-Encoding: zstd\r\n");
        yield return Body("a failure in zstd", [0x28, 0xB5, 0x2F, 0xFD], 500, "Content-Encoding: zstd\r\n");
        yield return Body("an encoding nobody knows", company, headers: "Content-Encoding: wobble\r\n");
        yield return Body("an encoding of controls", company, headers: "Content-Encoding: \u0001\u00FF\r\n");
        yield return Body(
            "a hundred encodings", Encoded.Bytes("gzip", company), headers: $"Content-Encoding: {Repeat("gzip, ", 100)}gzip\r\n");
        yield return Body("gzip that calls itself br", Encoded.Bytes("gzip", company), headers: "Content-Encoding: br\r\n");
        yield return Body("br that calls itself gzip", Encoded.Bytes("br", company), headers: "Content-Encoding: gzip\r\n");
        yield return Body("gzip that nobody names", Encoded.Bytes("gzip", company));
        yield return Body("a bomb in a bomb", Encoded.Bytes("gzip", Packed("gzip", 300)), headers: "Content-Encoding: gzip, gzip\r\n") with
        {
            IsHeavy = true,
            Calls = HostileCalls.Get
        };
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
