using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Valentina.Connection.Pacing;

/// <summary>
/// Finds the gate of a connection: the one it was given, the one that all connections of its key and address share, or one of its own.
/// </summary>
internal sealed class GateSource
{
    /// <summary>The gates that connections share, by scope, as long as one of them lives.</summary>
    private static readonly ConcurrentDictionary<string, WeakReference<PacingGate>> Shared = new(StringComparer.Ordinal);

    private readonly ConnectionSettings _settings;
    private readonly ApiKey _key;
    private readonly PacingGate? _own;
    private volatile Found? _found;
    private volatile NamedScope? _scope;

    /// <param name="settings">What the connection was told.</param>
    /// <param name="key">Its key, which can be replaced.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="isShared">
    /// Whether others may share the gate. Not where somebody else's handler or clock is between: it may be a fake.
    /// </param>
    public GateSource(ConnectionSettings settings, ApiKey key, TimeProvider time, bool isShared)
    {
        _settings = settings;
        _key = key;
        if (settings.Pacing == RateLimitPacing.Learned)
        {
            _own = settings.RateLimitGate?.Gate ?? (isShared ? null : new PacingGate(time));
        }
    }

    /// <summary>
    /// Whose limits they are, for connections and for processes that share them: service and address, hashed with the key, so that neither
    /// a dump of the table nor a store tells it.
    /// </summary>
    public string Scope
    {
        get
        {
            var key = _key.Value ?? "";
            if (_scope is { } scope && ReferenceEquals(scope.Key, key))
            {
                return scope.Name;
            }

            var text = Encoding.UTF8.GetBytes($"{_settings.Profile.Name} {_settings.BaseUrl.GetLeftPart(UriPartial.Path)}");
            var name = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), text));
            _scope = new NamedScope(key, name);
            return name;
        }
    }

    /// <summary>The gate that calls go through now; null where nothing is paced.</summary>
    public PacingGate? Current
    {
        get
        {
            if (_own is not null || _settings.Pacing == RateLimitPacing.Off)
            {
                return _own;
            }

            var scope = Scope;
            if (_found is { } found && ReferenceEquals(found.Scope, scope))
            {
                return found.Gate;
            }

            var gate = Find(scope);
            _found = new Found(scope, gate);
            return gate;
        }
    }

    private static PacingGate Find(string scope)
    {
        while (true)
        {
            var entry = Shared.GetOrAdd(scope, static _ => new WeakReference<PacingGate>(new PacingGate(TimeProvider.System)));
            if (entry.TryGetTarget(out var gate))
            {
                return gate;
            }

            Shared.TryRemove(new KeyValuePair<string, WeakReference<PacingGate>>(scope, entry));
            RemoveDead();
        }
    }

    private static void RemoveDead()
    {
        foreach (var entry in Shared)
        {
            if (!entry.Value.TryGetTarget(out _))
            {
                Shared.TryRemove(entry);
            }
        }
    }

    private sealed record NamedScope(string Key, string Name);

    private sealed record Found(string Scope, PacingGate Gate);
}
