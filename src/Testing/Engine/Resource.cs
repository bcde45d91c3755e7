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
    public required Func<EndpointContext, IEnumerable<Entity>> Rows { get; init; }

    /// <summary>Children embedded on request: name of the member, their component, which.</summary>
    public IReadOnlyList<(string Include, string Schema, Func<EndpointContext, Entity, IEnumerable<Entity>> Rows)> Includes { get; init; } =
        [];

    /// <summary>Completes a new one before it is stored: links, defaults, checks.</summary>
    public Action<EndpointContext, JsonObject> Creating { get; init; } = (_, _) => { };

    /// <summary>Finishes a new one after it is stored.</summary>
    public Action<EndpointContext, Entity> Created { get; init; } = (_, _) => { };

    /// <summary>Checks a change, and who asks for it, before its limits are checked; changes nothing yet.</summary>
    public Action<EndpointContext, Entity, JsonObject> Updating { get; init; } = (_, _, _) => { };

    /// <summary>Applies what a change means beyond its members; what it removes from the form is not applied again.</summary>
    public Action<EndpointContext, Entity, JsonObject> Applying { get; init; } = (_, _, _) => { };

    /// <summary>Finishes after it is removed.</summary>
    public Action<EndpointContext, Entity> Deleted { get; init; } = (_, _) => { };

    /// <summary>Checks a removal before it happens.</summary>
    public Action<EndpointContext, Entity> Deleting { get; init; } = (_, _) => { };
}

/// <summary>Registers the usual operations of a resource.</summary>
internal static class ResourceHandlers
{
    public static void List(this HandlerRegistry registry, string operationId, Resource resource)
        => registry.On(operationId, call => registry.Page(call, resource.Rows(call), resource.Schema));

    public static void Get(this HandlerRegistry registry, string operationId, Resource resource)
        => registry.On(operationId, call =>
        {
            var entity = call.Parent(resource.Kind);
            var view = registry.Views.Write(entity, resource.DetailSchema ?? resource.Schema);
            foreach (var (include, schema, rows) in resource.Includes)
            {
                if (call.Includes(include))
                {
                    view[include] = registry.Embedded(rows(call, entity), schema);
                }
            }

            return view;
        });

    public static void Create(this HandlerRegistry registry, string operationId, Resource resource)
        => registry.On(operationId, call =>
        {
            var data = Forms.New(call);
            resource.Creating(call, data);
            FormCheck.Limits(call);
            var entity = registry.World.Add(resource.Kind, data);
            resource.Created(call, entity);
            call.Subject = entity;
            return registry.Views.Write(entity, resource.Schema);
        }, checksLimits: true);

    public static void Update(this HandlerRegistry registry, string operationId, Resource resource)
        => registry.On(operationId, call =>
        {
            var entity = call.Parent(resource.Kind);
            call.Subject = entity;
            resource.Updating(call, entity, call.Form);
            FormCheck.Limits(call);
            resource.Applying(call, entity, call.Form);
            Forms.Patch(call, entity);
            registry.World.Touch(entity);
            return registry.Views.Write(entity, resource.Schema);
        }, checksLimits: true);

    public static void Delete(this HandlerRegistry registry, string operationId, Resource resource)
        => registry.On(operationId, call =>
        {
            var entity = call.Parent(resource.Kind);
            call.Subject = entity;
            resource.Deleting(call, entity);
            registry.World.Remove(entity);
            resource.Deleted(call, entity);
            return null;
        });
}
