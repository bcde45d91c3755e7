namespace Valentina;

/// <summary>One field the server refused. The server reports the first error only, so there is seldom more than one.</summary>
/// <param name="field">Which field: a body path such as <c>vampire_attributes.clan_id</c>, a query or path name, or <c>data</c> for the
/// whole body; null where the server did not say.</param>
/// <param name="message">What is wrong with it, in the server's words; null where the server did not say.</param>
public sealed class InvalidParameter(string? field, string? message)
{
    /// <summary>Which field, or null.</summary>
    public string? Field { get; } = field;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Message { get; } = message;

    /// <inheritdoc/>
    public override string ToString() => (Field, Message) switch
    {
        (null, null) => "",
        (null, _) => Message,
        (_, null) => Field,
        _ => $"{Field}: {Message}",
    };
}
