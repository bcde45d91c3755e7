using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>
/// What the fakes of both services have in common: hosting within the process and on a loopback port, scripts, the call log,
/// verification and coverage.
/// </summary>
public abstract partial class FakeService : IFakeEngine
{
    private readonly object _gate = new();
    private readonly RecordedCalls _log = new();
    private readonly List<FakeScript> _scripts = [];
    private readonly Dictionary<string, FakeRoute> _routes;
    private Random? _chaosRandom;
    private FakeChaos? _chaos;

    private protected FakeService(string name, ContractDocument contract, FakeServiceOptions options)
    {
        Name = name;
        Contract = contract;
        Strict = options.Strict;
        Seed = options.Seed;
        Clock = options.TimeProvider ?? new FakeClock();
        _routes = contract.Operations.ToDictionary(
            operation => operation.Id,
            operation => new FakeRoute(operation.Id, operation.Method, operation.Path),
            StringComparer.Ordinal);
    }

    /// <summary>The clock everything runs on.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The seed of everything random; name it in a failure message to repeat the run.</summary>
    public int Seed { get; }

    /// <summary>Whether a request the contract does not allow is thrown at the caller (within the process) rather than refused.</summary>
    public bool Strict { get; }

    /// <summary>Every call so far, in order, without credentials.</summary>
    public IReadOnlyList<FakeCall> Calls => _log.Snapshot();

    /// <summary>Which operations were called, and with which outcomes.</summary>
    public FakeCoverage Coverage => new(Name, [.. _routes.Values], Calls);

    /// <summary>Random trouble; null for none.</summary>
    public FakeChaos? Chaos
    {
        get => _chaos;
        set
        {
            lock (_gate)
            {
                _chaos = value;
                _chaosRandom = value is null ? null : new Random(value.Seed ?? Seed);
            }
        }
    }

    /// <summary>
    /// What the engine threw at a request that came over the port, which was answered with the service's own 500; null for nothing.
    /// </summary>
    internal Exception? Unforeseen { get; private set; }

    internal ContractDocument Contract { get; }

    internal string Name { get; }

    /// <summary>Starts a script for a route.</summary>
    /// <exception cref="ArgumentException">The route belongs to another service.</exception>
    public FakeScript On(FakeRoute route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (!_routes.ContainsKey(route.OperationId))
        {
            throw new ArgumentException($"{Name} has no route {route}.", nameof(route));
        }

        var script = new FakeScript(this, route);
        lock (_gate)
        {
            _scripts.Add(script);
        }

        return script;
    }

    /// <summary>Forgets every script and the random trouble. State and call log stay.</summary>
    public void ResetScripts()
    {
        lock (_gate)
        {
            _scripts.Clear();
        }

        Chaos = null;
    }

    /// <summary>Forgets the calls so far.</summary>
    public void ResetCalls() => _log.Clear();

    /// <summary>Forgets scripts, calls and state: as new.</summary>
    public virtual void Reset()
    {
        ResetScripts();
        ResetCalls();
    }

    /// <summary>Fails unless a route was called as often as expected.</summary>
    /// <param name="route">The route.</param>
    /// <param name="times">How often; once when left out.</param>
    /// <param name="where">Which calls count; all when left out.</param>
    /// <exception cref="FakeVerificationException">It was not.</exception>
    public void Verify(FakeRoute route, CallCount? times = null, Func<FakeCall, bool>? where = null)
    {
        var calls = Calls;
        var matching = calls.Where(call => Equals(call.Route, route) && (where is null || where(call))).ToList();
        var expected = times ?? CallCount.Once;
        if (!expected.Allows(matching.Count))
        {
            throw new FakeVerificationException(
                $"{route} was expected {expected}, but was called {matching.Count} time(s)."
                + $"{Environment.NewLine}All calls:{Environment.NewLine}{string.Join(Environment.NewLine, calls)}");
        }

        matching.ForEach(call => call.IsVerified = true);
    }

    /// <summary>Fails when there was a call that no <see cref="Verify"/> counted.</summary>
    /// <exception cref="FakeVerificationException">There was.</exception>
    public void VerifyNoOtherCalls()
    {
        var others = Calls.Where(call => !call.IsVerified).ToList();
        if (others.Count > 0)
        {
            throw new FakeVerificationException($"There were other calls:{Environment.NewLine}{string.Join(Environment.NewLine, others)}");
        }
    }

    /// <summary>A handler for an <see cref="HttpClient"/>: the fake within the process, for synchronous and asynchronous calls.</summary>
    public FakeHttpMessageHandler CreateHandler() => new(this);

