namespace Valentina.ClaudeCode;

/// <summary>
/// How many calls run at a time: halved when the service has no room for them, one more for each round of successes, never above what the
/// caller allows (additive increase, multiplicative decrease, as TCP does it).
/// </summary>
internal sealed class Parallelism(int most)
{
    private double _now = most;

    /// <summary>How many may run.</summary>
    public int Now => (int)_now;

    /// <summary>Takes an outcome into account.</summary>
    /// <returns>Whether the prompt is to be sent again: nothing was done for it, and fewer at a time may find room.</returns>
    public bool Adapt(ValentinaException? error)
    {
        if (error is null)
        {
            _now = Math.Min(most, _now + (1 / _now));
            return false;
        }

        if (!IsTooMuch(error))
        {
            return false;
        }

        // Alone it has waited as long as it may.
        var isLast = Now == 1;
        _now = Math.Max(1, _now / 2);
        return error is RateLimitedException && !isLast;
    }

    /// <summary>The limit of the key or of the provider; or a pool without a free worker, of which nobody says what was done.</summary>
    private static bool IsTooMuch(ValentinaException error)
        => error is RateLimitedException or ServerErrorException { StatusCode: System.Net.HttpStatusCode.ServiceUnavailable };
}
