namespace Valentina.Testing;

/// <summary>
/// One operation of a contract, to script and to verify. The constants stand in <c>ValentinaRoutes</c> and <c>ClaudeCodeRoutes</c>.
/// </summary>
public sealed class FakeRoute : IEquatable<FakeRoute>
{
    /// <summary>Creates a route; the generated constants do.</summary>
    public FakeRoute(string operationId, string method, string path)
    {
        OperationId = operationId;
        Method = method;
        Path = path;
    }

    /// <summary>The <c>operationId</c> of the contract.</summary>
    public string OperationId { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>Whether two routes are the same operation.</summary>
    public static bool operator ==(FakeRoute? left, FakeRoute? right) => Equals(left, right);

    /// <summary>Whether two routes are different operations.</summary>
    public static bool operator !=(FakeRoute? left, FakeRoute? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(FakeRoute? other) => other is not null && other.OperationId == OperationId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FakeRoute);

    /// <inheritdoc/>
    public override int GetHashCode() => OperationId.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} ({OperationId})";
}
