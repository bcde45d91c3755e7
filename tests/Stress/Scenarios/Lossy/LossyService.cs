using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Lossy;

/// <summary>
/// A service behind a network that loses requests and answers. It creates and deletes, keeps the answers by idempotency key as the real
/// one does (the same key on the same path is answered again if the bytes are the same, and is a conflict if not), and remembers
/// everything it did.
/// </summary>
internal sealed partial class LossyService(Random chances, int lossPercent, Tally tally)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, (byte[] Body, string Answer)> _answers = [];
    private readonly Dictionary<string, List<Guid>> _created = [];
    private readonly HashSet<Guid> _alive = [];
    private readonly Dictionary<string, Trace> _traces = [];
    private int _lastId;

    /// <summary>What happened to a request of some target, over all its attempts.</summary>
    /// <param name="Seen">How often it arrived.</param>
    /// <param name="Lost">How often the connection ended without an answer.</param>
    /// <param name="Worked">How often something was created or deleted.</param>
    /// <param name="LastStatus">What was answered last; 0 for nothing.</param>
    public readonly record struct Trace(int Seen, int Lost, int Worked, int LastStatus);

    /// <summary>The ids that were created under a name, one if all is well.</summary>
    public IReadOnlyList<Guid> Created(string name)
    {
        lock (_lock)
        {
            return _created.TryGetValue(name, out var ids) ? [.. ids] : [];
        }
    }

    public bool IsAlive(Guid id)
    {
        lock (_lock)
        {
            return _alive.Contains(id);
        }
    }

    /// <summary>How many things were created over all.</summary>
    public int CreatedCount
    {
        get
        {
            lock (_lock)
            {
                return _created.Values.Sum(ids => ids.Count);
            }
        }
    }

    /// <param name="subject">The name of what was created, or the id of what was deleted.</param>
    public Trace Of(string subject)
    {
        lock (_lock)
        {
            return _traces.GetValueOrDefault(subject);
        }
    }

    public void Answer(RawExchange exchange)
    {
        var lot = Draw(100);
        if (lot < lossPercent && Draw(3) == 0 && exchange.Method == "POST" && exchange.Header("Content-Length") is not "0")
        {
            // The body is not read at all, so that nothing is known of the request but its head.
            tally.Count("requests lost");
            exchange.Reset();
            return;
        }

        var body = exchange.ReadBody();
        var subject = Subject(exchange, body);
        if (lot < lossPercent)
        {
            Note(subject, trace => trace with { Seen = trace.Seen + 1, Lost = trace.Lost + 1 });
            tally.Count("requests lost");
            Lose(exchange, mayBegin: false);
            return;
        }

        var (status, answer, worked) = exchange.Method == "DELETE" ? Delete(Guid.Parse(subject)) : Create(exchange, body, subject);
        var isLost = lot < 2 * lossPercent;
        Note(subject, trace => new(
            trace.Seen + 1, trace.Lost + (isLost ? 1 : 0), trace.Worked + (worked ? 1 : 0), isLost ? trace.LastStatus : status));
        if (isLost)
        {
            tally.Count("answers lost");
            Lose(exchange, mayBegin: true);
            return;
        }

        exchange.Answer(answer, status);
    }

    /// <summary>The name of the new thing, which every caller makes unique, or the id at the end of the path.</summary>
    private static string Subject(RawExchange exchange, byte[] body)
        => exchange.Method == "DELETE"
            ? exchange.Target.Split('/')[^1]
            : NamePattern().Match(Encoding.UTF8.GetString(body)).Value;

    private void Lose(RawExchange exchange, bool mayBegin)
    {
        switch (Draw(mayBegin ? 3 : 2))
        {
            case 0:
                exchange.Closes = true;
                break;
            case 1:
                exchange.Reset();
                break;
            default:
                exchange.Write("HTTP/1.1 20");
                exchange.Closes = true;
                break;
        }
    }

    private (int Status, string Answer, bool Worked) Create(RawExchange exchange, byte[] body, string name)
    {
        if (exchange.Header("Idempotency-Key") is not { } key)
        {
            return (400, """{"title":"Bad Request","status":400,"detail":"The key is missing."}""", false);
        }

        lock (_lock)
        {
            key = $"{exchange.Method} {exchange.Target} {key}";
            if (_answers.TryGetValue(key, out var earlier))
            {
                tally.Count("answers given again");
                return earlier.Body.AsSpan().SequenceEqual(body)
                    ? (201, earlier.Answer, false)
                    : (409, """{"title":"Conflict","status":409,"detail":"The key was used with another request."}""", false);
            }

            var number = ++_lastId;
            var id = CompanyJson.Id(number);
            if (!_created.TryGetValue(name, out var ids))
            {
                _created[name] = ids = [];
            }

            ids.Add(id);
            _alive.Add(id);
            var answer = exchange.Target.EndsWith("/upload", StringComparison.Ordinal) ? Asset(id, name) : Company(number);
            _answers[key] = (body, answer);
            return (201, answer, true);
        }
    }

    private (int Status, string Answer, bool Worked) Delete(Guid id)
    {
        lock (_lock)
        {
            return _alive.Remove(id) ? (204, "", true) : (404, """{"title":"Not Found","status":404,"detail":"No such thing."}""", false);
        }
    }

    private void Note(string subject, Func<Trace, Trace> change)
    {
        lock (_lock)
        {
            _traces[subject] = change(_traces.GetValueOrDefault(subject));
        }
    }

    private int Draw(int count)
    {
        lock (chances)
        {
            return chances.Next(count);
        }
    }

    private static string Company(int number)
        => $$$"""{"company":{{{CompanyJson.One(number)}}},"admin_user":{"id":"01a20190-cb47-7136-b945-f4bab262d58b","date_created":"2026-11-22T04:43:16.163644Z","date_modified":"2026-11-22T04:43:16.163651Z","username":"court","email":"court@example.com","role":"ADMIN"}}""";

    private static string Asset(Guid id, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{id}}","date_created":"2026-11-22T04:43:31.574168Z","date_modified":"2026-11-22T04:43:31.574179Z","asset_type":"image","mime_type":"image/png","original_filename":"{{name}}.png","public_url":"https://cdn.invalid/moon.png","company_id":"{{Clients.Company}}","uploaded_by_id":"{{Clients.Company}}"}""");

    [GeneratedRegex("thing-[0-9]+")]
    private static partial Regex NamePattern();
}
