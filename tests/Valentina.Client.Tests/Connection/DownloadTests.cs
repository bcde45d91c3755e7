using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Valentina.Client.Tests.Connection;

/// <summary>Files that are received, and bodies that come compressed.</summary>
public sealed class DownloadTests
{
    private static readonly byte[] Archive = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("night log\n", 20_000)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D67")]
    public async Task A_download_is_read_only_when_asked_and_in_pieces(bool sync)
    {
        var stream = ReadStream.Pieces(Archive, 1000, async: !sync);
        using var connection = TestConnection.Over(StubHandler.Always(() => Zip(new StreamContent(stream))));

        using var download = await connection.DownloadAsync(sync, Ops.Request(Ops.Get));
        using var copy = new MemoryStream();
        if (sync)
        {
            download.Content.CopyTo(copy);
        }
        else
        {
            await download.Content.CopyToAsync(copy);
        }

        copy.ToArray().Should().Equal(Archive);
        download.FileName.Should().Be("vapi-logs.zip");
        download.ContentType.Should().Be("application/zip");
        stream.IsDisposed.Should().BeFalse();
        download.Dispose();
        stream.IsDisposed.Should().BeTrue();
    }

    [Theory]
    [InlineData("attachment; filename=\"vapi-logs-2026.zip\"", "vapi-logs-2026.zip")]
    [InlineData("attachment; filename=plain.zip", "plain.zip")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"..\\\\..\\\\boot.ini\"", "boot.ini")]
    [InlineData("attachment; filename=\"C:\\\\logs\\\\night.zip\"", "night.zip")]
    [InlineData("attachment; filename=\"plain.zip\"; filename*=UTF-8''n%C3%A4chte.zip", "nächte.zip")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%2Fx.zip", "x.zip")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment", null)]
    [InlineData("broken;;=", null)]
    [InlineData(null, null)]
    [Trait("Defect", "D68")]
    public async Task The_file_name_is_understood_and_never_a_path(string? disposition, string? expected)
    {
        var content = new ByteArrayContent(Archive);
        if (disposition is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        }

        using var connection = TestConnection.Over(
            StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = content }));

        using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);

        download.FileName.Should().Be(expected);
        download.Length.Should().Be(Archive.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_is_mapped_like_any_other(bool sync)
    {
        using var connection = TestConnection.Over(
            StubHandler.Always(() => StubHandler.Json(HttpStatusCode.Conflict, """{"detail":"no log file"}""")));

        var call = () => connection.DownloadAsync(sync, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<ConflictException>()).Which.Detail.Should().Be("no log file");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_that_breaks_off_says_so(bool sync)
    {
        using var connection = TestConnection.Over(StubHandler.Always(
            () => Zip(new StreamContent(ReadStream.Pieces(Archive, 1000, async: !sync, () => throw new IOException("reset"))))));

        using var download = await connection.DownloadAsync(sync, Ops.Request(Ops.Get));
        var read = () => sync
            ? Task.FromResult(download.Content.ReadAtLeast(new byte[Archive.Length + 1], Archive.Length + 1))
            : download.Content.ReadAtLeastAsync(new byte[Archive.Length + 1], Archive.Length + 1).AsTask();

        (await read.Should().ThrowAsync<ConnectionFailedException>()).Which.Operation.Should().Be("getThing");
    }

    [Fact]
    public async Task Each_read_of_a_download_has_the_time_of_an_attempt_and_not_the_whole()
    {
        var time = new FakeTimeProvider();
        var reads = 0;
        var stream = new ReadStream
        {
            OnReadAsync = (_, token) =>
            {
                time.Advance(TimeSpan.FromSeconds(++reads < 5 ? 29 : 30));
                return token.IsCancellationRequested ? ValueTask.FromCanceled<int>(token) : new(1);
            },
        };
        using var connection = TestConnection.Over(StubHandler.Always(() => Zip(new StreamContent(stream))), time: time);

        await using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);
        var read = () => download.Content.CopyToAsync(Stream.Null);

        (await read.Should().ThrowAsync<RequestTimeoutException>()).Which.Timeout.Should().Be(TimeSpan.FromSeconds(30));
        reads.Should().Be(5);
    }

    [Fact]
    public void A_synchronous_read_of_a_download_has_it_too()
    {
        var time = new FakeTimeProvider();
        ReadStream? stream = null;
        stream = new ReadStream
        {
            OnRead = _ =>
            {
                time.Advance(TimeSpan.FromSeconds(30));
                stream!.IsDisposed.Should().BeTrue("the deadline takes the response away");
                throw new ObjectDisposedException("stream");
            },
        };
        using var connection = TestConnection.Over(StubHandler.Always(() => Zip(new StreamContent(stream))), time: time);

        using var download = connection.Download(Ops.Request(Ops.Get), null, default);
        var read = () => download.Content.CopyTo(Stream.Null);

        read.Should().Throw<RequestTimeoutException>();
    }

    [Fact]
    public async Task The_caller_can_cancel_a_read()
    {
        using var source = new CancellationTokenSource();
        var stream = new ReadStream
        {
            OnReadAsync = (_, token) =>
            {
                source.Cancel();
                return ValueTask.FromCanceled<int>(token);
            },
        };
        using var connection = TestConnection.Over(StubHandler.Always(() => Zip(new StreamContent(stream))));

        using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);
        var read = () => download.Content.ReadAsync(new byte[10], source.Token).AsTask();

        (await read.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_can_be_saved_and_leaves_nothing_behind_when_it_breaks_off(bool breaks)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".zip");
        using var connection = TestConnection.Over(StubHandler.Always(
            () => Zip(
                new StreamContent(ReadStream.Pieces(Archive, 5000, async: true, () => breaks ? throw new IOException("reset") : 0)))));
        try
        {
            await using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);
            var save = () => download.SaveAsync(path);

            if (breaks)
            {
                await save.Should().ThrowAsync<ConnectionFailedException>();
                File.Exists(path).Should().BeFalse();
            }
            else
            {
                await save();
                (await File.ReadAllBytesAsync(path)).Should().Equal(Archive);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task A_body_is_decompressed_by_its_header_whatever_was_asked_for(string encoding)
    {
        foreach (var sync in new[] { false, true })
        {
            using var connection = TestConnection.Over(
                StubHandler.Always(() => Encoded(encoding, """{"name":"Ravn"}"""u8.ToArray(), HttpStatusCode.OK)));

            (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");
            using var download = await connection.DownloadAsync(sync, Ops.Request(Ops.Get));
            (await new StreamReader(download.Content).ReadToEndAsync()).Should().Be("""{"name":"Ravn"}""");
        }
    }

    [Fact]
    public async Task A_failure_is_decompressed_too()
    {
        using var connection = TestConnection.Over(
            StubHandler.Always(() => Encoded("gzip", """{"detail":"no"}"""u8.ToArray(), HttpStatusCode.NotFound)));

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        (await call.Should().ThrowAsync<NotFoundException>()).Which.Detail.Should().Be("no");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd-of-tomorrow")]
    public async Task A_body_that_cannot_be_decompressed_is_unreadable_and_not_asked_for_again(string encoding)
    {
        foreach (var sync in new[] { false, true })
        {
            var handler = StubHandler.Always(() =>
            {
                var content = new ByteArrayContent([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
                content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
            });
            using var connection = TestConnection.Over(handler);

            var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            await call.Should().ThrowAsync<UnreadableResponseException>();
            handler.Sent.Should().HaveCount(1);
        }
    }

    private static HttpResponseMessage Zip(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "\"vapi-logs.zip\"" };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private static HttpResponseMessage Encoded(string encodings, byte[] body, HttpStatusCode status)
    {
        foreach (var encoding in encodings.Split(", "))
        {
            using var output = new MemoryStream();
            using (Stream stream = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
                _ => new BufferedStream(new MemoryStream()),
            })
            {
                stream.Write(body);
            }

            body = encoding == "identity" ? body : output.ToArray();
        }

        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encodings);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(status) { Content = content };
    }
}
