using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>The parts a group of handlers is written with: the store, the views, the registry of handlers.</summary>
internal sealed class HandlerRegistry
{
    private readonly Dictionary<string, Func<EndpointContext, JsonNode?>> _handlers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checksLimits = new(StringComparer.Ordinal);

    public HandlerRegistry(ContractDocument contract, World world, FakeValentinaOptions options)
    {
        Contract = contract;
        World = world;
        Options = options;
        Views = new Views(contract, world);
    }

    public ContractDocument Contract { get; }

    public World World { get; }

    public FakeValentinaOptions Options { get; }

    public Views Views { get; }

    /// <summary>The ids of the company that is there at the start; null when none is wanted.</summary>
    public SeededIds? Seeded { get; set; }

    /// <summary>Every operation that has a handler.</summary>
    public IReadOnlyCollection<string> Handled => _handlers.Keys;

    /// <summary>Registers the handler of an operation.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="handler">What answers.</param>
    /// <param name="checksLimits">Whether the handler checks the limits of the body itself, after asking who may do it.</param>
    public void On(string operationId, Func<EndpointContext, JsonNode?> handler, bool checksLimits = false)
    {
        _handlers.Add(operationId, handler);
        if (checksLimits)
        {
            _checksLimits.Add(operationId);
        }
    }

    public bool ChecksLimits(string operationId) => _checksLimits.Contains(operationId);

    public Func<EndpointContext, JsonNode?> Handler(string operationId) => _handlers[operationId];

    /// <summary>The page a request asks for.</summary>
    public static JsonObject Page(EndpointContext call, IEnumerable<Entity> rows, Func<Entity, JsonNode?> write)
    {
        var all = rows as IReadOnlyCollection<Entity> ?? [.. rows];
        return new JsonObject
        {
            ["items"] = new JsonArray([.. all.Skip(call.Offset).Take(call.Limit).Select(write)]),
            ["limit"] = call.Limit,
            ["offset"] = call.Offset,
            ["total"] = all.Count,
        };
    }

    /// <summary>The page a request asks for, in one schema.</summary>
    public JsonObject Page(EndpointContext call, IEnumerable<Entity> rows, string schema)
        => Page(call, rows, row => Views.Write(row, schema));

    /// <summary>Entities embedded in another one, with their own counters at 0.</summary>
    public JsonArray Embedded(IEnumerable<Entity> rows, string schema)
        => new([.. rows.Select(row => Views.Write(row, schema, embedded: true))]);
}
