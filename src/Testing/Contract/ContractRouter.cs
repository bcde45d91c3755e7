namespace Valentina.Testing.Contract;

/// <summary>What the router found for a method and a path.</summary>
internal sealed class RouteMatch
{
    /// <summary>The operation; null when no operation answers.</summary>
    public ContractOperation? Operation { get; init; }

    /// <summary>Whether the path exists, but not with this method.</summary>
    public bool PathExists { get; init; }

    /// <summary>The methods the path has, where <see cref="PathExists"/>.</summary>
    public IReadOnlyCollection<string> AllowedMethods { get; init; } = [];

    /// <summary>The values of the path parameters, unescaped, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>Finds the operation for a method and a path; a literal segment wins over a parameter.</summary>
internal sealed class ContractRouter
{
    private readonly Node _root = new();
    private readonly IReadOnlyList<ContractOperation> _operations;

    public ContractRouter(IReadOnlyList<ContractOperation> operations)
    {
        _operations = operations;
        foreach (var operation in operations)
        {
            var node = _root;
            foreach (var segment in operation.Segments)
            {
                node = node.Next(segment);
            }

            node.Operations[operation.Method] = operation;
        }
    }

    /// <summary>Matches a request; the path is as sent (escaped), a trailing slash is ignored.</summary>
    public RouteMatch Match(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var node = Walk(_root, segments, 0);
        if (node is null)
        {
            return new RouteMatch();
        }

        if (!node.Operations.TryGetValue(method, out var operation))
        {
            return new RouteMatch { PathExists = true, AllowedMethods = node.Operations.Keys };
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < segments.Length; index++)
        {
            if (operation.Segments[index] is ['{', .. var name, '}'])
            {
                values[name] = Uri.UnescapeDataString(segments[index]);
            }
        }

        return new RouteMatch { Operation = operation, PathExists = true, Values = values };
    }

    /// <summary>The operations most like a request that matches none, best first.</summary>
    public IReadOnlyList<ContractOperation> Nearest(string method, string path, int count = 3)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return [.. _operations
            .OrderBy(operation => Distance(segments, operation.Segments) + (operation.Method == method ? 0 : 0.5))
            .ThenBy(operation => operation.Path, StringComparer.Ordinal)
            .Take(count)];
    }

    private static Node? Walk(Node node, string[] segments, int index)
    {
        if (index == segments.Length)
        {
            return node.Operations.Count > 0 ? node : null;
        }

        return (node.Literals.TryGetValue(segments[index], out var literal) ? Walk(literal, segments, index + 1) : null)
               ?? (node.Parameter is null ? null : Walk(node.Parameter, segments, index + 1));
    }

    /// <summary>The edit distance over segments; a parameter costs a little, a similar literal less than a foreign one.</summary>
    private static double Distance(string[] actual, IReadOnlyList<string> template)
    {
        var row = Enumerable.Range(0, template.Count + 1).Select(cost => (double)cost).ToArray();
        foreach (var segment in actual)
        {
            var diagonal = row[0]++;
            for (var column = 1; column <= template.Count; column++)
            {
                var change = diagonal + Cost(segment, template[column - 1]);
                diagonal = row[column];
                row[column] = Math.Min(change, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static double Cost(string actual, string template)
    {
        if (template.StartsWith('{'))
        {
            return 0.1;
        }

        if (actual == template)
        {
            return 0;
        }

        var common = actual.Zip(template).TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second))
            .Count();
        return 1 - (0.8 * common / Math.Max(actual.Length, template.Length));
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; private set; }

        public Dictionary<string, ContractOperation> Operations { get; } = new(StringComparer.Ordinal);

        public Node Next(string segment)
        {
            if (segment.StartsWith('{'))
            {
                return Parameter ??= new Node();
            }

            if (!Literals.TryGetValue(segment, out var next))
            {
                Literals[segment] = next = new Node();
            }

            return next;
        }
    }
}
