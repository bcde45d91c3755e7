using System.Reflection;
using Valentina.ClaudeCode;
using Valentina.Services;

namespace Valentina.Client.Tests.Conventions;

/// <summary>The public methods of all services, as users see them.</summary>
internal static class FacadeMethods
{
    /// <summary>The services of Valentina Noir and the client of the Claude Code API.</summary>
    public static IReadOnlyList<Type> Services { get; } =
        [.. typeof(ValentinaService).Assembly.GetExportedTypes()
            .Where(type => typeof(ValentinaService).IsAssignableFrom(type) && !type.IsAbstract), typeof(ClaudeCodeClient)];

    /// <summary>Those of Valentina Noir.</summary>
    public static IReadOnlyList<Type> NoirServices { get; } = [.. Services.Where(type => type != typeof(ClaudeCodeClient))];

    /// <summary>Every method that sends something: asynchronous ones and their twins.</summary>
    public static IEnumerable<MethodInfo> Of(Type service)
        => service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName
                && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(RequestOptions))
                && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)));

    public static IEnumerable<MethodInfo> Asynchronous(Type service) => Of(service).Where(method => IsAsynchronous(method.ReturnType));

    public static bool IsAsynchronous(Type type)
        => typeof(Task).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    /// <summary>What the twin of a method returns.</summary>
    public static Type Synchronous(Type type) => type switch
    {
        _ when type == typeof(Task) => typeof(void),
        _ when typeof(Task).IsAssignableFrom(type) => type.GetGenericArguments()[0],
        _ => typeof(IEnumerable<>).MakeGenericType(type.GetGenericArguments()),
    };

    public static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
