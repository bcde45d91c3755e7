using System.Globalization;
using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <summary>All kinds, by family; each family has a file of its own.</summary>
internal static partial class HostileKinds
{
    public static IReadOnlyList<(string Family, HostileKind Kind)> All()
        => [
            .. Of("status line", StatusLines()),
            .. Of("headers", Headers()),
            .. Of("framing", Framing()),
            .. Of("encoding", Encodings()),
            .. Of("body", Bodies()),
            .. Of("error response", ErrorResponses()),
            .. Of("status", Statuses()),
            .. Of("connection", Connections()),
            .. Of("handshake", Handshakes()),
            .. Of("frames", Frames()),
            .. Of("messages", Messages()),
        ];

    /// <summary>Bigger ones, in bytes, are tried one at a time.</summary>
    private const int Big = 200_000;

    private static string Company => CompanyJson.One(1);

    private static IEnumerable<(string, HostileKind)> Of(string family, IEnumerable<HostileKind> kinds)
        => kinds.Select(kind => (family, kind));

    /// <summary>These bytes (Latin-1) and the end of the connection.</summary>
    private static HostileKind Raw(string name, string wire) => new(name, exchange =>
    {
        exchange.Write(wire);
        exchange.Finish();
    })
    { IsHeavy = wire.Length > Big };

    /// <summary>A sound 200 with odd header lines, each with its line end.</summary>
    private static HostileKind Header(string name, string lines)
        => Raw(name, string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Company.Length}\r\n{lines}\r\n{Company}"));

    /// <summary>A sound frame around an odd body.</summary>
    private static HostileKind Body(
        string name, byte[] body, int status = 200, string headers = "", string contentType = "application/json") => new(name, exchange =>
    {
        exchange.WriteHead(body.Length, status, headers, contentType);
        exchange.Write(body);
    })
        { Calls = HostileCalls.Bodies, IsHeavy = body.Length > Big };

    /// <inheritdoc cref="Body(string, byte[], int, string, string)"/>
    private static HostileKind Body(
        string name, string body, int status = 200, string headers = "", string contentType = "application/json")
        => Body(name, Encoding.UTF8.GetBytes(body), status, headers, contentType);

    /// <summary>This beginning, and then the same piece again and again until the client has had enough.</summary>
    private static HostileKind Endless(string name, string beginning, string piece) => new(name, exchange =>
    {
        exchange.Closes = true;
        exchange.Write(beginning);
        var bytes = Encoding.Latin1.GetBytes(piece);
        while (true)
        {
            exchange.Write(bytes);
        }
    })
    { Calls = HostileCalls.Few, IsSlow = true };

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>The same byte again and again in little space once packed.</summary>
    private static byte[] Packed(string encoding, int megabytes)
    {
        var block = new byte[1024 * 1024];
        Array.Fill(block, (byte)' ');
        return Encoded.Repeated(encoding, block, megabytes);
    }
}
