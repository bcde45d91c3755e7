namespace Valentina.Stress.Scenarios.Hostile;

/// <summary>Watches what the process takes, from now on; both the managed heap and all of the working set may only grow by so much.</summary>
internal sealed class MemoryGauge : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private const long Most = 300 * Megabyte;

    private readonly Tally _tally;
    private readonly Thread _thread;
    private readonly long _heap;
    private readonly long _workingSet;
    private volatile bool _stopped;

    public MemoryGauge(Tally tally)
    {
        _tally = tally;
        GC.Collect();
        _heap = GC.GetTotalMemory(forceFullCollection: true);
        _workingSet = Environment.WorkingSet;
        _thread = new Thread(Watch) { IsBackground = true, Name = "memory", Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>What goes on, for the message.</summary>
    public string Doing { get; set; } = "the many";

    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
    }

    private void Watch()
    {
        while (!_stopped)
        {
            Look("heap MB", GC.GetTotalMemory(forceFullCollection: false) - _heap);
            Look("working set MB", Environment.WorkingSet - _workingSet);
            Thread.Sleep(5);
        }
    }

    private void Look(string what, long growth)
    {
        _tally.High(what, growth / Megabyte);
        if (growth > Most)
        {
            _tally.Violate($"too much {what}", $"{growth / Megabyte} during {Doing}");
        }
    }
}
