using System.Diagnostics;

namespace Valentina.Stress;

/// <summary>What this process holds of the system.</summary>
internal static class Handles
{
    /// <summary>
    /// Open files, sockets and the like: file descriptors where the system has them, handles elsewhere. Without the two that the runtime
    /// keeps for every assembly it has loaded: a path that is taken for the first time may load one.
    /// </summary>
    public static int Open()
    {
        if (Directory.Exists("/proc/self/fd"))
        {
            return Directory.GetFileSystemEntries("/proc/self/fd").Count(entry => !IsAssembly(entry));
        }

        using var self = Process.GetCurrentProcess();
        return self.HandleCount;
    }

    private static bool IsAssembly(string entry)
    {
        try
        {
            return new FileInfo(entry).LinkTarget is { } target
                && (target.EndsWith(".dll", StringComparison.Ordinal) || target.EndsWith(".pdb", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return true;
        }
    }

    public static int Threads()
    {
        using var self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }
}
