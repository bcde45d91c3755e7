using Valentina.Connection.Responses;
using Valentina.Raw;

namespace Valentina.ClaudeCode;

/// <summary>Where the result of a task came from, so that a failure that only shows in it is told like any other.</summary>
/// <param name="Failures">Makes its exception.</param>
/// <param name="Operation">The call it came from.</param>
/// <param name="Answer">The answer it came with; null over the socket, which has none.</param>
/// <param name="Elapsed">How long it was waited for.</param>
/// <param name="Limit">The time that the service was asked to keep.</param>
internal sealed record TaskOrigin(
    FailureFactory Failures, ApiOperation Operation, ResponseInfo? Answer, TimeSpan? Elapsed, TimeSpan? Limit);
