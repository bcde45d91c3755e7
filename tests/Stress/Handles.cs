using System.Diagnostics;

namespace Valentina.Stress;

/// <summary>What this process holds of the system.</summary>
internal static class Handles
{
    /// <summary>Open files, sockets and the like: file descriptors where the system has them, handles elsewhere.</summary>
    public static int Open()
    {
        if (Directory.Exists("/proc/self/fd"))
        {
            return Directory.GetFileSystemEntries("/proc/self/fd").Length;
        }

        using var self = Process.GetCurrentProcess();
        return self.HandleCount;
    }

    public static int Threads()
    {
        using var self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }
}
