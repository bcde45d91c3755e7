using System.Text.Json.Nodes;
using Newtonsoft.Json.Serialization;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Makes models of the SDK from the schemas of a contract, whose members fit together.</summary>
internal sealed class FakeModels
{
    private readonly object _gate = new();
    private readonly Lazy<ContractDocument> _contract;
    private readonly SampleMaker _samples;
    private readonly Fitting _fitting;

    public FakeModels(Lazy<ContractDocument> contract, int seed)
    {
        _contract = contract;
        _samples = new SampleMaker(new Random(seed), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _fitting = new Fitting((schema, name) => _samples.Make(schema.Core, name)!);
    }

    public T Make<T>(string component, Action<T>? change)
    {
        var schema = _contract.Value.Schema(component);
        T model;
        lock (_gate)
        {
            var sample = _samples.Make(schema)!;
            _fitting.Fit(schema, sample);
            model = ModelJson.Read<T>(sample.ToJsonString());
        }

        if (change is not null)
        {
            var before = ModelJson.Node(model);
            change(model);
            Follow(schema, before as JsonObject, model);
        }

        return model;
    }

    /// <summary>Members that follow from others follow a change of those too, unless they were changed themselves.</summary>
    private void Follow<T>(ContractSchema schema, JsonObject? before, T model)
    {
        if (before is null || ModelJson.Node(model) is not JsonObject after || JsonNode.DeepEquals(before, after))
        {
            return;
        }

        var fitted = (JsonObject)after.DeepClone();
        lock (_gate)
        {
            _fitting.Fit(schema, fitted);
        }

        var contract = (JsonObjectContract)ModelJson.Serializer.ContractResolver.ResolveContract(typeof(T));
        foreach (var (name, value) in fitted)
        {
            if (!JsonNode.DeepEquals(value, after[name])
                && JsonNode.DeepEquals(before[name], after[name])
                && contract.Properties.GetProperty(name, StringComparison.Ordinal) is { ValueProvider: { } member, PropertyType: { } type })
            {
                member.SetValue(model!, value is null ? null : ModelJson.Read(value.ToJsonString(), type));
            }
        }
    }
}
