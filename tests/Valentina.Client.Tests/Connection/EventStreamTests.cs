using System.Net;
using System.Text;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Answers of the type <c>text/event-stream</c>.</summary>
public sealed class EventStreamTests
{
    [Theory]
    [InlineData("data: one\n\ndata: two\n\n", "message: one (null)", "message: two (null)")]
    [InlineData("event: tick\r\ndata: a\r\ndata: b\r\n\r\n", "tick: a\nb (null)")]
    [InlineData(":comment\nid: 7\ndata:x\n\ndata: y\n\n", "message: x (7)", "message: y (7)")]
    [InlineData("data\n\ndata\ndata\n\n", "message:  (null)", "message: \n (null)")]
    [InlineData("event: lost\n\ndata: kept\n\n", "message: kept (null)")]
    [InlineData("retry: 5\nother: 1\ndata:  two blanks\n\n", "message:  two blanks (null)")]
    [InlineData("data:\n\ndata: \n\n", "message:  (null)", "message:  (null)")]
    [InlineData(":data\ndata:a:b\n\n", "message: a:b (null)")]
    [InlineData("data: cut off")]
    [InlineData("\uFEFFdata: größe\n\n", "message: größe (null)")]
    [InlineData("")]
    public async Task Events_are_put_together_by_the_rules_of_the_standard(string text, params string[] expected)
    {
        (await ReadAsync(sync: true, text)).Should().Equal(expected);
        (await ReadAsync(sync: false, text)).Should().Equal(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_is_given_as_soon_as_it_is_complete_and_leaving_ends_the_answer(bool sync)
    {
        var stream = ReadStream.Pieces(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("data: on and on\n\n", 10_000))), 64,
            async: !sync);
        using var connection = TestConnection.Over(
            StubHandler.Always(() => new(HttpStatusCode.OK) { Content = new StreamContent(stream) }));

        if (sync)
        {
            EventStream.Read(connection, Ops.Request(Ops.Get), null, default).First().Data.Should().Be("on and on");
        }
        else
        {
            await foreach (var found in EventStream.ReadAsync(connection, Ops.Request(Ops.Get), null, default))
            {
                found.Data.Should().Be("on and on");
                break;
            }
        }

        stream.IsDisposed.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_wrong_with_the_call_shows_when_the_first_event_is_asked_for(bool sync)
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Problem(404, "{}")));
        var read = () => ReadAsync(connection, sync);

        await read.Should().ThrowAsync<NotFoundException>();
    }

    private static async Task<List<string>> ReadAsync(bool sync, string text)
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, text,
            "text/event-stream")));
        return await ReadAsync(connection, sync);
    }

    private static async Task<List<string>> ReadAsync(IApiConnection connection, bool sync)
    {
        var events = new List<ServerSentEvent>();
        if (sync)
        {
            events.AddRange(EventStream.Read(connection, Ops.Request(Ops.Get), null, default));
        }
        else
        {
            await foreach (var found in EventStream.ReadAsync(connection, Ops.Request(Ops.Get), null, default))
            {
                events.Add(found);
            }
        }

        return [.. events.Select(found => $"{found} ({found.Id ?? "null"})")];
    }
}
