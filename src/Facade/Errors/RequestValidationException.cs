using Valentina.Raw;

namespace Valentina;

/// <summary>
/// The request was refused before anything was sent, because the server would refuse it. Correct the <see cref="Faults"/> and call again.
/// </summary>
public sealed class RequestValidationException : ValentinaException
{
    /// <summary>Creates the exception for one fault.</summary>
    public RequestValidationException(string operation, string member, string message)
        : this(operation, [new RequestFault(member, message)])
    {
    }

    /// <summary>Creates the exception for all faults of a request.</summary>
    public RequestValidationException(string operation, IReadOnlyList<RequestFault> faults, Exception? innerException = null)
        : this(new FailureDetails { Operation = operation }, faults, innerException)
    {
    }

    internal RequestValidationException(ApiOperation operation, string member, string message)
        : this(new FailureDetails { Operation = operation.Id, Method = operation.MethodName }, [new RequestFault(member, message)])
    {
    }

    internal RequestValidationException(FailureDetails details, IReadOnlyList<RequestFault> faults, Exception? innerException = null)
        : base($"{details.Method ?? details.Operation}: {string.Join("; ", faults)}", details, innerException)
        => Faults = faults;

    /// <summary>The <c>operationId</c>.</summary>
    public override string Operation => Details.Operation ?? "";

    /// <summary>Every fault found, each with the member it is about.</summary>
    public IReadOnlyList<RequestFault> Faults { get; }
}

/// <summary>One thing wrong with a request.</summary>
/// <param name="member">The wire name of the member or parameter, with a dot for each level: <c>settings.permission_grant_xp</c>.</param>
/// <param name="message">What is wrong with it.</param>
public sealed class RequestFault(string member, string message)
{
    /// <summary>The wire name of the member or parameter.</summary>
    public string Member { get; } = member;

    /// <summary>What is wrong with it.</summary>
    public string Message { get; } = message;

    /// <inheritdoc/>
    public override string ToString() => $"{Member} {Message}";
}
