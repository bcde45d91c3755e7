namespace Valentina.ClaudeCode.Streaming;

/// <summary>Takes the result of work that must already be done; never waits.</summary>
internal static class CompletedTask
{
    public static T Result<T>(ValueTask<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : throw Unfinished();

    public static void Check(ValueTask task)
    {
        if (!task.IsCompleted)
        {
            throw Unfinished();
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>A faulted task throws what it holds; awaiting it is a formality, since it is complete.</summary>
    public static void Check(Task task) => Check(new ValueTask(task));

    private static InvalidOperationException Unfinished() => new("A synchronous WebSocket call left its thread.");
}
