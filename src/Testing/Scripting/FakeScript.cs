using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>
/// What a fake answers on one route in place of its state. Steps follow one another; a step that is not the last is used once unless
/// <see cref="Times"/> says otherwise, the last one for ever. Of several scripts that match a request, the one with the most conditions
/// answers; of equals, the latest.
/// </summary>
public sealed class FakeScript
{
    private readonly object _gate = new();
    private readonly List<ScriptCondition> _conditions = [];
    private readonly List<ScriptStep> _steps = [];
    private readonly IScriptHost _host;

    internal FakeScript(IScriptHost host, FakeRoute route)
    {
        _host = host;
        Route = route;
    }

    /// <summary>The route.</summary>
    public FakeRoute Route { get; }

    internal int Conditions => _conditions.Count;

    /// <summary>Only for this value of a path parameter.</summary>
    /// <exception cref="ArgumentException">The route has no such parameter.</exception>
    public FakeScript WithPath(string name, object value)
    {
        if (!Route.Path.Contains("{" + name + "}", StringComparison.Ordinal))
        {
            throw new ArgumentException($"{Route} has no path parameter '{name}'.", nameof(name));
        }

        var expected = Words.For(value);
        return When(call => call.PathValues.TryGetValue(name, out var actual)
            && string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Only for this value of a query parameter.</summary>
    /// <exception cref="ArgumentException">The route has no such parameter.</exception>
    public FakeScript WithQuery(string name, object value)
    {
        if (!_host.HasParameter(Route, "query", name))
        {
            throw new ArgumentException($"{Route} has no query parameter '{name}'.", nameof(name));
        }

        var expected = Words.For(value);
        return When(call => call.Query.TryGetValue(name, out var actual) && actual.Contains(expected, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Only for this value of a header.</summary>
    public FakeScript WithHeader(string name, object value)
    {
        var expected = Words.For(value);
        return When(call => call.Request.Header(name) == expected);
    }

    /// <summary>Only for requests that pass a test of their JSON body.</summary>
    public FakeScript WithBody(Func<JsonNode, bool> matches) => When(call => call.Body is { } body && matches(body));

    /// <summary>Only for requests that pass a test.</summary>
    public FakeScript When(Func<FakeCall, bool> matches)
    {
        lock (_gate)
        {
            _conditions.Add(new ScriptCondition(matches));
        }

        return this;
    }

    /// <summary>Answers with a model, a plain object or a JSON node.</summary>
    /// <param name="body">
    /// The body; it must comply with the contract where the status is the declared one. <see cref="FakeFactory"/> makes whole models, of
    /// which a test sets only what it is about.
    /// </param>
    /// <param name="status">The status; the declared one when left out.</param>
    /// <exception cref="ArgumentException">The route answers without content, or with bytes.</exception>
    public FakeScript Responds(object? body = null, int? status = null)
    {
        _host.CheckBodyKind(Route, body, status);
        return Step(call => _host.Success(Route, call, ModelJson.Node(body), status));
    }

    /// <summary>Answers with what a function makes of the call: a model, a plain object or a JSON node.</summary>
    public FakeScript RespondsWith(Func<FakeCall, object?> answer)
        => Step(call => _host.Success(Route, call, ModelJson.Node(answer(call)), null));

    /// <summary>Answers a paged list with these items: the page that the request asks for, with the right total.</summary>
    /// <exception cref="ArgumentException">The route is no list.</exception>
    public FakeScript RespondsItems(params object[] items)
    {
        _host.CheckList(Route);
        var nodes = items.SelectMany(item => item is System.Collections.IEnumerable and not JsonObject and not string
            ? ((System.Collections.IEnumerable)item).Cast<object>()
            : [item]).Select(ModelJson.Node).ToList();
        return Step(call => _host.Page(Route, call, nodes));
    }

    /// <summary>Answers with bytes.</summary>
    public FakeScript RespondsBytes(byte[] content, string contentType = "application/octet-stream", string? fileName = null)
        => Step(_ =>
        {
            var response = new FakeResponse { Status = 200, Body = content };
            response.Headers["Content-Type"] = contentType;
            if (fileName is not null)
            {
                response.Headers["Content-Disposition"] = $"attachment; filename=\"{fileName}\"";
            }

            return response;
        });

    /// <summary>
    /// Answers with a text, unchecked: how to send malformed JSON, or what the contract does not know, such as the value of an enum that a
    /// newer service may add.
    /// </summary>
    public FakeScript RespondsText(string body, int status = 200, string contentType = "application/json")
        => Step(_ => FakeResponse.Text(status, body, contentType));

    /// <summary>
    /// Answers with an error in the service's own form: every time, or as often as <see cref="Times"/> says after it. It is told as it is
    /// written here, by a task of Claude Code too, though the real service answers 500 to whatever befalls one. A stream is no route, and
    /// no script reaches it: <see cref="FakeReply.Fails"/> makes the model fail wherever it runs.
    /// </summary>
    /// <param name="status">The status, from 400 on.</param>
    /// <param name="configure">Sets detail, code, fields, headers, the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of a failure: from 400 to 599.</exception>
    public FakeScript Fails(int status, Action<FakeProblem>? configure = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        var problem = new FakeProblem(status);
        configure?.Invoke(problem);
        return Step(call => _host.Failure(call, problem));
    }

    /// <summary>Cuts the connection before anything arrives.</summary>
    public FakeScript CutsConnection() => Step(_ => new FakeResponse { Fault = FakeFault.CutConnection });

    /// <summary>Lets the state answer, and cuts the connection within the body.</summary>
    /// <param name="after">How many bytes arrive.</param>
    public FakeScript TruncatesBody(int after = 10)
        => Step(null, response =>
        {
            response.Fault = FakeFault.TruncateBody;
            response.TruncateAfter = after;
        });

    /// <summary>Answers with JSON that no reader understands.</summary>
    public FakeScript RespondsMalformed() => RespondsText("{\"id\": \"01a2", 200);

    /// <summary>Lets the state answer.</summary>
    public FakeScript Succeeds() => Step(null);

    /// <summary>The step before is used so often, then the next one; after the last one the script is over.</summary>
    /// <exception cref="InvalidOperationException">There is no step yet.</exception>
    public FakeScript Times(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        return Last(step => step.Times = times);
    }

    /// <summary>The answer of the step before takes so long, on the fake's clock. Without a step, the state's answer does.</summary>
    public FakeScript Takes(TimeSpan time)
    {
        if (_steps.Count == 0)
        {
            Succeeds();
        }

        return Last(step => step.Delay = time);
    }

    /// <summary>Adds a header to the answer of the step before.</summary>
    public FakeScript WithResponseHeader(string name, string value) => Last(step => step.Headers.Add((name, value)));

    /// <summary>Then lets the state answer, from there on.</summary>
    public FakeScript ThenSucceeds() => Succeeds();

    internal bool Matches(FakeCall call)
    {
        lock (_gate)
        {
            return _steps.Any(step => !step.IsOver) && _conditions.TrueForAll(condition => condition.Matches(call));
        }
    }

    /// <summary>Takes the next step.</summary>
    internal ScriptStep? Take()
    {
        lock (_gate)
        {
            for (var index = 0; index < _steps.Count; index++)
            {
                var step = _steps[index];
                if (!step.IsOver)
                {
                    step.Used++;
                    return step;
                }
            }

            return null;
        }
    }

    private FakeScript Step(Func<FakeCall, FakeResponse>? answer, Action<FakeResponse>? change = null)
    {
        lock (_gate)
        {
            if (_steps.Count > 0)
            {
                _steps[^1].Times ??= 1;
            }

            _steps.Add(new ScriptStep(answer, change));
        }

        return this;
    }

    private FakeScript Last(Action<ScriptStep> change)
    {
        lock (_gate)
        {
            if (_steps.Count == 0)
            {
                throw new InvalidOperationException("Say first what is answered: Responds, Fails, CutsConnection …");
            }

            change(_steps[^1]);
        }

        return this;
    }
}