    /// <summary>Puts the fake on a loopback port. Requests are refused as the real server refuses them, never thrown.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public virtual Task<FakeServer> StartServerAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        (Clock as FakeClock)?.Start();
        return FakeServer.StartAsync(this, port, null, cancellationToken);
    }

    /// <inheritdoc/>
    public FakeResponse Handle(FakeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchange = FakeExchange.Create(request, Contract.Router.Match(request.Method, request.Url.AbsolutePath), Clock.GetUtcNow());
        var route = exchange.Operation is null ? null : _routes[exchange.Operation.Id];
        var call = _log.Add(request, route, attempt => exchange.Describe(route, attempt));
        exchange.EndpointContext = call;
        if (Strict && !request.IsLoopback)
        {
            CheckRequest(exchange);
        }

        var response = Answer(exchange, call);
        call.Status = response.Fault == FakeFault.CutConnection ? 0 : response.Status;
        return response;
    }

    /// <summary>The service's error for a request that could not be read as far as the engine.</summary>
    internal FakeResponse Refuse(FakeRequest request, int status)
        => Failure(new FakeCall(null, request), new FakeProblem(status) { Detail = ReasonPhrases.For(status) });

    /// <summary>The service's 500 for a request that the engine threw at.</summary>
    internal FakeResponse Crash(FakeRequest request, Exception ex)
    {
        Unforeseen = ex;
        return Uncaught(request);
    }

    /// <summary>What the real service answers when nobody catches what went wrong in it.</summary>
    private protected abstract FakeResponse Uncaught(FakeRequest request);

    /// <summary>Lets the state answer.</summary>
    private protected abstract FakeResponse Execute(FakeExchange exchange);

    /// <summary>Writes an error in the service's own form.</summary>
    private protected abstract FakeResponse Failure(FakeCall call, FakeProblem problem);

    /// <summary>Gives a scripted success what every answer of the service has.</summary>
    private protected virtual FakeResponse Finish(FakeCall call, FakeResponse response) => response;

    /// <summary>Throws when a request is one that must not be sent.</summary>
    private protected virtual void CheckRequest(FakeExchange exchange)
    {
        if (exchange.Operation is null)
        {
            var nearest = Contract.Router
                .Nearest(exchange.Request.Method, exchange.Request.Url.AbsolutePath)
                .Select(operation => operation.ToString())
                .ToList();
            throw new FakeContractException(
                $"{Name} has no route {exchange.Request.Method} {exchange.Request.Url.AbsolutePath}."
                + $" The nearest:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", nearest)}")
            { NearestRoutes = nearest };
        }

        var violations = RequestCheck.Violations(exchange, Strictness.Exact);
        if (violations.Count > 0)
        {
            throw new FakeContractException(
                $"{exchange.Operation} was asked for with a request the contract does not allow:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", violations)}",
                violations);
        }
    }

    private protected void CheckAnswer(ContractOperation operation, JsonNode? body, string what)
    {
        var violations = SchemaValidator.Validate(operation.SuccessBody!.Schema!, body, Strictness.Closed);
        if (violations.Count > 0)
        {
            violations.ForEach(violation => violation.In = "answer");
            throw new FakeContractException(
                $"The {what} of {operation} does not comply with the contract; RespondsText sends what no contract allows:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", violations)}",
                violations);
        }
    }

    private FakeResponse Answer(FakeExchange exchange, FakeCall call)
    {
        if (Trouble() is { } trouble)
        {
            return trouble(call);
        }

        var step = call.Route is null ? null : Find(call)?.Take();
        if (step is null)
        {
            return Execute(exchange);
        }

        call.WasScripted = !step.AsksState;
        return step.Finish(step.AsksState ? Execute(exchange) : step.Answer(call));
    }

    private FakeScript? Find(FakeCall call)
    {
        lock (_gate)
        {
            FakeScript? best = null;
            foreach (var script in _scripts)
            {
                if (script.Route.Equals(call.Route) && script.Conditions >= (best?.Conditions ?? 0) && script.Matches(call))
                {
                    best = script;
                }
            }

            return best;
        }
    }

    private Func<FakeCall, FakeResponse>? Trouble()
    {
        lock (_gate)
        {
            if (_chaos is not { } chaos || _chaosRandom is not { } random)
            {
                return null;
            }

            var delay = chaos.MaxDelay * random.NextDouble();
            var kind = random.NextDouble();
            var status = chaos.Statuses.Count == 0 ? 500 : chaos.Statuses[random.Next(chaos.Statuses.Count)];
            if (kind < chaos.CutRate)
            {
                return _ => new FakeResponse { Fault = FakeFault.CutConnection, Delay = delay };
            }

            return kind < chaos.CutRate + chaos.FailureRate
                ? call =>
                {
                    var response = Failure(call, new FakeProblem(status) { Detail = "Random trouble" });
                    response.Delay = delay;
                    return response;
                }
            : null;
        }
    }
}
