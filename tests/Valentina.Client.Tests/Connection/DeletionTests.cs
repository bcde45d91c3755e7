using System.Net;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>A deletion happens once, is never reported as failed when it happened, and never as done when there was nothing.</summary>
public sealed class DeletionTests
{
    private const string Missing = """{"status":404,"detail":"Not found"}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deletion_whose_answer_is_lost_is_one_request_for_each_attempt_and_succeeds(bool sync)
    {
        using var server = new RawServer(exchange =>
        {
            switch (exchange.Request)
            {
                case 1:
                    exchange.Answer("{}");
                    break;
                case 2:
                    // It did its work, and the connection closes without an answer.
                    exchange.Closes = true;
                    break;
                default:
                    exchange.Answer(Missing, 404);
                    break;
            }
        });
        using var connection = LoopbackTests.Own(server.Url, options => options.RetryDelay = TimeSpan.FromMilliseconds(1));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var info = await DeleteAsync(connection, sync);

        info!.AlreadyDeleted.Should().BeTrue();
        info.Attempts.Should().Be(2);
        server.Requests.Should().Be(3, ".NET resent nothing by itself");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_the_server_closed_meanwhile_does_not_count_as_an_attempt(bool sync)
    {
        using var closed = new ManualResetEventSlim();
        using var server = new RawServer(exchange =>
        {
            if (exchange.Request == 1)
            {
                exchange.Answer("{}");
                exchange.Closes = true;
                closed.Set();
                return;
            }

            exchange.Answer(Missing, 404);
        });
        using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        closed.Wait(TimeSpan.FromSeconds(30)).Should().BeTrue();

        var delete = () => DeleteAsync(connection, sync);

        await delete.Should().ThrowAsync<NotFoundException>("nothing had been deleted before");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_404_after_attempts_that_never_reached_the_server_means_that_there_was_nothing(bool sync)
    {
        var handler = new StubHandler((index, _, _) => index == 0
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")
            : StubHandler.Json(HttpStatusCode.NotFound, Missing))
        { ReadsBodies = false };
        using var connection = TestConnection.Over(handler, options => options.RetryDelay = TimeSpan.Zero);

        var delete = () => DeleteAsync(connection, sync);

        await delete.Should().ThrowAsync<NotFoundException>();
        handler.Sent.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_404_after_any_number_of_failures_means_that_it_happened(int failures)
    {
        foreach (var sync in new[] { false, true })
        {
            var handler = new StubHandler((index, _, _) => index < failures
                ? StubHandler.Json(HttpStatusCode.InternalServerError, "{}")
                : StubHandler.Json(HttpStatusCode.NotFound, Missing));
            using var connection = TestConnection.Over(handler, options => options.MaxRetries = failures);

            var info = await DeleteAsync(connection, sync);

            info!.AlreadyDeleted.Should().BeTrue();
            info.Attempts.Should().Be(failures + 1);
        }
    }

    private static async Task<ResponseInfo?> DeleteAsync(ApiConnection connection, bool sync)
    {
        ResponseInfo? info = null;
        var options = new RequestOptions { OnResponse = response => info = response };
        if (sync)
        {
            connection.Send(Ops.Request(Ops.Delete), options, default);
        }
        else
        {
            await connection.SendAsync(Ops.Request(Ops.Delete), options, default);
        }

        return info;
    }
}
