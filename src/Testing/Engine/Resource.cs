using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>A kind of thing with the usual operations: what is special about it is in the functions.</summary>
internal sealed class Resource
{
    /// <summary>Its kind; see <see cref="Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The component it is answered as.</summary>
    public required string Schema { get; init; }

    /// <summary>The component a single one is answered as, where that has more.</summary>
    public string? DetailSchema { get; init; }

    /// <summary>The rows a request is about, in order.</summary>
    public required Func<Call, IEnumerable<Entity>> Rows { get; init; }

    /// <summary>Children embedded on request: name of the member, their component, which.</summary>
    public IReadOnlyList<(string Include, string Schema, Func<Call, Entity, IEnumerable<Entity>> Rows)> Includes { get; init; } = [];

    /// <summary>Completes a new one before it is stored: links, defaults, checks.</summary>
    public Action<Call, JsonObject> Creating { get; init; } = (_, _) => { };

    /// <summary>Finishes a new one after it is stored.</summary>
    public Action<Call, Entity> Created { get; init; } = (_, _) => { };

    /// <summary>Checks a change, and who asks for it, before its limits are checked; changes nothing yet.</summary>
    public Action<Call, Entity, JsonObject> Updating { get; init; } = (_, _, _) => { };

    /// <summary>Applies what a change means beyond its members; what it removes from the form is not applied again.</summary>
    public Action<Call, Entity, JsonObject> Applying { get; init; } = (_, _, _) => { };

    /// <summary>Finishes after it is removed.</summary>
    public Action<Call, Entity> Deleted { get; init; } = (_, _) => { };

    /// <summary>Checks a removal before it happens.</summary>
    public Action<Call, Entity> Deleting { get; init; } = (_, _) => { };
}

/// <summary>Registers the usual operations of a resource.</summary>
internal static class ResourceHandlers
{
    public static void List(this Noir noir, string operationId, Resource resource)
        => noir.On(operationId, call => noir.Page(call, resource.Rows(call), resource.Schema));

    public static void Get(this Noir noir, string operationId, Resource resource)
        => noir.On(operationId, call =>
        {
            var entity = call.Parent(resource.Kind);
            var view = noir.Views.Write(entity, resource.DetailSchema ?? resource.Schema);
            foreach (var (include, schema, rows) in resource.Includes)
            {
                if (call.Includes(include))
                {
                    view[include] = noir.Embedded(rows(call, entity), schema);
                }
            }

            return view;
        });

    public static void Create(this Noir noir, string operationId, Resource resource)
        => noir.On(operationId, call =>
        {
            var data = Forms.New(call);
            resource.Creating(call, data);
            FormGate.Limits(call);
            var entity = noir.World.Add(resource.Kind, data);
            resource.Created(call, entity);
            call.Subject = entity;
            return noir.Views.Write(entity, resource.Schema);
        }, checksLimits: true);

    public static void Update(this Noir noir, string operationId, Resource resource)
        => noir.On(operationId, call =>
        {
            var entity = call.Parent(resource.Kind);
            call.Subject = entity;
            resource.Updating(call, entity, call.Form);
            FormGate.Limits(call);
            resource.Applying(call, entity, call.Form);
            Forms.Patch(call, entity);
            noir.World.Touch(entity);
            return noir.Views.Write(entity, resource.Schema);
        }, checksLimits: true);

    public static void Delete(this Noir noir, string operationId, Resource resource)
        => noir.On(operationId, call =>
        {
            var entity = call.Parent(resource.Kind);
            call.Subject = entity;
            resource.Deleting(call, entity);
            noir.World.Remove(entity);
            resource.Deleted(call, entity);
            return null;
        });
}
