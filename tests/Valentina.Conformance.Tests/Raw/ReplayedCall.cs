using Valentina.ClaudeCode.Raw;
using Valentina.Conformance.Transcripts;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Conformance.Raw;

/// <summary>One recorded exchange played through the raw client, the connection and back.</summary>
internal sealed class ReplayedCall
{
    private ReplayedCall(RecordedExchange exchange) => Exchange = exchange;

    public RecordedExchange Exchange { get; }

    /// <summary>Why the typed client cannot express the request; null where it can.</summary>
    public string? Reason { get; private set; }

    public ReplayHandler Wire { get; private set; } = null!;

    public object? Result { get; private set; }

    public Exception? Failure { get; private set; }

    public List<ResponseInfo> Responses { get; } = [];

    public static async Task<ReplayedCall> PlayAsync(RecordedExchange exchange, bool synchronous)
    {
        var replayed = new ReplayedCall(exchange);
        var options = new RequestOptions { MaxRetries = 0, OnResponse = replayed.Responses.Add };
        if (exchange.RequestHeaders.TryGetValue("idempotency-key", out var key))
        {
            options.IdempotencyKey = key;
        }

        var isClaude = exchange.File == "claude";
        var (call, reason) = RawCall.Bind(exchange, isClaude ? RawApi.ClaudeCode : RawApi.Valentina, options, synchronous);
        replayed.Reason = reason ?? HeadersReason(exchange);
        if (replayed.Reason is not null)
        {
            return replayed;
        }

        replayed.Wire = new ReplayHandler(exchange, synchronous);
        await using var connection = Connect(replayed.Wire, isClaude);
        var scoped = exchange.RequestHeaders.TryGetValue("on-behalf-of", out var user)
            ? connection.WithActingUser(Guid.Parse(user))
            : connection;
        object raw = isClaude ? new ClaudeCodeRawClients(scoped) : new ValentinaRawClients(scoped);
        try
        {
            replayed.Result = await call!.InvokeAsync(raw);
            if (replayed.Result is FileDownload download)
            {
                using var copy = new MemoryStream();
                await download.Content.CopyToAsync(copy);
                await download.DisposeAsync();
            }
        }
        catch (RequestValidationException ex)
        {
            replayed.Failure = ex;
            replayed.Reason = ex.Message;
        }
        catch (ValentinaException ex)
        {
            replayed.Failure = ex;
        }

        return replayed;
    }

    public override string ToString() => Exchange.ToString();

    private static string? HeadersReason(RecordedExchange exchange)
    {
        if (exchange.RequestHeaders.TryGetValue("on-behalf-of", out var user) && !Guid.TryParse(user, out _))
        {
            return "On-Behalf-Of is no uuid";
        }

        return exchange.RequestHeaders.TryGetValue("idempotency-key", out var key) && string.IsNullOrWhiteSpace(key)
            ? "an empty idempotency key"
            : null;
    }

    private static ApiConnection Connect(HttpMessageHandler handler, bool isClaude)
    {
        ClientOptions options = isClaude
            ? new ClaudeCode.ClaudeCodeOptions { BaseUrl = "http://recorded.test", ApiKey = "test-key" }
            : new ValentinaOptions { BaseUrl = "http://recorded.test", ApiKey = "test-key", AutoIdempotencyKeys = false };
        return new ApiConnection(options.Resolve(_ => null), Transport.Of(handler));
    }
}
