using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>One request, read step by step; the synchronous one on a thread of its own, as a caller's would be.</summary>
internal sealed class Talk : IAsyncDisposable
{
    private readonly TestConnector _connector;
    private readonly StreamConnection _connection;
    private readonly IAsyncEnumerator<StreamEvent>? _asynchronous;
    private readonly IEnumerator<StreamEvent>? _synchronous;

    public Talk(
        SocketServer server,
        bool asynchronous,
        StreamLimits? limits = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
        : this(server.Address, asynchronous, limits, time, null, cancellationToken)
    {
    }

    public Talk(
        Uri address,
        bool asynchronous,
        StreamLimits? limits = null,
        TimeProvider? time = null,
        HttpMessageHandler? handler = null,
        CancellationToken cancellationToken = default)
    {
        limits ??= new StreamLimits();
        _connector = new TestConnector(address, handler) { Limits = limits };
        _connection = new StreamConnection(_connector, time ?? TimeProvider.System);
        if (asynchronous)
        {
            _asynchronous = _connection.SendAsync(SocketMessages.Request, limits, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        else
        {
            _synchronous = _connection.Send(SocketMessages.Request, limits, cancellationToken).GetEnumerator();
        }
    }

    /// <summary>Sends the request and reads its answer to the end; returns what went wrong.</summary>
    public static async Task<Exception?> SendAsync(StreamConnection connection, bool asynchronous)
        => await Record.ExceptionAsync(() => ReadAsync(connection, asynchronous));

    /// <summary>The same, but throws what went wrong.</summary>
    public static async Task ReadAsync(StreamConnection connection, bool asynchronous, CancellationToken cancellationToken = default)
    {
        if (asynchronous)
        {
            await foreach (var _ in connection.SendAsync(SocketMessages.Request, new StreamLimits(), cancellationToken))
            {
            }
        }
        else
        {
            foreach (var _ in connection.Send(SocketMessages.Request, new StreamLimits(), cancellationToken))
            {
            }
        }
    }

    public async Task<StreamEvent?> NextAsync()
    {
        if (_asynchronous is not null)
        {
            return await _asynchronous.MoveNextAsync() ? _asynchronous.Current : null;
        }

        return await Task.Factory.StartNew(
            () => _synchronous!.MoveNext() ? _synchronous.Current : null,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    public async Task<Exception?> DrainAsync() => await Record.ExceptionAsync(async () =>
    {
        while (await NextAsync() is not null)
        {
        }
    });

    public async ValueTask DisposeAsync()
    {
        if (_asynchronous is not null)
        {
            await _asynchronous.DisposeAsync();
        }

        _synchronous?.Dispose();
        await _connection.DisposeAsync();
        _connector.Dispose();
    }
}
