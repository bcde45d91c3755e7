using System.Globalization;
using System.Net;
using System.Text;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Files that are sent.</summary>
public sealed class UploadTests
{
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n--boundary\r\n"u8, 0, 255];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D66")]
    public async Task The_part_has_the_contract_s_name_and_the_bytes_arrive_unchanged(bool sync)
    {
        var (sent, parts) = await SendAsync(sync, FileUpload.FromBytes("night.png", Picture));

        sent.Header("Content-Type").Should().MatchRegex("^multipart/form-data; boundary=valentina-[0-9A-F]{32}$");
        sent.Header("Content-Length").Should().Be(sent.Body!.Length.ToString(CultureInfo.InvariantCulture));
        var part = parts.Should().ContainSingle().Subject;
        part.Head.Should().Be("Content-Disposition: form-data; name=\"file\"; filename=\"night.png\"\r\nContent-Type: image/png");
        part.Content.Should().Equal(Picture);
    }

    [Theory]
    [InlineData("a.PNG", "image/png")]
    [InlineData("a.jpeg", "image/jpeg")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.gif", "image/gif")]
    [InlineData("a.webp", "image/webp")]
    [InlineData("a.txt", "application/octet-stream")]
    [InlineData("a", "application/octet-stream")]
    [Trait("Defect", "D69")]
    public async Task The_media_type_comes_from_a_table_that_is_the_same_everywhere(string name, string expected)
        => (await SendAsync(false, FileUpload.FromBytes(name, Picture))).Parts.Single().Head.Should().EndWith("Content-Type: " + expected);

    [Fact]
    public async Task The_media_type_can_be_said()
        => (await SendAsync(false, FileUpload.FromBytes("a.bin", Picture, "image/webp"))).Parts.Single()
            .Head.Should().EndWith("image/webp");

    [Theory]
    [InlineData("image/png\r\nX-Evil: 1")]
    [InlineData("no type")]
    public void A_media_type_that_is_none_is_refused(string type)
    {
        var make = () => FileUpload.FromBytes("a.png", Picture, type);

        make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("/etc/secrets/night.png", "night.png")]
    [InlineData(@"C:\users\me\night.png", "night.png")]
    [InlineData("na\"me.png", "name.png")]
    [InlineData("grün.png", "grün.png")]
    [InlineData("a\r\nb.png", "ab.png")]
    public async Task The_file_name_carries_no_path_and_cannot_break_out(string name, string expected)
        => (await SendAsync(false, FileUpload.FromBytes(name, Picture))).Parts.Single().Head.Should().Contain($"filename=\"{expected}\"");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("folder/")]
    [InlineData("..")]
    public void A_name_that_is_none_is_refused(string name)
    {
        var make = () => FileUpload.FromBytes(name, Picture);

        make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D67")]
    public async Task A_file_on_disk_is_streamed(bool sync)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".png");
        await File.WriteAllBytesAsync(path, Picture);
        try
        {
            var (_, parts) = await SendAsync(sync, FileUpload.FromFile(path));

            parts.Single().Content.Should().Equal(Picture);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D67")]
    public async Task Progress_counts_the_bytes_from_zero_on_every_attempt(bool sync)
    {
        var seen = new List<long>();
        var big = new byte[200_000];
        var upload = FileUpload.FromBytes("a.png", big, progress: new Listener(seen.Add));
        var handler = StubHandler.Script(() => throw new HttpRequestException("cut"), () => StubHandler.Json(HttpStatusCode.Created, "{}"));
        using var connection = TestConnection.Over(handler);

        await connection.CallAsync<Thing>(sync, Request(upload));

        seen.Should().Equal(0, 131072, 200000, 0, 131072, 200000);
    }

    [Fact]
    public async Task A_source_of_unknown_length_is_sent_in_chunks()
    {
        var upload = FileUpload.FromSource("a.png", () => new MemoryStream(Picture));

        var (sent, parts) = await SendAsync(false, upload);

        sent.Header("Content-Length").Should().BeNull();
        parts.Single().Content.Should().Equal(Picture);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_from_where_it_stands_as_often_as_needed_and_stays_open()
    {
        using var stream = new MemoryStream([9, 9, .. Picture]) { Position = 2 };
        var handler = StubHandler.Script(() => throw new HttpRequestException("cut"), () => StubHandler.Json(HttpStatusCode.Created, "{}"));
        using var connection = TestConnection.Over(handler);

        await connection.SendAsync<Thing>(Request(FileUpload.FromStream("a.png", stream)), null, default);

        Parts(handler.Sent[1]).Single().Content.Should().Equal(Picture);
        handler.Sent[0].Body.Should().Equal(handler.Sent[1].Body);
        stream.CanRead.Should().BeTrue();
    }

    [Fact]
    public async Task A_stream_that_can_be_read_only_once_is_never_sent_twice()
    {
        var handler = StubHandler.Always(() => throw new HttpRequestException("cut"));
        using var connection = TestConnection.Over(handler);
        var upload = FileUpload.FromStream("a.png", ReadStream.Pieces(Picture, 3, async: true));

        var call = () => connection.SendAsync<Thing>(Request(upload), null, default);

        await call.Should().ThrowAsync<ConnectionFailedException>();
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_cannot_be_read_is_the_caller_s_fault_and_no_reason_to_try_again(bool sync)
    {
        var opened = 0;
        var upload = FileUpload.FromSource("a.png", () =>
        {
            opened++;
            throw new FileNotFoundException("gone");
        });
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.Created, "{}")));

        var call = () => connection.CallAsync<Thing>(sync, Request(upload));

        var failure = (await call.Should().ThrowAsync<RequestValidationException>()).Which;
        failure.Errors.Should().ContainSingle(error => error.Member == "file");
        failure.InnerException.Should().BeOfType<FileNotFoundException>();
        opened.Should().Be(1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(500)]
    public async Task A_source_with_another_length_than_announced_is_reported(long announced)
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.Created, "{}")));
        var upload = FileUpload.FromSource("a.png", () => new MemoryStream(Picture), announced);

        var call = () => connection.SendAsync<Thing>(Request(upload), null, default);

        (await call.Should().ThrowAsync<RequestValidationException>()).WithMessage("*announced*");
    }

    private static ApiRequest Request(FileUpload upload) => new ApiRequest(Ops.Upload).Literal("/api/v1/assets").Form("file", upload);

    private static async Task<(SentRequest Sent, List<Part> Parts)> SendAsync(bool sync, FileUpload upload)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.Created, "{}"));
        using var connection = TestConnection.Over(handler);
        await connection.CallAsync<Thing>(sync, Request(upload));
        return (handler.Sent.Single(), Parts(handler.Sent.Single()));
    }

    private static List<Part> Parts(SentRequest sent)
    {
        var boundary = sent.Header("Content-Type")!.Split("boundary=")[1];
        var body = Encoding.Latin1.GetString(sent.Body!);
        body.Should().EndWith($"\r\n--{boundary}--\r\n");
        return [.. body.Split($"--{boundary}\r\n", StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var content = part[(end + 4)..part.LastIndexOf($"\r\n--{boundary}--", StringComparison.Ordinal)];
            return new Part(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part[..end])), Encoding.Latin1.GetBytes(content));
        })];
    }

    private sealed record Part(string Head, byte[] Content);
}
