namespace Valentina.Connection.Retries;

/// <summary>What to do after a failed attempt.</summary>
internal readonly record struct RetryDecision(RetryVerdict Verdict, TimeSpan Wait)
{
    public static readonly RetryDecision Stop = new(RetryVerdict.NotAllowed, TimeSpan.Zero);
}

internal enum RetryVerdict
{
    /// <summary>The attempt succeeded, or repeating it would not be safe or would not help.</summary>
    NotAllowed,

    /// <summary>Wait and repeat.</summary>
    Repeat,

    /// <summary>It would be repeated, but the attempts are used up.</summary>
    Exhausted,

    /// <summary>It would be repeated, but the wait is longer than allowed.</summary>
    WaitTooLong,
}
