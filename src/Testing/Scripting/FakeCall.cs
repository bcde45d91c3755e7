using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>One request that a fake received, and how it was answered. Keys and tokens are left out.</summary>
public sealed class FakeCall
{
    internal FakeCall(FakeRoute? route, FakeRequest request)
    {
        Route = route;
        Request = request;
    }

    /// <summary>The operation; null where no route matched.</summary>
    public FakeRoute? Route { get; }

    /// <summary>The <c>operationId</c>; null where no route matched.</summary>
    public string? Operation => Route?.OperationId;

    /// <summary>The HTTP method.</summary>
    public string Method => Request.Method;

    /// <summary>The path, escaped as it was sent.</summary>
    public string Path => Request.Url.AbsolutePath;

    /// <summary>The values of the path parameters, by name.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; internal init; } = new Dictionary<string, string>();

    /// <summary>The values of the query parameters, by name; a repeated one has several.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; internal init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The headers, with every credential replaced by three asterisks.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = new Dictionary<string, string>();

    /// <summary>The JSON body, with every credential in it replaced by three asterisks; null for none or another kind.</summary>
    public JsonNode? Body { get; internal init; }

    /// <summary>Which attempt of the same call this is, from 1: the same request again after a failure.</summary>
    public int Attempt { get; internal init; } = 1;

    /// <summary>When it arrived, on the fake's clock.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>The status of the answer; 0 where the connection was cut.</summary>
    public int Status { get; internal set; }

    /// <summary>Whether a script answered rather than the state.</summary>
    public bool WasScripted { get; internal set; }

    internal FakeRequest Request { get; }

    internal bool IsVerified { get; set; }

    /// <summary>The value of a query parameter, or null.</summary>
    public string? QueryValue(string name) => Query.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>The JSON body as a model of the SDK.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <exception cref="InvalidOperationException">The request had no JSON body.</exception>
    public T BodyAs<T>()
        => Body is null
            ? throw new InvalidOperationException($"{this} had no JSON body.")
            : ModelJson.Read<T>(Body.ToJsonString());

    /// <inheritdoc/>
    public override string ToString()
        => $"{Method} {Path}{(Operation is null ? "" : $" ({Operation})")} -> {(Status == 0 ? "cut" : Status)}{(Attempt > 1 ? $", attempt {Attempt}" : "")}";
}
