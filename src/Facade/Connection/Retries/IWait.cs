namespace Valentina.Connection.Retries;

/// <summary>
/// Marks the state of a timer for whose end somebody waits. The clocks of tests jump over such a wait and let every other timer be, which
/// may be a limit. Nothing else tells the two apart: .NET gives a clock the same kind of timer for both.
/// </summary>
internal interface IWait;
