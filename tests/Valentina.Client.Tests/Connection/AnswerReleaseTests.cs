using System.Net;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Every answer is let go of when its call is over, whatever the call came to; only a download hands it on.</summary>
public sealed class AnswerReleaseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_was_read_is_let_go(bool sync)
    {
        var (answers, handler) = Watched(HttpStatusCode.OK);
        using var connection = TestConnection.Over(handler);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        await connection.CallAsync(sync, Ops.Request(Ops.Get));

        answers.Should().HaveCount(2).And.OnlyContain(static answer => answer.IsDisposed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_is_every_answer_that_was_a_failure(bool sync)
    {
        var (answers, handler) = Watched(HttpStatusCode.ServiceUnavailable);
        using var connection = TestConnection.Over(handler, options => options.MaxRetries = 1);

        await Record.ExceptionAsync(() => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get)));
        await Record.ExceptionAsync(() => connection.CallAsync(sync, Ops.Request(Ops.Get)));
        await Record.ExceptionAsync(() => connection.DownloadAsync(sync, Ops.Request(Ops.Get)));

        answers.Should().HaveCount(6).And.OnlyContain(static answer => answer.IsDisposed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_lets_go_when_its_reader_does(bool sync)
    {
        var (answers, handler) = Watched(HttpStatusCode.OK);
        using var connection = TestConnection.Over(handler);

        var download = await connection.DownloadAsync(sync, Ops.Request(Ops.Get));
        answers.Should().ContainSingle().Which.IsDisposed.Should().BeFalse();
        await download.DisposeAsync();

        answers[0].IsDisposed.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_over_an_HttpClient_of_the_user_s_is_not_read_into_memory(bool sync)
    {
        var read = 0;
        using var handler = StubHandler.Always(() => new HttpResponseMessage
        {
            Content = new StreamContent(new ReadStream { OnRead = _ => End(), OnReadAsync = (_, _) => ValueTask.FromResult(End()) }),
        });
        using var client = new HttpClient(handler);
        using var connection = new ApiConnection(TestConnection.Options().Resolve(EnvironmentReaders.None), Transport.Of(client));

        var download = await connection.DownloadAsync(sync, Ops.Request(Ops.Get));
        await using (download)
        {
            read.Should().Be(0);
        }

        int End()
        {
            read++;
            return 0;
        }
    }

    private static (List<WatchedAnswer> Answers, StubHandler Handler) Watched(HttpStatusCode status)
    {
        var answers = new List<WatchedAnswer>();
        return (answers, StubHandler.Always(() =>
        {
            answers.Add(new WatchedAnswer(status) { Content = new StringContent("{}") });
            return answers[^1];
        }));
    }

    private sealed class WatchedAnswer(HttpStatusCode status) : HttpResponseMessage(status)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
