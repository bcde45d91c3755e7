using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>
/// Finds what a reference of a document means: a JSON pointer, an anchor (<c>$anchor</c>, <c>$dynamicAnchor</c>), or a schema that has
/// an address of its own (<c>$id</c>), as JSON Schema 2020-12 has them. Other documents are part of this one by then.
/// </summary>
internal sealed class ReferenceResolver(JsonObject root)
{
    private readonly Lazy<Index> _index = new(() => new Index(root));

    /// <summary>Finds the target.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="from">Where it is written.</param>
    /// <exception cref="ContractException">It leads nowhere or out of the document.</exception>
    public (JsonNode Node, string Pointer) Resolve(string reference, string from)
    {
        var (address, fragment) = Split(reference);
        if (address.Length == 0 && fragment.StartsWith('/') && Find("", fragment) is { } inDocument)
        {
            return inDocument;
        }

        var resource = address.Length == 0 ? _index.Value.Around(from) : _index.Value.ById(address, from);
        if (resource is null)
        {
            throw address.Length == 0
                ? Nowhere(reference, from)
                : new ContractException($"The reference {reference} at {from} leads out of the document and was not followed.");
        }

        var found = fragment.Length == 0 && (address.Length > 0 || resource.Length > 0) ? Find(resource, "")
            : fragment.StartsWith('/') ? Find(resource, fragment)
            : _index.Value.Anchor(fragment, resource) is { } anchor ? Find(anchor, "")
            : null;
        return found ?? throw Nowhere(reference, from);
    }

    private static ContractException Nowhere(string reference, string from)
        => new($"The reference {reference} at {from} leads nowhere.");

    private static (string Address, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (reference, "") : (reference[..hash], Unescape(reference[(hash + 1)..]));
    }

    /// <summary>A fragment may be percent-encoded; what only looks so is taken as it is.</summary>
    private static string Unescape(string fragment)
        => fragment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(fragment) : fragment;

    private (JsonNode Node, string Pointer)? Find(string resource, string pointer)
        => Pointers.Find(root, resource + pointer) is { } node ? (node, resource + pointer) : null;

    /// <summary>The schemas with an address or an anchor.</summary>
    private sealed class Index
    {
        private readonly List<(string Pointer, string Id)> _resources = [];
        private readonly List<(string Pointer, string Name)> _anchors = [];

        public Index(JsonObject root)
        {
            foreach (var (node, pointer) in DocumentWalk.Objects(root))
            {
                if (node.Text("$id") is { } id && !id.StartsWith('#'))
                {
                    _resources.Add((pointer, id.TrimEnd('#')));
                }

                foreach (var word in (string[])["$anchor", "$dynamicAnchor"])
                {
                    if (node.Text(word) is { } name)
                    {
                        _anchors.Add((pointer, name));
                    }
                }
            }
        }

        /// <summary>The schema with an address of its own that a place lies in; the document itself if there is none.</summary>
        public string Around(string place) => _resources
            .Where(resource => IsIn(place, resource.Pointer))
            .OrderByDescending(resource => resource.Pointer.Length)
            .Select(resource => resource.Pointer)
            .FirstOrDefault("");

        public string? ById(string address, string from)
        {
            var here = Around(from);
            var id = _resources.FirstOrDefault(resource => resource.Pointer == here).Id;
            var absolute = Uri.TryCreate(id, UriKind.Absolute, out var origin) && Uri.TryCreate(origin, address, out var joined)
                ? joined.ToString()
                : address;
            return _resources.Where(resource => resource.Id == address || resource.Id == absolute)
                .Select(resource => resource.Pointer)
                .FirstOrDefault();
        }

        /// <summary>The anchor in the same resource, else the only place in the document with that name.</summary>
        public string? Anchor(string name, string resource)
        {
            var all = _anchors.Where(anchor => anchor.Name == name).Select(anchor => anchor.Pointer).ToList();
            return all.Find(pointer => Around(pointer) == resource) ?? (all is [var only] ? only : null);
        }

        private static bool IsIn(string place, string resource)
            => place == resource || place.StartsWith(resource + "/", StringComparison.Ordinal);
    }
}
