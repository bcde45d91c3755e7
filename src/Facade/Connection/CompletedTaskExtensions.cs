namespace Valentina.Connection;

/// <summary>
/// Takes the result of work that must already be done, and never waits. It is the one place that may: elsewhere the list of banned symbols
/// keeps everybody from the result of a task.
/// </summary>
internal static class CompletedTaskExtensions
{
#pragma warning disable RS0030 // The task is looked at first: a result that is there blocks nobody.
    public static T EnsureCompleted<T>(this ValueTask<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : throw Unfinished();

    public static void EnsureCompleted(this ValueTask task)
    {
        if (!task.IsCompleted)
        {
            throw Unfinished();
        }

        task.GetAwaiter().GetResult();
    }
#pragma warning restore RS0030

    public static void EnsureCompleted(this Task task) => new ValueTask(task).EnsureCompleted();

    private static InvalidOperationException Unfinished() => new("A synchronous call left its thread.");
}
