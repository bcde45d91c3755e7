using System.Collections.Concurrent;
using System.Text;
using Valentina.Models;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Cancel;

/// <summary>
/// Big answers that say whose they are: in a header by the exact number of the call, in each item of the body by the number's tag.
/// Packing a body anew for every call would take longer than the call, so there is one for each tag and encoding.
/// </summary>
internal sealed class TaggedAnswers(int seed)
{
    public const string Header = "X-Request-Id";
    public const int Tags = 64;

    /// <summary>The body has some 150 KB, before and after packing, and goes out in pieces of 8 KB.</summary>
    private const int Items = 70;
    private const int NoiseOfItem = 1500;
    private const int Piece = 8 * 1024;

    /// <summary>The ways of writing the same body; the last two differ in the frame.</summary>
    public static readonly string[] Forms = ["gzip", "deflate", "br", "plain", "chunked", "gzip chunked"];

    private readonly ConcurrentDictionary<(int Tag, string Encoding), byte[]> _bodies = new();

    public static int TagOf(int call) => call % Tags;

    public static bool Fits(Page<Company> page, int call)
        => page.Items.Count == Items && page.Items.All(item => CompanyJson.NumberOf(item.Id) == TagOf(call));

    public byte[] Body(int tag, string encoding) => _bodies.GetOrAdd(
        (tag, encoding),
        static (key, seed) => Encoded.Bytes(
            key.Encoding, Encoding.UTF8.GetBytes(CompanyJson.Page(key.Tag, Items, NoiseOfItem, new Random(seed + key.Tag)))),
        seed);

    /// <summary>Answers the call whose number is its offset, in the form that its limit names, with a pause somewhere.</summary>
    public void Answer(RawExchange exchange)
    {
        var query = exchange.Target[(exchange.Target.IndexOf('?', StringComparison.Ordinal) + 1)..]
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var call = int.Parse(query["offset"], System.Globalization.CultureInfo.InvariantCulture);
        var form = Forms[int.Parse(query["limit"], System.Globalization.CultureInfo.InvariantCulture) - 1];
        var chances = new Random(call ^ seed);
        var pauseAt = chances.Next(40);
        if (pauseAt == 0)
        {
            Thread.Sleep(chances.Next(4));
        }

        var encoding = form.Split(' ')[0] is "plain" or "chunked" ? "" : form.Split(' ')[0];
        var body = Body(TagOf(call), encoding);
        var isChunked = form.EndsWith("chunked", StringComparison.Ordinal);
        exchange.WriteHead(
            isChunked ? null : body.Length,
            200,
            $"{Header}: call-{call}\r\n{(encoding.Length == 0 ? "" : $"Content-Encoding: {encoding}\r\n")}");
        for (int start = 0, piece = 1; start < body.Length; start += Piece, piece++)
        {
            if (piece == pauseAt)
            {
                Thread.Sleep(chances.Next(1, 4));
            }

            var bytes = body.AsSpan(start, Math.Min(Piece, body.Length - start));
            if (isChunked)
            {
                exchange.WriteChunk(bytes);
            }
            else
            {
                exchange.Write(bytes);
            }
        }

        if (isChunked)
        {
            exchange.Write("0\r\n\r\n");
        }
    }
}
