using Valentina.Json.Codecs;

namespace Valentina.Raw;

/// <summary>
/// Carries a request of a generated client to the server and its answer back: authentication, scope headers,
/// idempotency, retries, deadlines, error mapping, telemetry and bytes. Generated clients know nothing else.
/// </summary>
internal interface IApiConnection
{
    /// <summary>Sends a request and reads the JSON answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<T> SendAsync<T>(ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a request whose answer has no content.</summary>
    Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a request and returns its answer as a stream that the caller disposes.</summary>
    Task<FileDownload> DownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken);

    /// <inheritdoc cref="SendAsync{T}"/>
    T Send<T>(ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken);

    /// <inheritdoc cref="SendAsync"/>
    void Send(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken);

    /// <inheritdoc cref="DownloadAsync"/>
    FileDownload Download(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken);
}
