using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <content>Agentic tasks: Claude works on its own, within what the key's permission profile allows.</content>
public partial class ClaudeCodeClient
{
    private const string TaskOperation = "execute_agentic_task_v1_task_post";

    /// <summary>
    /// Has a task done, with the client's time and cost limits and no tools, agents or skills beyond the service's own choice.
    /// </summary>
    /// <param name="description">What to do.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <returns>
    /// How it ended. A task that failed, ran out of time or cost too much is an answer like any other: look at its status, or
    /// call <see cref="AgenticTaskResult.EnsureCompleted"/>.
    /// </returns>
    /// <exception cref="PermissionDeniedException">The key has no permission profile, or the profile does not allow this tool, agent,
    /// skill, time or cost. Nothing was run.</exception>
    /// <exception cref="BudgetExceededException">The budget of the project is spent, or the client's guard allows no more. Nothing was
    /// run.</exception>
    /// <exception cref="ServerErrorException">The task broke off: the model failed or took too long, or an agent or skill is
    /// unknown.</exception>
    /// <exception cref="ValentinaException">The call failed otherwise.</exception>
    public virtual Task<AgenticTaskResult> AgenticTaskAsync(
        string description, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => AgenticTaskAsync(new AgenticTaskRequest { Description = description }, options, cancellationToken);

    /// <summary>Has a task done.</summary>
    /// <param name="request">
    /// What to do and with what. Time, cost and project left out are the client's: unlike the service's own, its limits suit every
    /// permission profile. The request itself is not changed.
    /// </param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="RequestValidationException">The description is empty. Nothing was sent.</exception>
    /// <inheritdoc cref="AgenticTaskAsync(string, RequestOptions, CancellationToken)"/>
    public virtual async Task<AgenticTaskResult> AgenticTaskAsync(
        AgenticTaskRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = Complete(request);
        var waiting = Waiting(options, body.Timeout!.Value);
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
            Connection.Failures, answer, Connection.Time.GetElapsedTime(startedAt), TimeSpan.FromSeconds(body.Timeout.Value));
        result.ThrowIfOverBudget();
        return result;
    }

    private AgenticTaskRequest Complete(AgenticTaskRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Description))
        {
            throw new RequestValidationException(TaskOperation, "description", "must not be empty");
        }

        return new AgenticTaskRequest
        {
            Description = request.Description,
            AllowTools = request.AllowTools,
            AllowAgents = request.AllowAgents,
            AllowSkills = request.AllowSkills,
            WorkingDirectory = request.WorkingDirectory,
            Timeout = request.Timeout ?? (int)Settings.TaskTimeout.TotalSeconds,
            MaxCost = request.MaxCost ?? Settings.TaskMaxCost,
            Model = Chosen(request.Model),
            ProjectId = request.ProjectId ?? ProjectId,
            ApiKey = request.ApiKey,
        };
    }
}
