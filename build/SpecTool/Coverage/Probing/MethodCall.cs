using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>Calls a method by reflection and waits for all it does: tasks are awaited, sequences are read to their end.</summary>
internal static class MethodCall
{
    private static readonly MethodInfo ReadAllMethod = typeof(MethodCall).GetMethod(
        nameof(ReadAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Calls the asynchronous style.</summary>
    public static async Task<object?> CallAsync(object service, MethodInfo method, object?[] arguments)
    {
        var result = Invoke(service, method, arguments);
        switch (result)
        {
            case Task task:
                await task.ConfigureAwait(false);
                result = task.GetType().GetProperty("Result")?.GetValue(task);
                break;
            case not null when Sequence(result.GetType()) is { } sequence:
                await ((Task)ReadAllMethod.MakeGenericMethod(sequence.GetGenericArguments()).Invoke(null, [result])!).ConfigureAwait(false);
                return null;
        }

        (result as IDisposable)?.Dispose();
        return result;
    }

    /// <summary>Calls the synchronous style.</summary>
    public static object? Call(object service, MethodInfo method, object?[] arguments)
    {
        var result = Invoke(service, method, arguments);
        if (result is IEnumerable items and not ICollection)
        {
            foreach (var item in items)
            {
                _ = item;
            }
        }

        (result as IDisposable)?.Dispose();
        return result;
    }

    private static object? Invoke(object service, MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(service, arguments);
        }
        catch (TargetInvocationException ex) when (ex.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    private static Type? Sequence(Type type)
        => type.GetInterfaces()
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private static async Task ReadAllAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items.ConfigureAwait(false))
        {
            _ = item;
        }
    }
}
