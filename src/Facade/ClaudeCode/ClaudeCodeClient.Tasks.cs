using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using Valentina.Connection;
using Valentina.Json;
using Valentina.Raw;
using Valentina.Validation;

namespace Valentina.ClaudeCode;

/// <content>Agentic tasks: Claude works on its own, within what the key's permission profile allows.</content>
public partial class ClaudeCodeClient
{
    /// <summary>
    /// Has a task done, with the client's time and cost limits if it has any, else the service's own (300 s, $1.00), and no tools, agents
    /// or skills beyond the service's own choice.
    /// </summary>
    /// <remarks>The operation <c>ExecuteTask</c> (<c>execute_agentic_task_v1_task_post</c>).</remarks>
    /// <param name="description">What to do.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <returns>
    /// How it ended. A task that the service calls failed or too dear is an answer like any other: look at its status, or call
    /// <see cref="AgenticTaskResult.EnsureCompleted"/>. One that ran out of its time, or broke off, is an exception.
    /// </returns>
    /// <exception cref="RequestValidationException">The description is empty. Nothing was sent.</exception>
    /// <exception cref="PermissionDeniedException">The key has no permission profile, or the profile does not allow this tool, agent,
    /// skill, time or cost: the free one allows 60 s and $0.10, less than the service takes when nothing is said. Nothing was
    /// run.</exception>
    /// <exception cref="BudgetExceededException">The budget of the project is spent, or the client's guard allows no more. Nothing was
    /// run.</exception>
    /// <exception cref="RequestTimeoutException">The task ran into its own timeout (<see cref="TimeoutReason.Task"/>), or its answer did
    /// not come within that time and 10 s. It is paid for, and never repeated.</exception>
    /// <exception cref="ServerErrorException">The task broke off: the model failed, or an agent or skill is unknown.</exception>
    /// <exception cref="ValentinaException">The call failed otherwise.</exception>
    public virtual Task<AgenticTaskResult> AgenticTaskAsync(
        string description, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => AgenticTaskAsync(new AgenticTaskRequest { Description = description }, options, cancellationToken);

    /// <summary>Has a task done with the tools, agents and skills that you allow, within the time and cost that you set.</summary>
    /// <param name="description">What to do.</param>
    /// <param name="allowTools">The tools it may use, such as Read; null for none beyond the service's own choice. Never left out, since
    /// the call without it is another.</param>
    /// <param name="allowAgents">The agents it may call upon; null for none.</param>
    /// <param name="allowSkills">The skills it may use; null for none.</param>
    /// <param name="timeout">How long it may take, 1 to 600 s; null for the client's, else the service's 300 s. The service takes whole
    /// seconds, so that a part of one is rounded up.</param>
    /// <param name="maxCost">How much it may cost, in US dollars, above 0 and up to 10; null for the client's, else the service's
    /// $1.00.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="RequestValidationException">The description is empty, or a limit is out of range. Nothing was sent.</exception>
    /// <inheritdoc cref="AgenticTaskAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<AgenticTaskResult> AgenticTaskAsync(
        string description,
        IEnumerable<string>? allowTools,
        IEnumerable<string>? allowAgents = null,
        IEnumerable<string>? allowSkills = null,
        TimeSpan? timeout = null,
        decimal? maxCost = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => AgenticTaskAsync(
            new AgenticTaskRequest
            {
                Description = description,
                AllowTools = allowTools?.ToList(),
                AllowAgents = allowAgents?.ToList(),
                AllowSkills = allowSkills?.ToList(),
                Timeout = TaskSeconds(timeout),
                MaxCost = maxCost,
            },
            options,
            cancellationToken);

    /// <summary>Has a task done.</summary>
    /// <param name="request">
    /// What to do and with what. Time, cost and project left out are the client's; where it has none they are not sent, and the service
    /// takes its own: 300 s, $1.00. The request itself is not changed.
    /// </param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="ArgumentNullException">The request is null.</exception>
    /// <exception cref="RequestValidationException">The description is empty, or a limit is out of range. Nothing was sent.</exception>
    /// <inheritdoc cref="AgenticTaskAsync(string, RequestOptions, CancellationToken)"/>
    public virtual async Task<AgenticTaskResult> AgenticTaskAsync(
        AgenticTaskRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = Complete(request, ClaudeCodeOperations.ExecuteTask);
        var limit = TaskTime(body.Timeout);
        var waiting = Waiting(options, limit.TotalSeconds);
        ResponseInfo? answer = null;
        waiting.OnResponse = info =>
        {
            answer = info;
            options?.OnResponse?.Invoke(info);
        };
        var startedAt = Connection.Time.GetTimestamp();
        var result = await SpendAsync(
            () => Raw.Tasks.ExecuteTaskAsync(body, waiting, cancellationToken),
            static result => (result.Usage.TotalCost ?? 0, TokensOf(result.Usage))).ConfigureAwait(false);
        result.Origin = new TaskOrigin(
            Connection.Failures, ClaudeCodeOperations.ExecuteTask, answer, Connection.Time.GetElapsedTime(startedAt), limit);
        result.ThrowIfOverBudget();
        return result;
    }

    private AgenticTaskRequest Complete(AgenticTaskRequest request, ApiOperation operation)
    {
        operation.Given(request, nameof(request));
        if (string.IsNullOrWhiteSpace(request.Description))
        {
            throw new RequestValidationException(operation, "description", "must not be empty");
        }

        var body = ModelCopy.Of(request);
        body.Timeout ??= WholeSeconds(Settings.TaskTimeout);
        body.MaxCost ??= Settings.TaskMaxCost;
        body.Model = Chosen(request.Model);
        body.ProjectId ??= ProjectId;
        RequireLimits(operation, body);
        return body;
    }

    /// <summary>
    /// The limits of the contract, which nobody else checks over the socket, and those the contract lacks: the service is not known to
    /// refuse a time or a price of nothing, and a run under it would be paid for only to be too long or too dear.
    /// </summary>
    private static void RequireLimits(ApiOperation operation, AgenticTaskRequest task)
    {
        var errors = default(ValidationErrors);
        foreach (var error in ModelValidator.FindErrors(task))
        {
            errors.Add(error.Member, error.Message);
        }

        if (task.Timeout < 1)
        {
            errors.Add("timeout", FormattableString.Invariant($"must be at least 1, but is {task.Timeout}"));
        }

        if (task.MaxCost <= 0)
        {
            errors.Add("max_cost", FormattableString.Invariant($"must be above 0, but is {task.MaxCost}"));
        }

        errors.ThrowIfAny(ServiceNames.ClaudeCode, operation);
    }

    /// <summary>A part of a second is no second that was asked for: it is refused, as the client's options refuse it.</summary>
    private static long? TaskSeconds(TimeSpan? time)
        => time < ClaudeCodeTimes.Shortest
            ? throw new RequestValidationException(
                ClaudeCodeOperations.ExecuteTask,
                "timeout",
                FormattableString.Invariant($"must be at least 1, but is {time.Value.TotalSeconds}"))
            : WholeSeconds(time);

    /// <summary>The service takes whole seconds; a task gets no less than it was given.</summary>
    private static long? WholeSeconds(TimeSpan? time) => time is { } given ? (long)Math.Ceiling(given.TotalSeconds) : null;

    /// <summary>How long a task may take: what is asked for, else the client's time, else the service's own.</summary>
    private TimeSpan TaskTime(long? seconds)
        => seconds is { } asked ? TimeSpan.FromSeconds(asked) : Settings.TaskTimeout ?? ClaudeCodeTimes.UsualTask;
}
