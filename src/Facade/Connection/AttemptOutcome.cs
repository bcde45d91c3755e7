namespace Valentina.Connection;

/// <summary>What an attempt came to.</summary>
internal enum AttemptOutcome
{
    None,

    /// <summary>An answer arrived, good or bad.</summary>
    Answered,

    /// <summary>The time of the attempt or of the call ran out.</summary>
    TimedOut,

    /// <summary>No connection, or it broke.</summary>
    ConnectionFailed,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>The caller's file could not be read.</summary>
    SourceFailed,

    /// <summary>The gate did not let it through in time, so that nothing was sent.</summary>
    HeldBack,

    /// <summary>The body could not be decompressed, or is too long.</summary>
    Unreadable,
}
