using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>
/// The C# names of what a document describes. A name given by the overlay (<c>x-name</c>, <c>x-group</c>) wins;
/// without one the document's own name is written the C# way.
/// </summary>
public static class SdkNames
{
    /// <summary>The name of the type made from a component.</summary>
    /// <param name="component">The component's name.</param>
    /// <param name="schema">The component's schema.</param>
    public static string Type(string component, JsonObject? schema) =>
        schema?.Text("x-name") ?? Pascal(component);

    /// <summary>The name of the member made from a property.</summary>
    /// <param name="property">The property's name on the wire.</param>
    /// <param name="schema">The property's schema.</param>
    public static string Member(string property, JsonObject? schema) => schema?.Text("x-name") ?? Pascal(property);

    /// <summary>The name of an operation's method, without "Async".</summary>
    /// <param name="operation">The operation.</param>
    public static string? Method(JsonObject operation) =>
        operation.Text("x-name") ?? (operation.Text("operationId") is { Length: > 0 } id ? Pascal(id) : null);

    /// <summary>The name of an operation's raw client, without "Client".</summary>
    /// <param name="operation">The operation.</param>
    public static string? Group(JsonObject operation) =>
        operation.Text("x-group") ?? (operation.Texts("tags") is [var tag, ..] ? Pascal(tag) : null);

    /// <summary>Joins the words of a name, each with a capital first letter.</summary>
    /// <param name="name">The name as the document writes it.</param>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var start = true;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                start = true;
                continue;
            }

            text.Append(start ? char.ToUpperInvariant(letter) : letter);
            start = false;
        }

        return text.Length == 0 ? name : text.ToString();
    }
}
