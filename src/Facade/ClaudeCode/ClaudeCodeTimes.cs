namespace Valentina.ClaudeCode;

/// <summary>The times the service sets, and how much longer its answers are waited for.</summary>
internal static class ClaudeCodeTimes
{
    /// <summary>The shortest time a completion may be given.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The longest time a completion may be given.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(300);

    /// <summary>The time the service gives a task that asks for none.</summary>
    public static readonly TimeSpan UsualTask = TimeSpan.FromSeconds(300);

    /// <summary>The longest time a task may be given, by the most generous permission profile.</summary>
    public static readonly TimeSpan LongestTask = TimeSpan.FromSeconds(600);

    /// <summary>The service ends a run up to some 3 s after its time is over; a network takes its own.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>
    /// No answer is waited for longer than this, however many prompts a batch has: a connection that is silent for a day is dead.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The longest wait for a call that runs no model.</summary>
    public static readonly TimeSpan Quick = TimeSpan.FromSeconds(30);
}
