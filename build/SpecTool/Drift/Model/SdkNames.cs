using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>
/// The C# names of what a document describes, by the generator's own rules. A name the generator would refuse is shown as
/// the document writes it: a comparison must not fail over it.
/// </summary>
public static class SdkNames
{
    /// <summary>The name of the type made from a component.</summary>
    /// <param name="component">The component's name.</param>
    /// <param name="schema">The component's schema.</param>
    public static string Type(string component, JsonObject? schema)
        => schema?.Text("x-name") ?? Allowed(() => Identifiers.DefaultTypeName(component, ""), component);

    /// <summary>The name of the member made from a property.</summary>
    /// <param name="property">The property's name on the wire.</param>
    /// <param name="schema">The property's schema.</param>
    /// <param name="owner">The name of the type it belongs to.</param>
    public static string Member(string property, JsonObject? schema, string? owner)
        => Allowed(() => Identifiers.Member(property, schema?.Text("x-name"), owner ?? "", ""), property);

    /// <summary>The name of the argument made from a parameter.</summary>
    /// <param name="parameter">The parameter's name on the wire.</param>
    /// <param name="node">The parameter.</param>
    public static string Argument(string parameter, JsonObject? node)
        => Allowed(() => Identifiers.Parameter(parameter, node?.Text("x-name"), ""), parameter);

    /// <summary>The name of an operation's method, without "Async".</summary>
    /// <param name="operation">The operation.</param>
    public static string? Method(JsonObject operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Text("x-name") ?? (operation.Text("operationId") is { Length: > 0 } id ? Identifiers.Pascal(id) : null);
    }

    /// <summary>The name of an operation's raw client, without "Client".</summary>
    /// <param name="operation">The operation.</param>
    public static string? Group(JsonObject operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Text("x-group") ?? (operation.Texts("tags") is [var tag, ..] ? Identifiers.Pascal(tag) : null);
    }

    private static string Allowed(Func<string> name, string otherwise)
    {
        try
        {
            return name();
        }
        catch (SpecException)
        {
            return otherwise;
        }
    }
}
