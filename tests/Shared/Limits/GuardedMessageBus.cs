using Xunit.Abstractions;
using Xunit.Sdk;

namespace Valentina.Tests.Shared.Limits;

/// <summary>
/// The way of a test to the runner, which is shut once the test was given up: what it still says later belongs to no test.
/// </summary>
internal sealed class GuardedMessageBus(IMessageBus inner) : IMessageBus
{
    private readonly object _gate = new();
    private bool _closed;

    public bool QueueMessage(IMessageSinkMessage message)
    {
        lock (_gate)
        {
            return _closed || inner.QueueMessage(message);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }

    /// <summary>Leaves the inner one alone: it belongs to the runner.</summary>
    public void Dispose() => Close();
}
