using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Valentina.Tests.Shared.Limits;

/// <summary>
/// Tells what an unfinished task waits for, by following the awaiters that the compiler keeps in its state machines. It looks into private
/// fields, so it says less when the runtime changes, but it never fails.
/// </summary>
internal static class AsyncTrace
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const int Deepest = 40;

    public static string Of(Task task)
    {
        var text = new StringBuilder();
        try
        {
            Follow(task, text, 0);
        }
        catch (Exception ex)
        {
            text.AppendLine().Append($"   (no more is known: {ex.GetType().Name})");
        }

        return text.Length == 0 ? "What it was waiting for is not known." : $"It was waiting in:{text}";
    }

    private static void Follow(object awaited, StringBuilder text, int depth)
    {
        if (depth > Deepest || (awaited is Task { IsCompleted: true } && depth > 0))
        {
            return;
        }

        if (StateMachine(awaited) is { } machine)
        {
            Name(machine.GetType(), text);
            var next = machine.GetType().GetFields(Fields)
                .Where(field => field.Name.StartsWith("<>u__", StringComparison.Ordinal))
                .Select(field => Awaited(field.GetValue(machine), 4))
                .FirstOrDefault(value => value is not null);
            if (next is null)
            {
                text.AppendLine().Append("   (which was running, or blocked, at that moment)");
                return;
            }

            Follow(next, text, depth + 1);
        }
        else if (Several(awaited) is { } tasks)
        {
            foreach (var task in tasks.Where(task => task is { IsCompleted: false }))
            {
                Follow(task!, text, depth + 1);
            }
        }
        else
        {
            text.AppendLine().Append("   for ").Append(Plain(awaited.GetType()));
        }
    }

    /// <summary>The state machine of an asynchronous method, which its task holds.</summary>
    private static object? StateMachine(object task)
        => task is Task
            && task.GetType().GetField("StateMachine", Fields) is { } field
            && field.GetValue(task) is IAsyncStateMachine machine ? machine : null;

    /// <summary>
    /// What <see cref="Task.WhenAll{T}(Task{T}[])"/> still has to wait for; the one without results does not keep its tasks.
    /// </summary>
    private static Task?[]? Several(object task)
        => task
            .GetType()
            .GetFields(Fields)
            .Where(field => field.FieldType.IsAssignableTo(typeof(Task[])))
            .Select(field => (Task?[]?)field.GetValue(task))
            .FirstOrDefault();

    /// <summary>The task, or the source of a value task, inside an awaiter.</summary>
    private static object? Awaited(object? value, int depth) => value switch
    {
        null => null,
        Task => value,
        ValueType when depth == 0 || value.GetType().IsPrimitive || value.GetType().IsEnum => null,
        ValueType => value.GetType().GetFields(Fields).Select(field => Awaited(field.GetValue(value), depth - 1))
            .FirstOrDefault(found => found is not null),
        string => null,
        _ => value,
    };

    /// <summary>The method that a state machine was made of, unless it belongs to the machinery of the tests.</summary>
    private static void Name(Type machine, StringBuilder text)
    {
        var owner = machine.DeclaringType;
        if (owner?.Namespace is "Xunit.Sdk" or "Valentina.Tests.Shared.Limits")
        {
            return;
        }

        var method = machine.Name.Split('>')[0].TrimStart('<');
        text.AppendLine().Append("   at ").Append(owner is null ? machine.Name : $"{Plain(owner)}.{method}");
    }

    /// <summary>A parameter of a generic type counts as nested in it, and so would be followed in circles.</summary>
    private static string Plain(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.IsNested ? $"{Plain(type.DeclaringType!)}.{type.Name}" : type.FullName ?? type.Name;
        name = name.Split('`')[0];
        return type.IsGenericType && !type.IsNested ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Plain))}>" : name;
    }
}
