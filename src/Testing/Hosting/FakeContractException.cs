using Valentina.Connection;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>
/// A strict fake met something the contract does not allow: a request that must not be sent or an unknown route. Or any fake was told an
/// answer that the contract does not know, such as a value that a newer service may add: <see cref="FakeScript.RespondsText"/> sends that
/// all the same. It is thrown in the test, where the error is.
/// </summary>
public sealed class FakeContractException : Exception, ITestFailure
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with pointers or the nearest routes.</param>
    /// <param name="violations">The violations; empty for an unknown route.</param>
    public FakeContractException(string message, IReadOnlyList<ContractViolation>? violations = null) : base(message)
        => Violations = violations ?? [];

    /// <summary>Every violation found, each with its JSON pointer.</summary>
    public IReadOnlyList<ContractViolation> Violations { get; }

    /// <summary>The routes most like the one that was asked for, best first; empty where the route is known.</summary>
    public IReadOnlyList<string> NearestRoutes { get; init; } = [];
}
