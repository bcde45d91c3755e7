namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>
/// The steps a socket has yet to take and when each is due. Messages are answered strictly one after the other, and a
/// step's time runs from the one before it, whether the client reads or not.
/// </summary>
internal sealed class SocketScript(TimeProvider time)
{
    private readonly Queue<IEnumerator<SocketStep>> _answers = new();
    private SocketStep? _next;
    private long _due;

    public void Add(IEnumerable<SocketStep> answer)
    {
        if (_answers.Count == 0 && _next is null)
        {
            _due = time.GetTimestamp();
        }

        _answers.Enqueue(answer.GetEnumerator());
    }

    public void Clear()
    {
        _answers.Clear();
        _next = null;
    }

    /// <summary>Takes the next step if it is due; otherwise says how long it takes until then, or null when there is none.</summary>
    public SocketStep? TryTake(out TimeSpan? wait)
    {
        wait = null;
        while (_next is null && _answers.TryPeek(out var answer))
        {
            if (answer.MoveNext())
            {
                _next = answer.Current;
                _due += (long)(_next.Delay.TotalSeconds * time.TimestampFrequency);
            }
            else
            {
                answer.Dispose();
                _answers.Dequeue();
            }
        }

        if (_next is not { } step)
        {
            return null;
        }

        if (time.GetElapsedTime(time.GetTimestamp(), _due) is var remaining && remaining > TimeSpan.Zero)
        {
            wait = remaining;
            return null;
        }

        _next = null;
        return step;
    }
}
