using System.Reflection;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>Finds every service that can be reached from a client: through its properties and through scopes made from ids.</summary>
internal sealed class ServiceGraph
{
    private readonly Dictionary<Type, object> _services = [];
    private readonly HashSet<Type> _scopes = [];
    private readonly Type _serviceBase;
    private readonly Func<string, Guid> _id;

    private ServiceGraph(Type serviceBase, Func<string, Guid> id)
    {
        _serviceBase = serviceBase;
        _id = id;
    }

    /// <summary>The services, one of each type.</summary>
    /// <param name="roots">Where to start; the first root that reaches a type counts.</param>
    /// <param name="serviceBase">The base of all services.</param>
    /// <param name="id">The id for a parameter of a scope, by its name.</param>
    public static IReadOnlyCollection<object> Explore(IEnumerable<object> roots, Type serviceBase, Func<string, Guid> id)
    {
        var graph = new ServiceGraph(serviceBase, id);
        foreach (var root in roots)
        {
            graph.Visit(root);
        }

        return [.. graph._services.Values.OrderBy(service => service.GetType().Name, StringComparer.Ordinal)];
    }

    private void Visit(object scope)
    {
        var type = scope.GetType();
        if (!_scopes.Add(type))
        {
            return;
        }

        foreach (var property in type.GetProperties().Where(property => _serviceBase.IsAssignableFrom(property.PropertyType)))
        {
            _services.TryAdd(property.PropertyType, property.GetValue(scope)!);
        }

        foreach (var method in type.GetMethods().Where(LeadsToScope))
        {
            Visit(method.Invoke(scope, [.. method.GetParameters().Select(parameter => (object)_id(parameter.Name!))])!);
        }
    }

    private static bool LeadsToScope(MethodInfo method)
        => method.ReturnType.Name.EndsWith("Scope", StringComparison.Ordinal)
            && !method.IsSpecialName
            && method.GetParameters() is { Length: > 0 } parameters
            && parameters.All(parameter => parameter.ParameterType == typeof(Guid));
}
