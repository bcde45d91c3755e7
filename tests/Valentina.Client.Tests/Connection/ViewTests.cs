using System.Net;

namespace Valentina.Client.Tests.Connection;

/// <summary>Views of a connection share what they should, and no more.</summary>
public sealed class ViewTests
{
    [Fact]
    public void Those_with_the_same_key_keep_one_pace()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        connection.PacingGate.Should().NotBeNull();
        connection.WithApiKey(TestConnection.Key).PacingGate.Should().BeSameAs(connection.PacingGate);
        connection.WithActingUser(TestConnection.UserId).PacingGate.Should().BeSameAs(connection.PacingGate);
        connection.WithApiKey("another-key").PacingGate.Should().NotBeSameAs(connection.PacingGate);
    }

    [Fact]
    public async Task One_with_another_key_sends_that_and_knows_both_as_secrets()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);

        var other = connection.WithApiKey(" another-key ");
        await other.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);
        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        handler.Sent.Select(static sent => sent.Header("X-API-KEY")).Should().Equal("another-key", TestConnection.Key);
        connection.Secrets.Redact($"{TestConnection.Key}, another-key").Should().Be("***, ***");
    }

    [Fact]
    public void Disposing_one_with_another_key_does_nothing()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        connection.WithApiKey("another-key").Dispose();

        connection.IsDisposed.Should().BeFalse();
        connection.Disposal.IsCancellationRequested.Should().BeFalse();
    }
}
