using System.Runtime.CompilerServices;

namespace Valentina.Raw;

/// <summary>Reads an answer of the type <c>text/event-stream</c>, event by event as they come.</summary>
internal static class EventStream
{
    public static async IAsyncEnumerable<ServerSentEvent> ReadAsync(
        IApiConnection connection,
        ApiRequest request,
        RequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await connection.DownloadAsync(request, options, cancellationToken).ConfigureAwait(false);
        await using (answer.ConfigureAwait(false))
        {
            using var lines = new StreamReader(answer.Content);
            var parser = new EventStreamParser();
            while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (parser.Take(line) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    public static IEnumerable<ServerSentEvent> Read(
        IApiConnection connection, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var answer = connection.Download(request, options, cancellationToken);
        using var lines = new StreamReader(answer.Content);
        var parser = new EventStreamParser();
        while (lines.ReadLine() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parser.Take(line) is { } found)
            {
                yield return found;
            }
        }
    }
}
