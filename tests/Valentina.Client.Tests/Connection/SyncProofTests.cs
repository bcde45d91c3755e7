using System.Net;

namespace Valentina.Client.Tests.Connection;

/// <summary>Synchronous calls are synchronous down to the handler and the stream; asynchronous ones never block.</summary>
public sealed class SyncProofTests
{
    private static readonly byte[] Body = """{"name":"Ravn of the long night"}"""u8.ToArray();

    public static TheoryData<string> Paths() => ["json", "no content", "body", "upload", "download", "failure", "retry", "redirect"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_synchronous_path_works_over_a_handler_that_cannot_send_asynchronously(string path)
    {
        var handler = Handler(path, async: false);
        using var connection = TestConnection.Over(handler);

        await RunAsync(connection, path, sync: true);

        handler.Sent.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_asynchronous_path_works_over_a_handler_that_cannot_send_synchronously(string path)
    {
        var handler = Handler(path, async: true);
        using var connection = TestConnection.Over(handler);

        await RunAsync(connection, path, sync: false);

        handler.Sent.Should().NotBeEmpty();
    }

    /// <summary>
    /// Bodies whose reads of the other kind throw, given byte by byte: one blocking read in an asynchronous call would fail here.
    /// </summary>
    private static StubHandler Handler(string path, bool async)
        => new((index, _, _) => (path, index) switch
        {
            ("retry", 0) => Answer(HttpStatusCode.ServiceUnavailable, async),
            ("redirect", 0) => Redirect(async),
            ("failure", _) => Answer(HttpStatusCode.NotFound, async),
            _ => Answer(HttpStatusCode.OK, async),
        })
        {
            AllowAsync = async,
            AllowSync = !async,
        };

    private static HttpResponseMessage Answer(HttpStatusCode status, bool async)
        => new(status) { Content = new StreamContent(ReadStream.Pieces(Body, 1, async)) };

    private static HttpResponseMessage Redirect(bool async)
    {
        var response = Answer(HttpStatusCode.TemporaryRedirect, async);
        response.Headers.TryAddWithoutValidation("Location", "/elsewhere");
        return response;
    }

    private static async Task RunAsync(Valentina.Connection.ApiConnection connection, string path, bool sync)
    {
        switch (path)
        {
            case "no content":
                await connection.CallAsync(sync, Ops.Request(Ops.Delete));
                break;
            case "body":
                (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post))).Name.Should().StartWith("Ravn");
                break;
            case "upload":
                var file = FileUpload.FromSource("a.png", () => ReadStream.Pieces(Body, 7, async: !sync), Body.Length);
                await connection.CallAsync<Thing>(sync, new Raw.ApiRequest(Ops.Upload).Literal("/x").Form("file", file));
                break;
            case "download":
                using (var download = await connection.DownloadAsync(sync, Ops.Request(Ops.Get)))
                {
                    using var copy = new MemoryStream();
                    if (sync)
                    {
                        download.Content.CopyTo(copy);
                    }
                    else
                    {
                        await download.Content.CopyToAsync(copy);
                    }

                    copy.ToArray().Should().Equal(Body);
                }

                break;
            case "failure":
                var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
                await call.Should().ThrowAsync<NotFoundException>();
                break;
            default:
                (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().StartWith("Ravn");
                break;
        }
    }
}
