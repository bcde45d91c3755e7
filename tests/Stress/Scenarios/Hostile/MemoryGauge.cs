using System.Runtime;

namespace Valentina.Stress.Scenarios.Hostile;

/// <summary>
/// Lets the process grow by so much and no more while it lives, the hostile server's part included: the collector gets no more memory,
/// so that who needs more meets an <see cref="OutOfMemoryException"/>, and the working set is watched.
/// </summary>
internal sealed class MemoryGauge : IDisposable
{
    private const string HardLimit = "GCHeapHardLimit";
    private const long Megabyte = 1024 * 1024;
    private const long Most = 300 * Megabyte;

    private readonly Tally _tally;
    private readonly Thread _thread;
    private readonly long _heap;
    private readonly long _mostHeap;
    private readonly long _workingSet = Environment.WorkingSet;
    private volatile string _doing = "the many";
    private volatile bool _stopped;

    public MemoryGauge(Tally tally)
    {
        _tally = tally;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _heap = GC.GetTotalMemory(forceFullCollection: true);

        // The limit counts what the collector has taken from the system, which may be more than what lives now; garbage that nobody
        // needed to collect may fill it up to there.
        var limit = GC.GetGCMemoryInfo().TotalCommittedBytes + Most;
        _mostHeap = Math.Max(limit - _heap, Most);
        AppContext.SetData(HardLimit, (ulong)limit);
        GC.RefreshMemoryLimit();
        _thread = new Thread(Watch) { IsBackground = true, Name = "memory", Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>Clears away what earlier kinds left, holes in the heap of large objects included, so that each is measured alone.</summary>
    /// <param name="doing">What goes on from now on, for the message.</param>
    public void Begin(string doing)
    {
        _doing = doing;
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect();
    }

    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
        AppContext.SetData(HardLimit, null);
        GC.RefreshMemoryLimit();
    }

    private void Watch()
    {
        while (!_stopped)
        {
            Look("heap growth MB", GC.GetTotalMemory(forceFullCollection: false) - _heap, _mostHeap);
            Look("working set growth MB", Environment.WorkingSet - _workingSet, Most);
            Thread.Sleep(5);
        }
    }

    private void Look(string what, long bytes, long most)
    {
        _tally.High(what, bytes / Megabyte);
        if (bytes > most)
        {
            _tally.Violate($"too much {what}", $"{bytes / Megabyte} during {_doing}");
        }
    }
}
