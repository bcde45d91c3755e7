using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Everything one fake server knows. Not safe for threads: the engine holds its lock.</summary>
internal sealed class World
{
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);

    public World(int seed, TimeProvider clock)
    {
        Random = new Random(seed);
        Timestamps = new Timestamps(clock, Random);
    }

    /// <summary>The source of everything random.</summary>
    public Random Random { get; }

    /// <summary>The API keys.</summary>
    public Dictionary<string, DeveloperKey> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The last lines of the server's log.</summary>
    public Queue<JsonObject> Log { get; } = new();

    /// <summary>How far a user may lower a trait for experience again, and until when; see <see cref="RecoupFloors"/>.</summary>
    public Dictionary<(string UserId, string CharacterTraitId), (int Value, DateTimeOffset Until)> RecoupFloors { get; } = [];

    /// <summary>Ids and dates.</summary>
    public Timestamps Timestamps { get; }

    public Table this[string kind]
    {
        get
        {
            if (!_tables.TryGetValue(kind, out var table))
            {
                _tables[kind] = table = new Table();
            }

            return table;
        }
    }

    /// <summary>Stores something new; the dates of its creation are set.</summary>
    public Entity Add(string kind, JsonObject data)
    {
        var entity = new Entity(kind, Timestamps.NewId(), data);
        data["id"] = entity.Id;
        data["date_created"] = Timestamps.Now();
        data["date_modified"] = Timestamps.Now();
        this[kind].Add(entity);
        return entity;
    }

    /// <summary>Stores something that has its id and dates already.</summary>
    public Entity Import(string kind, JsonObject data)
    {
        var entity = new Entity(kind, data["id"]!.GetValue<string>(), data);
        this[kind].Add(entity);
        return entity;
    }

    /// <summary>Notes a change.</summary>
    public void Touch(Entity entity) => entity["date_modified"] = Timestamps.Now();

    /// <summary>Removes something and everything that belongs to it.</summary>
    public void Remove(Entity entity)
    {
        this[entity.Kind].Remove(entity);
        foreach (var (child, link) in Kinds.Children.GetValueOrDefault(entity.Kind) ?? [])
        {
            foreach (var row in this[child].All.Where(row => row.Links(link, entity.Id)).ToList())
            {
                Remove(row);
            }
        }
    }
}
