using Valentina.ClaudeCode;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Echo;

/// <summary>
/// A server that says the key back, in every place and every spelling it can think of; nothing that leaves the SDK may show it.
/// </summary>
internal sealed class EchoScenario : IScenario
{
    /// <summary>With characters that every encoding writes differently.</summary>
    private const string Key = "str3ss~Key/9+8_7:x5q1";

    private readonly LeakDetector _detector = new(Key);
    private volatile Action<RawExchange>? _answer;

    public string Name => "echo";

    public string About => "The key echoed in every place and spelling: in no message, log, trace, metric, inner exception or text.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromMinutes(3);

    public void Run(StressOptions options, Tally tally)
    {
        using var server = new RawServer(exchange =>
        {
            exchange.ReadBody();
            exchange.Closes = true;
            _answer!(exchange);
        });
        using var sinks = new EchoSinks();
        using var valentina = new ValentinaClient(Clients.Options(server.Url, one =>
        {
            one.ApiKey = Key;
            one.MaxRetries = 0;

            // The key is echoed in limits that are used up, too.
            one.Pacing = RateLimitPacing.Off;
        }), sinks);
        using var claude = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = server.Url, ApiKey = Key, MaxRetries = 0, Pacing = RateLimitPacing.Off }, sinks);
        foreach (var place in EchoPlace.All)
        {
            foreach (var spelling in Spelling.Of(Key))
            {
                tally.Count("ways");
                _answer = exchange => place.Answer(exchange, spelling.Text);
                foreach (var isSynchronous in new[] { false, true })
                {
                    Try(sinks, tally, () => Call(place.Call, valentina, claude, isSynchronous, sinks));
                    Inspect(sinks, tally, $"{place.Name}, {spelling.Name}, {(isSynchronous ? "synchronous" : "asynchronous")}");
                }
            }
        }

        tally.Count("places", EchoPlace.All.Count);
        if (server.Failure is { } failure)
        {
            tally.Violate("server", failure.ToString());
        }
    }

    private static void Try(EchoSinks sinks, Tally tally, Action call)
    {
        tally.Count("calls");
        try
        {
            call();
        }
        catch (ValentinaException ex)
        {
            tally.Count("failures");
            sinks.Keep(ex);
        }
        catch (Exception ex)
        {
            tally.Violate("untyped", ex.ToString());
        }
    }

    private static void Call(EchoCall call, ValentinaClient valentina, ClaudeCodeClient claude, bool isSynchronous, EchoSinks sinks)
    {
        var options = new RequestOptions { OnResponse = sinks.Keep, Timeout = TimeSpan.FromSeconds(20) };
        switch (call)
        {
            case EchoCall.Page when isSynchronous:
                valentina.Companies.GetPage(10, 0, options);
                break;
            case EchoCall.Page:
                valentina.Companies.GetPageAsync(10, 0, options).GetAwaiter().GetResult();
                break;
            case EchoCall.Download:
                using (var file = isSynchronous
                    ? valentina.GlobalAdmin.DownloadLogs(options)
                    : valentina.GlobalAdmin.DownloadLogsAsync(options).GetAwaiter().GetResult())
                {
                    sinks.Keep("file name", file.FileName);
                    sinks.Keep("file name", file.ToString());
                    if (isSynchronous)
                    {
                        file.Content.CopyTo(Stream.Null);
                    }
                    else
                    {
                        file.Content.CopyToAsync(Stream.Null).GetAwaiter().GetResult();
                    }
                }

                break;
            case EchoCall.Completion when isSynchronous:
                claude.Complete("Go on.", options);
                break;
            case EchoCall.Completion:
                claude.CompleteAsync("Go on.", options).GetAwaiter().GetResult();
                break;
            case EchoCall.Stream when isSynchronous:
                foreach (var _ in claude.Stream("Go on.", options))
                {
                }

                break;
            default:
                ReadAsync(claude, options).GetAwaiter().GetResult();
                break;
        }
    }

    private static async Task ReadAsync(ClaudeCodeClient claude, RequestOptions options)
    {
        await foreach (var _ in claude.StreamAsync("Go on.", options))
        {
        }
    }

    private void Inspect(EchoSinks sinks, Tally tally, string way)
    {
        foreach (var (sink, text) in sinks.Take())
        {
            tally.Count("texts");
            if (_detector.Shows(text))
            {
                tally.Violate($"key in {sink}", $"{way}: {text}");
            }

            if (sink is "message" or "inner" or "log" or "log state" or "trace" or "request id"
                && text.Any(character => char.IsControl(character) || character == '\u202E'))
            {
                tally.Violate($"control character in {sink}", $"{way}: {text}");
            }
        }
    }
}
