using Valentina.Raw;

namespace Valentina;

/// <summary>
/// The request was refused before anything was sent, because the server would refuse it. Correct the <see cref="Errors"/> and call again.
/// </summary>
public sealed class RequestValidationException : ValentinaException
{
    /// <summary>Creates the exception for one error.</summary>
    public RequestValidationException(string operation, string member, string message)
        : this(operation, [new ValidationError(member, message)])
    {
    }

    /// <summary>Creates the exception for all errors of a request.</summary>
    public RequestValidationException(string operation, IReadOnlyList<ValidationError> errors, Exception? innerException = null)
        : this(new FailureDetails { Operation = operation }, errors, innerException)
    {
    }

    internal RequestValidationException(ApiOperation operation, string member, string message)
        : this(
            new FailureDetails { Service = ServiceNames.Of(operation), Operation = operation.Id, Method = operation.MethodName },
            [new ValidationError(member, message)])
    {
    }

    /// <summary>Creates the exception for all errors of a request, with what else is known of the call.</summary>
    public RequestValidationException(FailureDetails details, IReadOnlyList<ValidationError> errors, Exception? innerException = null)
        : base($"{details.CallName}: {string.Join("; ", errors)}", details, innerException)
        => Errors = errors;

    /// <summary>The <c>operationId</c>.</summary>
    public override string Operation => Details.Operation ?? "";

    /// <summary>Every error found, each with the member it is about.</summary>
    public IReadOnlyList<ValidationError> Errors { get; }
}

/// <summary>One thing wrong with a request.</summary>
/// <param name="member">The wire name of the member or parameter, with a dot for each level: <c>settings.permission_grant_xp</c>.</param>
/// <param name="message">What is wrong with it.</param>
public sealed class ValidationError(string member, string message)
{
    /// <summary>The wire name of the member or parameter.</summary>
    public string Member { get; } = member;

    /// <summary>What is wrong with it.</summary>
    public string Message { get; } = message;

    /// <inheritdoc/>
    public override string ToString() => $"{Member} {Message}";
}
