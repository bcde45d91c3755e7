using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>Adds what a model leaves out when it is written: members that must be there and may be null.</summary>
internal static class Completion
{
    /// <summary>Completes a value in place.</summary>
    public static void AddNulls(ContractSchema schema, JsonNode? value)
    {
        var core = schema.Core;
        switch (value)
        {
            case JsonArray array when core.Items is not null:
                foreach (var item in array)
                {
                    AddNulls(core.Items, item);
                }

                break;
            case JsonObject form:
                foreach (var member in core.Members)
                {
                    if (form.TryGetPropertyValue(member.Name, out var child))
                    {
                        AddNulls(member.Schema, child);
                    }
                    else if (member is { Required: true, Schema.AllowsNull: true })
                    {
                        form[member.Name] = null;
                    }
                }

                break;
        }
    }
}
