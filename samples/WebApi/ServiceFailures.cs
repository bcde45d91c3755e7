using Microsoft.AspNetCore.Diagnostics;
using Valentina;

namespace WebApi;

/// <summary>
/// Says to a caller what a service said: its refusals as they are, and what is not the caller's fault as a bad gateway.
/// </summary>
internal sealed class ServiceFailures(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            RequestValidationException refused => (StatusCodes.Status400BadRequest, string.Join(" ", refused.Errors)),
            NotFoundException missing => (StatusCodes.Status404NotFound, missing.Detail),
            BadRequestException bad => (StatusCodes.Status400BadRequest, bad.Detail),
            ConflictException conflict => (StatusCodes.Status409Conflict, conflict.Detail),
            ValentinaException failure => (StatusCodes.Status502BadGateway, failure.Title),
            _ => (0, null),
        };
        if (status == 0)
        {
            return ValueTask.FromResult(false);
        }

        context.Response.StatusCode = status;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }
}
