using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Validation;

/// <summary>One thing in a request that the service does not take.</summary>
/// <param name="Type">The kind of fault, for instance <c>missing</c>.</param>
/// <param name="Place">The way to it: names of members and alternatives (texts), and indexes (numbers).</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Input">What was sent there.</param>
/// <param name="Context">What was expected, for kinds that say so.</param>
internal sealed record FieldFault(
    string Type, IReadOnlyList<object> Place, string Message, JsonNode? Input, JsonObject? Context = null)
{
    /// <summary>The fault as an entry of the service's 422.</summary>
    public JsonObject Entry()
    {
        var entry = new JsonObject
        {
            ["type"] = Type,
            ["loc"] = new JsonArray([.. Place.Select(
                static part => part is int index ? JsonValue.Create(index) : JsonValue.Create((string)part))]),
            ["msg"] = Message,
            ["input"] = Input?.DeepClone(),
        };
        if (Context is not null)
        {
            entry["ctx"] = Context.DeepClone();
        }

        return entry;
    }

    /// <summary>Faults as one text, which the stream sends.</summary>
    public static string Words(string model, IReadOnlyList<FieldFault> faults)
        => string.Create(CultureInfo.InvariantCulture, $"{faults.Count} validation error{(faults.Count == 1 ? "" : "s")} for {model}\n")
            + string.Join('\n', faults.Select(static fault => fault.Words()));

    private string Words()
    {
        var input = PythonText.Repr(Input);
        var shown = input.Length > 50 ? $"{input[..25]}...{input[^24..]}" : input;
        return $"{string.Join('.', Place)}\n  {Message} [type={Type}, input_value={shown}, input_type={PythonText.TypeName(Input)}]\n"
            + $"    For further information visit https://errors.pydantic.dev/2.14/v/{Type}";
    }
}
