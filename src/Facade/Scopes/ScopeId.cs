namespace Valentina;

/// <summary>Refuses empty ids where a scope is made, so that the mistake shows where it was made.</summary>
internal static class ScopeId
{
    public static Guid Checked(Guid id, string name)
        => id == Guid.Empty ? throw new ArgumentException($"The {name} must not be empty.", name) : id;
}
