using System.Runtime.CompilerServices;

namespace Valentina.Connection;

/// <summary>
/// Goes on at the end of the thread pool's common queue. What a thread of the pool yields in the usual way it takes up again itself, before
/// anything else: work that never waits, such as reading a server that never stops, would keep timers and all other work from their turn.
/// </summary>
internal readonly struct PoolTurn : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public PoolTurn GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation)
        => ThreadPool.QueueUserWorkItem(static next => next(), continuation, preferLocal: false);

    public void UnsafeOnCompleted(Action continuation)
        => ThreadPool.UnsafeQueueUserWorkItem(static next => next(), continuation, preferLocal: false);
}
