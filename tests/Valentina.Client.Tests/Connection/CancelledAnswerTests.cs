using System.Globalization;
using System.IO.Compression;
using System.Text;
using Valentina.Connection;
using Valentina.Raw;
using Xunit.Abstractions;

namespace Valentina.Client.Tests.Connection;

/// <summary>
/// Synchronous calls cancelled at any moment, from another thread, while their answers come compressed and in pieces: nobody gets another
/// call's answer, and a call that was not cancelled does not fail.
/// </summary>
[TestLimit(120)]
public sealed class CancelledAnswerTests(ITestOutputHelper output)
{
    private const int Threads = 4;

    private const int CallsEach = 80;

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("deflate", false)]
    [InlineData("br", false)]
    [InlineData("identity", false)]
    [InlineData("identity", true)]
    [InlineData("gzip", true)]
    public void No_call_gets_the_answer_of_another(string encoding, bool isChunked)
    {
        var seed = TestSeed.Take(output);
        using var server = new RawServer(exchange => Answer(exchange, encoding, isChunked));
        using var handler = Transport.CreateHandler();
        using var connection = new ApiConnection(
            TestConnection.Options(options =>
            {
                options.BaseUrl = server.Url;
                options.MaxRetries = 0;
            }).Resolve(EnvironmentReaders.None),
            Transport.Of(handler));
        var failures = new List<string>();
        var threads = Enumerable.Range(0, Threads)
            .Select(number => new Thread(() => CallOften(connection, number, seed, failures)) { IsBackground = true })
            .ToList();

        threads.ForEach(thread => thread.Start());

        threads.ForEach(thread => thread.Join(TimeSpan.FromSeconds(100)).Should().BeTrue("no call hangs"));
        failures.Should().BeEmpty($"the seed is {seed}");
    }

    private static void CallOften(ApiConnection connection, int thread, int seed, List<string> failures)
    {
        var random = new Random(seed + thread);
        for (var round = 0; round < CallsEach; round++)
        {
            var id = ((thread + 1) * 100_000) + round;
            var isCancelled = round % 4 != 3;
            using var source = new CancellationTokenSource();
            if (isCancelled)
            {
                source.CancelAfter(random.Next(9));
            }

            string? failure = null;
            try
            {
                var request = new ApiRequest(Ops.Get).Literal("/things/").Segment("id", id);
                var name = connection.Send<Thing>(request, null, source.Token).Name!;
                failure = name.StartsWith($"{id}:", StringComparison.Ordinal) ? null : $"{id} got the answer {name[..20]}";
            }
            catch (OperationCanceledException ex) when (isCancelled && ex.CancellationToken == source.Token)
            {
            }
            catch (Exception ex)
            {
                failure = $"{id}, {(isCancelled ? "cancelled" : "not cancelled")}: {ex}";
            }

            if (failure is not null)
            {
                lock (failures)
                {
                    failures.Add(failure);
                }
            }
        }
    }

    private static void Answer(RawExchange exchange, string encoding, bool isChunked)
    {
        var id = int.Parse(exchange.Target.Split('/')[2], CultureInfo.InvariantCulture);
        exchange.AnswerInPieces(
            Encode(encoding, Body(id)), 8192, isChunked, encoding == "identity" ? "" : encoding, static () => Thread.Yield());
    }

    /// <summary>Some 150 kB that hardly compress.</summary>
    private static byte[] Body(int id)
    {
        var noise = new byte[110_000];
        new Random(id).NextBytes(noise);
        return Encoding.ASCII.GetBytes($$"""{"name":"{{id}}:{{Convert.ToBase64String(noise)}}"}""");
    }

    private static byte[] Encode(string encoding, byte[] body)
    {
        using var output = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(output),
        })
        {
            stream.Write(body);
            stream.Flush();
            if (encoding == "identity")
            {
                return output.ToArray();
            }
        }

        return output.ToArray();
    }
}
