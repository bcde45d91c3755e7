namespace Valentina.Client.Tests.Connection;

/// <summary>Hears of progress on the thread that makes it.</summary>
internal sealed class Listener(Action<long> report) : IProgress<long>
{
    public void Report(long value) => report(value);
}
