using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>An error a script answers with: everything the real server may put into one.</summary>
public sealed class FakeProblem
{
    private readonly List<(string Field, string Message)> _fields = [];

    internal FakeProblem(int status) => Status = status;

    /// <summary>The status.</summary>
    public int Status { get; }

    /// <summary>The title; the reason phrase of the status when left out.</summary>
    public string? Title { get; set; }

    /// <summary>What went wrong.</summary>
    public string? Detail { get; set; }

    /// <summary>The machine-readable code, for instance <c>PROVIDER_UNAVAILABLE</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The URL of the request when left out.</summary>
    public string? Instance { get; set; }

    /// <summary>The request id; one is made when left out.</summary>
    public string? RequestId { get; set; }

    /// <summary>
    /// The wait the server asks for: Valentina Noir writes it into the body as seconds, Claude Code into <c>Retry-After</c> as whole ones.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public TimeSpan? RetryAfter
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero, nameof(RetryAfter));
            field = value;
        }
    }

    /// <summary>Headers sent with the error.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an invalid field.</summary>
    public FakeProblem Field(string field, string message)
    {
        _fields.Add((field, message));
        return this;
    }

    /// <summary>Adds a header.</summary>
    public FakeProblem Header(string name, string value)
    {
        Headers[name] = value;
        return this;
    }

    internal JsonObject Members(FakeRequest request)
    {
        var body = new JsonObject
        {
            ["status"] = Status,
            ["title"] = Title ?? ReasonPhrases.For(Status),
            ["detail"] = Detail ?? $"Scripted answer {Status.ToString(CultureInfo.InvariantCulture)}",
            ["instance"] = Instance ?? request.Url.AbsoluteUri,
        };
        if (RequestId is not null)
        {
            body["request_id"] = RequestId;
        }

        if (_fields.Count > 0)
        {
            body["invalid_parameters"] = new JsonArray([.. _fields.Select(field => new JsonObject
            {
                ["field"] = field.Field, ["message"] = field.Message
            })]);
        }

        if (Code is not null)
        {
            body["code"] = Code;
        }

        if (RetryAfter is { } wait)
        {
            body["retry_after"] = Math.Round(wait.TotalSeconds, 2);
        }

        return body;
    }
}
