namespace Valentina.Testing;

/// <summary>Turns requests into answers. Hosts (the in-process handler, the loopback server) carry both and know nothing else.</summary>
public interface IFakeEngine
{
    /// <summary>The clock that delays run on.</summary>
    TimeProvider Clock { get; }

    /// <summary>Answers one request, without waiting: a delay is part of the answer. Safe to call from many threads.</summary>
    /// <exception cref="FakeContractException">The engine is strict, the request came from within the process, and the contract does not
    /// allow it.</exception>
    FakeResponse Handle(FakeRequest request);
}
