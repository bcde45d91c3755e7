using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Makes models of the SDK from the schemas of a contract.</summary>
internal sealed class FakeModels(Lazy<ContractDocument> contract, int seed)
{
    private readonly object _gate = new();
    private readonly SampleMaker _samples = new(new Random(seed), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public T Make<T>(string component, Action<T>? change)
    {
        var schema = contract.Value.Schema(component);
        T model;
        lock (_gate)
        {
            model = ModelJson.Read<T>(_samples.Make(schema)!.ToJsonString());
        }

        change?.Invoke(model);
        return model;
    }
}
