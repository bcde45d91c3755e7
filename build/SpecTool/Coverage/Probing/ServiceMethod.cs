using System.Reflection;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>One public method of a service with its synchronous twin.</summary>
internal sealed class ServiceMethod(object service, MethodInfo asynchronous, MethodInfo? synchronous)
{
    /// <summary>The instance to call.</summary>
    public object Service { get; } = service;

    public MethodInfo Asynchronous { get; } = asynchronous;

    /// <summary>The twin; null where it is missing.</summary>
    public MethodInfo? Synchronous { get; } = synchronous;

    /// <summary>For instance <c>CampaignsService.GetPage</c>.</summary>
    public string Name => $"{Asynchronous.DeclaringType!.Name}.{Asynchronous.Name[..^"Async".Length]}";

    /// <summary>The name and the types of what is particular to this overload.</summary>
    public override string ToString()
        => $"{Name}({string.Join(", ", Asynchronous.GetParameters().SkipLast(2).Select(parameter => parameter.Name))})";

    /// <summary>Every asynchronous method a type declares, in a stable order.</summary>
    public static IEnumerable<ServiceMethod> Of(object service)
    {
        var methods = service
            .GetType()
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.DeclaringType!.Assembly == service.GetType().Assembly)
            .ToList();
        return from method in methods
               where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != "DisposeAsync"
               let twin = methods.Find(other => other.Name == method.Name[..^"Async".Length]
                   && Parameters(other).SequenceEqual(Parameters(method)))
               orderby method.Name, method.GetParameters().Length, method.ToString()
               select new ServiceMethod(service, method, twin);
    }

    private static IEnumerable<Type> Parameters(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType);
}
