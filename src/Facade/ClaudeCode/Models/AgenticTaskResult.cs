using System.Net;
using Newtonsoft.Json;
using Valentina.ClaudeCode.Raw;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;
using Valentina.Raw;

namespace Valentina.ClaudeCode.Models;

// By hand: a task that failed is a success of HTTP, so that its caller must ask.
public partial class AgenticTaskResult
{
    /// <summary>Whether the task did what it was asked to.</summary>
    [JsonIgnore]
    public bool IsCompleted => Status == AgenticTaskStatus.Completed;

    /// <summary>Null for a result made by hand.</summary>
    [JsonIgnore]
    internal TaskOrigin? Origin { get; set; }

    private FailureFactory Failures => Origin?.Failures ?? FailureFactory.WithoutKeys(ClaudeCodeProfile.Instance);

    /// <summary>The result itself, if the task completed; otherwise an exception that says why it did not.</summary>
    /// <exception cref="BudgetExceededException">
    /// It cost more than its <c>max_cost</c>; the exception has the cost, <see cref="Result"/> the output. Or the budget of the project was
    /// spent, and nothing was run.
    /// </exception>
    /// <exception cref="RequestTimeoutException">It ran into its own timeout.</exception>
    /// <exception cref="ServerErrorException">It failed.</exception>
    public AgenticTaskResult EnsureCompleted()
    {
        if (IsCompleted)
        {
            return this;
        }

        var facts = Facts(new ErrorContent { Title = $"Task {Status}", Detail = Result.Error, Code = Status.Value });
        throw Failures.OfTask(facts, Origin?.Answer, Status == AgenticTaskStatus.CostExceeded ? Usage.TotalCost : null);
    }

    /// <summary>A spent budget is an exception everywhere else; here the service hides it in a success that ran nothing.</summary>
    /// <exception cref="BudgetExceededException">The budget of the project is spent.</exception>
    internal void ThrowIfOverBudget()
    {
        var facts = Facts(new ErrorContent { Detail = Result.Error });
        if (Status == AgenticTaskStatus.Failed && Failures.IsBudgetExceeded(facts))
        {
            throw Failures.OfTask(facts, Origin?.Answer);
        }
    }

    private ApiOperation Operation => Origin?.Operation ?? ClaudeCodeOperations.ExecuteTask;

    private FailureFacts Facts(ErrorContent error) => new()
    {
        Operation = Operation.Id,
        Method = Operation.MethodName,
        Status = (int)HttpStatusCode.OK,
        Error = error,
        Elapsed = Origin?.Elapsed,
        Limit = Origin?.Limit,
    };
}
