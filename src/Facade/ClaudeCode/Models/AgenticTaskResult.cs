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

        var details = new FailureDetails
        {
            Service = ServiceNames.ClaudeCode,
            Operation = "execute_agentic_task_v1_task_post",
            StatusCode = HttpStatusCode.OK,
            Title = Secrets is null ? $"Task {Status}" : Secrets.RedactLine($"Task {Status}"),
            Detail = Secrets is null ? Result.Error : Secrets.Redact(Result.Error),
            Code = Secrets is null ? Status.Value : Secrets.RedactLine(Status.Value),
        };
        throw Status == AgenticTaskStatus.CostExceeded
            ? new BudgetExceededException(details) { EstimatedCost = Usage.TotalCost }
            : new ServerErrorException(details);
    }
}
