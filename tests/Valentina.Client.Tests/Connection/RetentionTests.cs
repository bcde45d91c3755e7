using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Valentina.ClaudeCode;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>A client that lives as long as its program keeps nothing of what was opened and disposed over it.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_download_that_was_disposed_is_forgotten_by_its_client()
    {
        using var connection = TestConnection.Over(
            StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3]) }));

        var end = await DownloadAsync(connection);

        IsForgotten(end).Should().BeTrue();
        connection.IsDisposed.Should().BeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_that_was_disposed_is_forgotten_by_its_client(bool sync)
    {
        using var handler = StubHandler.Always(() => throw new InvalidOperationException("sent"));
        using var client = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = "http://claude.test", ApiKey = "a-key-of-the-tests" }, handler);

        var end = await OpenAsync(client, sync);

        IsForgotten(end).Should().BeTrue();
        client.Guard.Should().BeNull("the client is still in use");
    }

    /// <summary>Methods of their own, so that no local of the test holds what must be gone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> DownloadAsync(ApiConnection connection)
    {
        await using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);
        return EndOf(Field(download, field => typeof(Stream).IsAssignableFrom(field.FieldType)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> OpenAsync(ClaudeCodeClient client, bool sync)
    {
        var session = client.OpenStreamSession();
        var end = EndOf(Field(session, field => field.Name == "_streamConnection"));
        if (sync)
        {
            session.Dispose();
        }
        else
        {
            await session.DisposeAsync();
        }

        return end;
    }

    /// <summary>What the client's disposal is listened to with.</summary>
    private static WeakReference EndOf(object owner) => new(Field(owner, field => field.Name == "_end"));

    private static object Field(object owner, Func<FieldInfo, bool> isWanted)
        => owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Single(isWanted).GetValue(owner)!;

    private static bool IsForgotten(WeakReference reference)
    {
        for (var round = 0; round < 10 && reference.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !reference.IsAlive;
    }
}
