using Microsoft.Extensions.Logging;
using Valentina.Connection;

namespace Valentina.Testing;

/// <summary>
/// A fake of Valentina Noir that keeps state and the contract: what was created is found, what was deleted is gone, what the contract does
/// not allow is refused. Deterministic, safe for many threads, one instance for each test.
/// </summary>
/// <remarks>
/// Within the process it needs no port (<see cref="FakeService.CreateHandler"/>); <see cref="FakeService.StartServerAsync"/> puts the same
/// state on a loopback port.
/// </remarks>
public sealed class FakeValentina : FakeService
{
    private readonly FakeValentinaOptions _options;
    private ValentinaServer _server;

    /// <summary>Creates a fake.</summary>
    /// <param name="options">How it is set up; strict, seeded with 1, with one company, when left out.</param>
    public FakeValentina(FakeValentinaOptions? options = null)
        : base(ServiceNames.ValentinaNoir, EmbeddedContracts.Valentina.Value, options ??= new FakeValentinaOptions())
    {
        _options = options;
        _server = new ValentinaServer(Contract, options, Clock);
    }

    /// <summary>Where the fake stands for clients within the process.</summary>
    public static Uri BaseAddress { get; } = new("http://fake.valentina.test/");

    /// <summary>The key of the developer that is there at the start.</summary>
    public string ApiKey => _options.ApiKey;

    /// <summary>The company that is there at the start.</summary>
    /// <exception cref="InvalidOperationException">The options want none.</exception>
    public Guid CompanyId => Guid.Parse(Seeded.Company);

    /// <summary>The administrator of the company that is there at the start.</summary>
    public Guid AdminId => Guid.Parse(Seeded.Admin);

    /// <summary>The storyteller of the company that is there at the start.</summary>
    public Guid StorytellerId => Guid.Parse(Seeded.Storyteller);

    /// <summary>The player of the company that is there at the start.</summary>
    public Guid PlayerId => Guid.Parse(Seeded.Player);

    internal ValentinaServer Server => _server;

    /// <summary>
    /// The real client over this fake: nothing of it is replaced but the network, so retries, waits, headers and errors are the real ones,
    /// on the fake's clock. The company that is there at the start is its default company. Environment variables do not reach it, so that a
    /// test comes out the same on every machine.
    /// </summary>
    /// <param name="configure">Changes the options; the address and the key are set already.</param>
    /// <param name="loggerFactory">Where its events go.</param>
    public ValentinaClient CreateClient(Action<ValentinaOptions>? configure = null, ILoggerFactory? loggerFactory = null)
    {
        var options = new ValentinaOptions
        {
            BaseUrl = BaseAddress.ToString(),
            ApiKey = ApiKey,
            DefaultCompanyId = _server.HandlerRegistry.Seeded is { } seeded ? Guid.Parse(seeded.Company) : null,
            SetAsDefault = false,
            Variables = EnvironmentReaders.None,
        };
        configure?.Invoke(options);
        return new ValentinaClient(options, CreateHandler(), loggerFactory, Clock);
    }

    private SeededIds Seeded
        => _server.HandlerRegistry.Seeded ?? throw new InvalidOperationException("There is no company at the start: SeedCompany is off.");

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _server = new ValentinaServer(Contract, _options, Clock);
    }

    private protected override FakeResponse Execute(FakeExchange exchange) => _server.Handle(exchange);

    private protected override FakeResponse Uncaught(FakeRequest request)
    {
        var response = _server.Problem(ProblemException.Uncaught(), request, null);
        response.Headers["X-Request-Id"] = _server.NewRequestId();
        return response;
    }

    private protected override FakeResponse Failure(FakeCall call, FakeProblem problem)
    {
        var requestId = problem.RequestId ?? _server.NewRequestId();
        problem.RequestId = requestId;
        var response = FakeResponse.Json(problem.Status, problem.Members(call.Request), "application/problem+json");
        if (problem.Status is not (401 or 429))
        {
            response.Headers["X-Request-Id"] = requestId;
        }

        foreach (var (name, value) in problem.Headers)
        {
            response.Headers[name] = value;
        }

        problem.RequestId = null;
        return response;
    }

    private protected override FakeResponse Finish(FakeCall call, FakeResponse response)
    {
        response.Headers["X-Request-Id"] = _server.NewRequestId();
        return response;
    }
}
