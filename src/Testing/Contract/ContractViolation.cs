namespace Valentina.Testing.Contract;

/// <summary>One thing in a request or an answer that the contract does not allow.</summary>
public sealed class ContractViolation
{
    internal ContractViolation(string pointer, string rule, string message)
    {
        Pointer = pointer;
        Rule = rule;
        Message = message;
    }

    /// <summary>Where it is: <c>path</c>, <c>query</c>, <c>header</c>, <c>body</c> or <c>answer</c>.</summary>
    public string In { get; internal set; } = "body";

    /// <summary>The JSON pointer within that part: <c>/settings/permission_grant_xp</c>; empty for the whole.</summary>
    public string Pointer { get; internal set; }

    /// <summary>The keyword that is violated: <c>required</c>, <c>type</c>, <c>enum</c>, <c>format</c>, <c>minLength</c> …</summary>
    public string Rule { get; }

    /// <summary>What is wrong, in the words the real server uses.</summary>
    public string Message { get; }

    /// <summary>
    /// The member as the real server names it in <c>invalid_parameters</c>: levels joined by dots, <c>data</c> for the whole body.
    /// </summary>
    public string Field => Pointer.Length == 0
        ? "data"
        : Pointer[1..].Replace('/', '.').Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{In} '{Pointer}': {Message} ({Rule})";
}
