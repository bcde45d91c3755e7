using Newtonsoft.Json;

namespace Valentina.Validation;

/// <summary>
/// Writes JSON and notes each text or key with U+0000: no text in PostgreSQL can hold it, so that the server would fail over it on every
/// attempt.
/// </summary>
/// <param name="output">Where the JSON goes.</param>
internal sealed class NulCheck(TextWriter output) : JsonTextWriter(output)
{
    /// <summary>What is wrong with such a text.</summary>
    public const string Message = "must not contain the character U+0000";

    /// <summary>The members found, each once.</summary>
    public List<string> Members { get; } = [];

    /// <summary>Whether a text holds the character.</summary>
    public static bool IsIn(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void WriteValue(string? value)
    {
        base.WriteValue(value);
        Note(value);
    }

    /// <inheritdoc/>
    public override void WriteValue(char value)
    {
        base.WriteValue(value);
        Note(value == '\0' ? "\0" : null);
    }

    /// <inheritdoc/>
    public override void WritePropertyName(string name)
    {
        base.WritePropertyName(name);
        Note(name);
    }

    /// <inheritdoc/>
    public override void WritePropertyName(string name, bool escape)
    {
        base.WritePropertyName(name, escape);
        Note(name);
    }

    /// <summary>Only once it is written does the writer's path name the member.</summary>
    private void Note(string? text)
    {
        if (!IsIn(text))
        {
            return;
        }

        var member = Path.Replace("\0", "\\u0000", StringComparison.Ordinal);
        if (!Members.Contains(member, StringComparer.Ordinal))
        {
            Members.Add(member.Length > 0 ? member : "body");
        }
    }
}
