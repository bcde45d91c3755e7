using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Writes entities as the contract's answers: the members of the schema in its order, stored or worked out.</summary>
internal sealed class Views(ContractDocument contract, World world)
{
    private readonly Dictionary<(string Kind, string Member), Func<World, Entity, JsonNode?>> _computed = [];
    private readonly ConcurrentDictionary<(string Kind, string Schema), Column[]> _columns = new();

    /// <summary>Says how a member is worked out.</summary>
    public void Compute(string kind, string member, Func<World, Entity, JsonNode?> compute) => _computed[(kind, member)] = compute;

    /// <summary>Says that a member counts the entities that link here.</summary>
    public void Count(string kind, string member, string child, string link)
        => Compute(kind, member, (world, entity) => JsonValue.Create(world[child].Count(link, entity.Id)));

    /// <summary>Writes an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="schema">The component it becomes.</param>
    /// <param name="embedded">Whether it stands within another one; its own counters are then 0.</param>
    public JsonObject Write(Entity entity, string schema, bool embedded = false)
    {
        var view = new JsonObject();
        foreach (var column in _columns.GetOrAdd((entity.Kind, schema), Columns))
        {
            if (embedded && column.IsCounter)
            {
                view.Add(column.Name, 0);
            }
            else if (column.Compute is not null)
            {
                view.Add(column.Name, column.Compute(world, entity));
            }
            else if (entity.Data.TryGetPropertyValue(column.Name, out var value))
            {
                view.Add(column.Name, value?.DeepClone());
            }
            else if (column.Required)
            {
                view.Add(column.Name, column.Default?.DeepClone());
            }
        }

        return view;
    }

    private Column[] Columns((string Kind, string Schema) key)
        => [.. contract.Schema(key.Schema).Members.Select(member => new Column(
            member.Name,
            member.Required,
            member.Name.StartsWith("num_", StringComparison.Ordinal),
            _computed.GetValueOrDefault((key.Kind, member.Name)),
            Fallback(member.Schema)))];

    /// <summary>What a required member is that was never set: null where it may be, else the emptiest value of its type.</summary>
    private static JsonNode? Fallback(ContractSchema schema) => schema switch
    {
        { Default: { } value } => value,
        { AllowsNull: true } => null,
        _ => schema.Core.Types switch
        {
            JsonTypes.Array => new JsonArray(),
            JsonTypes.Integer or JsonTypes.Number => 0,
            JsonTypes.Boolean => false,
            JsonTypes.Object => new JsonObject(),
            _ => "",
        },
    };

    private sealed record Column(string Name, bool Required, bool IsCounter, Func<World, Entity, JsonNode?>? Compute, JsonNode? Default);
}
