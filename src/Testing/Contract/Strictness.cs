namespace Valentina.Testing.Contract;

/// <summary>How strictly a value is compared with its schema.</summary>
internal enum Strictness
{
    /// <summary>As the contract says.</summary>
    Exact,

    /// <summary>As the contract says, and members it does not declare are violations: for answers.</summary>
    Closed,

    /// <summary>As the server reads requests: numbers may be sent as strings.</summary>
    Lax,
}
