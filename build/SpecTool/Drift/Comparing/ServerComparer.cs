using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares where an API, or one of its operations, is to be found.</summary>
internal static class ServerComparer
{
    /// <summary>The servers of the whole document.</summary>
    public static IEnumerable<Change> Compare(Contract old, Contract now)
        => Compare(old.Servers, now.Servers, new Scope("server", "BaseUrl"));

    /// <summary>The servers of one operation; what it shares with the document is told there.</summary>
    public static IEnumerable<Change> Compare(Operation old, Operation now, Contract oldContract, Contract nowContract)
    {
        if (old.Servers.Servers.Count == 0 && now.Servers.Servers.Count == 0)
        {
            return [];
        }

        var before = old.Servers.Servers.Count > 0 ? old.Servers : oldContract.Servers;
        var after = now.Servers.Servers.Count > 0 ? now.Servers : nowContract.Servers with { Pointer = now.Pointer };
        return Compare(before, after, new Scope("server", now.SdkName ?? now.Address));
    }

    private static IEnumerable<Change> Compare(ServerList before, ServerList after, Scope scope)
    {
        var (old, now) = (before.Servers, after.Servers);
        foreach (var server in old.Where(server => !now.Any(other => Same(other, server))))
        {
            yield return now.Any(other => BasePath(other.Url) == BasePath(server.Url))
                ? scope.Named("server-removed", after.Pointer, server.Url, null, server.Url)
                : scope.Change("base-path-changed", after.Pointer, server.Url, string.Join(", ", now.Select(other => other.Url)));
        }

        foreach (var server in now.Where(server => !old.Any(other => Same(other, server))
            && old.Any(other => BasePath(other.Url) == BasePath(server.Url))))
        {
            yield return scope.Named("server-added", after.Pointer, null, server.Url, server.Url);
        }

        foreach (var server in old)
        {
            if (now.FirstOrDefault(other => Same(other, server)) is { } same && same.Variables != server.Variables)
            {
                yield return scope.Named("server-variable-changed", after.Pointer, server.Variables, same.Variables, server.Url);
            }
        }
    }

    private static bool Same(Server one, Server other) => one.Url.Equals(other.Url, StringComparison.OrdinalIgnoreCase);

    private static string BasePath(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        var slash = url.IndexOf('/', start < 0 ? 0 : start + 3);
        return slash < 0 ? "" : url[slash..].TrimEnd('/');
    }
}
