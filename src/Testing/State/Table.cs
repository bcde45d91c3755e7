namespace Valentina.Testing;

/// <summary>All entities of one kind, in the order they came.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    private readonly List<Entity> _rows = [];

    /// <summary>Everything that is not archived.</summary>
    public IEnumerable<Entity> Rows => _rows.Where(row => !row.IsArchived);

    /// <summary>Everything, the archived too.</summary>
    public IReadOnlyList<Entity> All => _rows;

    public void Add(Entity entity)
    {
        _byId.Add(entity.Id, entity);
        _rows.Add(entity);
    }

    public void Remove(Entity entity)
    {
        if (_byId.Remove(entity.Id))
        {
            _rows.Remove(entity);
        }
    }

    /// <summary>Finds what is not archived.</summary>
    public Entity? Find(string? id) => FindAny(id) is { IsArchived: false } found ? found : null;

    /// <summary>Finds what is archived too.</summary>
    public Entity? FindAny(string? id) => id is not null && _byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>What links to an entity by a member.</summary>
    public IEnumerable<Entity> Where(string member, string? id)
    {
        foreach (var row in _rows)
        {
            if (!row.IsArchived && row.Links(member, id))
            {
                yield return row;
            }
        }
    }

    public int Count(string member, string? id) => Where(member, id).Count();
}
