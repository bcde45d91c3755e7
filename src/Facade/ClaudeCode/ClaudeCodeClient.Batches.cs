using System.Globalization;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using Valentina.Json;
using Valentina.Raw;

namespace Valentina.ClaudeCode;

/// <content>Batches: many prompts in one call.</content>
public partial class ClaudeCodeClient
{
    /// <summary>
    /// The service works on five prompts at a time unless its operator says otherwise; under a guard no more are under way.
    /// </summary>
    private const int GuardedSlice = 5;

    /// <summary>Answers separate prompts in one call, in their order; the service chooses the model.</summary>
    /// <remarks>
    /// One prompt that fails fails alone: look at each result. A 503 means that the service is full, and some of the prompts may run, and
    /// be paid for, all the same. For results as they come, or for more than a few prompts, see
    /// <see cref="CompleteManyAsync(IEnumerable{string}, CompleteManySettings, RequestOptions, CancellationToken)"/>. The
    /// operation <c>ProcessBatch</c> (<c>batch_processing_v1_batch_post</c>).
    /// </remarks>
    /// <param name="prompts">What to ask; at least one.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. What runs is paid for all the same.</param>
    /// <exception cref="ArgumentNullException">The list of prompts, or the request, is null.</exception>
    /// <exception cref="RequestValidationException">There is no prompt, or one that says nothing. Nothing was sent.</exception>
    /// <exception cref="BudgetExceededException">The client's guard allows no more. The service does not look at its own budget
    /// here.</exception>
    /// <exception cref="ValentinaException">The call failed.</exception>
    public virtual Task<Batch> BatchAsync(
        IEnumerable<string> prompts, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => BatchAsync(prompts, ClaudeModel.Auto, null, options, cancellationToken);

    /// <summary>Answers separate prompts in one call, in their order, with a model of your choice.</summary>
    /// <param name="prompts">What to ask; at least one.</param>
    /// <param name="model">The model; <see cref="ClaudeModel.Auto"/> leaves the choice to the service.</param>
    /// <param name="timeout">How long each prompt may take, 1 to 300 s; null for the client's. The answer is waited for as if they ran one
    /// after the other.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. What runs is paid for all the same.</param>
    /// <inheritdoc cref="BatchAsync(IEnumerable{string}, RequestOptions, CancellationToken)"/>
    public virtual Task<Batch> BatchAsync(
        IEnumerable<string> prompts,
        ClaudeModel model,
        TimeSpan? timeout = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => BatchAsync(
            new BatchRequest
            {
                Prompts = [.. Worded(ClaudeCodeOperations.ProcessBatch, prompts).Select(
                    static prompt => new BatchPrompt { Prompt = prompt })],
                Model = model,
                Timeout = timeout?.TotalSeconds
            },
            options,
            cancellationToken);

    /// <summary>Answers separate prompts in one call, each with an id of your own by which to find its answer.</summary>
    /// <param name="request">What to ask. A timeout left out is the client's; the request itself is not changed.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. What runs is paid for all the same.</param>
    /// <inheritdoc cref="BatchAsync(IEnumerable{string}, RequestOptions, CancellationToken)"/>
    public virtual Task<Batch> BatchAsync(
        BatchRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Guard is { } guard
            ? BatchAsync(request, guard, options, cancellationToken)
            : SendBatchAsync(request, options, cancellationToken);

    /// <summary>
    /// Answers separate prompts under a budget: they are sent at most five at a time, under a limit one alone until a price is known, and
    /// no more once the guard stops. What was held back comes back as <see cref="BatchStatus.Skipped"/>, at its place and with its id, and
    /// counts as neither completed nor failed.
    /// </summary>
    /// <param name="request">What to ask. A timeout left out is the client's; the request itself is not changed.</param>
    /// <param name="guard">Says when to stop, and adds up what was spent.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait for each slice alone.</param>
    /// <param name="cancellationToken">Cancels the call. What runs is paid for all the same.</param>
    /// <remarks>
    /// When a slice fails as a whole after others were answered, its prompts come back as failed and the rest as skipped. The operation
    /// <c>ProcessBatch</c> (<c>batch_processing_v1_batch_post</c>).
    /// </remarks>
    /// <exception cref="BudgetExceededException">The guard allows nothing at all. Nothing was sent.</exception>
    /// <inheritdoc cref="BatchAsync(IEnumerable{string}, RequestOptions, CancellationToken)"/>
    public virtual async Task<Batch> BatchAsync(
        BatchRequest request, BudgetGuard guard, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(guard);
        ClaudeCodeOperations.ProcessBatch.Given(request, nameof(request));
        RequirePrompts(request.Prompts);
        guard.ThrowIfExhausted();
        var prompts = Numbered(request.Prompts);
        var whole = new BatchSum(prompts.Count);
        for (var start = 0; start < prompts.Count;)
        {
            var size = guard.Afford(Math.Min(GuardedSlice, prompts.Count - start));
            if (size == 0)
            {
                whole.Skip(prompts.Skip(start));
                break;
            }

            var slice = ModelCopy.Of(request);
            slice.Prompts = [.. prompts.Skip(start).Take(size)];
            try
            {
                whole.Add(await SendBatchAsync(slice, options, cancellationToken).ConfigureAwait(false), guard);
            }
            catch (ValentinaException ex) when (start > 0)
            {
                // What was answered before was paid for and must not be lost with this slice.
                whole.Fail(slice.Prompts, ex);
                whole.Skip(prompts.Skip(start + size));
                break;
            }

            start += size;
        }

        return whole.ToBatch();
    }

    private Task<Batch> SendBatchAsync(BatchRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ClaudeCodeOperations.ProcessBatch.Given(request, nameof(request));
        RequirePrompts(request.Prompts);
        var seconds = request.Timeout ?? Settings.Timeout.TotalSeconds;
        var body = ModelCopy.Of(request);
        body.Prompts = Numbered(request.Prompts);
        body.Model = Chosen(request.Model);
        body.Timeout = seconds;
        return Raw.Completions.ProcessBatchAsync(body, Waiting(options, seconds, request.Prompts.Count), cancellationToken);
    }

    /// <summary>The texts, each of which says something; the caller knows them by their place in the list, not by a member.</summary>
    private static IReadOnlyList<string> Worded(ApiOperation operation, IEnumerable<string> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        IReadOnlyList<string> texts = [.. prompts];
        for (var index = 0; index < texts.Count; index++)
        {
            RequireText(operation, FormattableString.Invariant($"prompts[{index}]"), texts[index]);
        }

        return texts;
    }

    /// <summary>A batch has a prompt, and each says something: nobody pays for nothing.</summary>
    private static void RequirePrompts(IReadOnlyList<BatchPrompt>? prompts)
    {
        RequireAny(ClaudeCodeOperations.ProcessBatch, "prompts", prompts);
        RequireContent(
            ClaudeCodeOperations.ProcessBatch, prompts, static prompt => string.IsNullOrWhiteSpace(prompt.Prompt), "prompts", "prompt");
    }

    /// <summary>The prompts, with their places as ids where the caller gave no id at all; one scheme is enough.</summary>
    private static IReadOnlyList<BatchPrompt> Numbered(IReadOnlyList<BatchPrompt> prompts)
    {
        if (prompts.Any(static prompt => prompt.Id is not null))
        {
            return prompts;
        }

        var numbered = new BatchPrompt[prompts.Count];
        for (var index = 0; index < numbered.Length; index++)
        {
            numbered[index] = ModelCopy.Of(prompts[index]);
            numbered[index].Id = index.ToString(CultureInfo.InvariantCulture);
        }

        return numbered;
    }
}
