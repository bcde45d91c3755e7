using System.Net;
using Newtonsoft.Json;
using Valentina.Connection.Secrets;

namespace Valentina.ClaudeCode.Models;

/// <remarks>By hand: a task that failed is a success of HTTP, so that its caller must ask.</remarks>
public partial class AgenticTaskResult
{
    /// <summary>Whether the task did what it was asked to.</summary>
    [JsonIgnore]
    public bool IsCompleted => Status == AgenticTaskStatus.Completed;

    /// <summary>Takes the keys out of what <see cref="EnsureCompleted"/> throws; null where no client made the result.</summary>
    internal SecretRedactor? Secrets { get; set; }

    /// <summary>The result itself, if the task completed; otherwise an exception that says why it did not.</summary>
    /// <exception cref="BudgetExceededException">It cost more than its <c>max_cost</c>; the exception has the cost, <see cref="Result"/> the output.</exception>
    /// <exception cref="ServerErrorException">It failed or ran out of time.</exception>
    public AgenticTaskResult EnsureCompleted()
    {
        if (IsCompleted)
        {
            return this;
        }

        var details = Failure($"Task {Status}", Result.Error, Status.Value);
        throw Status == AgenticTaskStatus.CostExceeded
            ? new BudgetExceededException(details) { EstimatedCost = Usage.TotalCost }
            : new ServerErrorException(details);
    }

    /// <summary>What the result came with, so that a failure that only shows in it can be found in the service's log; null for one made by hand.</summary>
    [JsonIgnore]
    internal ResponseInfo? Answer { get; set; }

    /// <summary>The details of a failure that HTTP calls a success.</summary>
    internal FailureDetails Failure(string? title, string? detail, string? code) => new()
    {
        Service = ServiceNames.ClaudeCode,
        Operation = "execute_agentic_task_v1_task_post",
        StatusCode = HttpStatusCode.OK,
        Title = Secrets is null ? title : Secrets.RedactLine(title),
        Detail = Secrets is null ? detail : Secrets.Redact(detail),
        Code = Secrets is null ? code : Secrets.RedactLine(code),
        RequestId = Answer?.RequestId,
        Headers = Answer?.Headers ?? ResponseInfo.NoHeaders,
        Attempts = Answer?.Attempts ?? 0,
    };
}
