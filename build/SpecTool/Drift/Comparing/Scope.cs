namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>From where a schema is looked at.</summary>
/// <param name="Place">How the ids of its rules begin: <c>request-parameter</c>, <c>response-property</c>, …</param>
/// <param name="Subject">What its users call it.</param>
/// <param name="Pointer">The pointer of the surrounding parameter, whose index may shift.</param>
/// <param name="Key">What stands for that pointer in a key.</param>
internal sealed record Scope(string Place, string Subject, string Pointer = "", string Key = "")
{
    /// <summary>Whether this is inside an error answer.</summary>
    public bool IsError { get; init; }

    /// <summary>Whether the value travels to the server.</summary>
    public bool IsRequest => Place.StartsWith("request", StringComparison.Ordinal);

    /// <summary>The same view of a member of an object.</summary>
    public Scope Member(string name) => this with
    {
        Place = IsRequest ? "request-property" : "response-property",
        Subject = $"{Subject}.{name}",
    };

    public Change Change(string suffix, string pointer, string? old = null, string? @new = null)
        => Named($"{Place}-{suffix}", pointer, old, @new);

    public Change Named(string rule, string pointer, string? old = null, string? @new = null, string? subject = null)
        => new(rule, pointer, KeyOf(pointer), old, @new, subject ?? Subject) { IsError = IsError };

    private string KeyOf(string pointer) => Pointer.Length > 0 && pointer.StartsWith(Pointer, StringComparison.Ordinal)
        ? Key + pointer[Pointer.Length..]
        : pointer;
}
