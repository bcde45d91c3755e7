using System.Runtime.CompilerServices;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;

namespace Valentina.ClaudeCode;

/// <content>Many completions, each a call of its own: several at a time, results as they come, under a budget.</content>
public partial class ClaudeCodeClient
{
    /// <summary>Answers many prompts, several at a time, and yields each outcome as it comes.</summary>
    /// <inheritdoc cref="CompleteManyAsync(IEnumerable{BatchPrompt}, CompleteManySettings, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<CompletionOutcome> CompleteManyAsync(
        IEnumerable<string> prompts,
        CompleteManySettings? settings = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => CompleteManyAsync(PromptsOf(prompts), settings, options, cancellationToken);

    /// <summary>Answers many prompts, each with an id of your own, several at a time, and yields each outcome as it comes.</summary>
    /// <remarks>
    /// Every prompt has exactly one outcome; they come in the order in which the answers do, so look at their index or id. A prompt that
    /// fails fails alone; one of a list that says nothing is refused before anything is sent. Where the service has no room for so many at
    /// a time, fewer are sent, and what a rate limit refused is sent again. Once the budget allows no more, or the key is refused or the
    /// server's budget is spent, nothing more is sent: what runs is waited for, and the rest comes back as skipped. The prompts are read
    /// as they are needed, so that there may be many.
    /// Each is an operation <c>CreateChatCompletion</c> (<c>chat_completion_v1_chat_completions_post</c>).
    /// </remarks>
    /// <param name="prompts">What to ask.</param>
    /// <param name="settings">Model, time, how many at a time, budget.</param>
    /// <param name="options">What each call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels everything. Leaving the loop early does too; what runs is paid for all the same.</param>
    /// <exception cref="ArgumentNullException">The prompts are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="CompleteManySettings.MaxParallel"/> is below 1.</exception>
    /// <exception cref="RequestValidationException">A prompt of a list is null or says nothing. Nothing was sent.</exception>
    public virtual IAsyncEnumerable<CompletionOutcome> CompleteManyAsync(
        IEnumerable<BatchPrompt> prompts,
        CompleteManySettings? settings = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => RunManyAsync(Check(prompts), Check(settings), options, cancellationToken);

    /// <summary>A list stays one, so that it can be looked through before anything is sent; all else is read as needed.</summary>
    private static IEnumerable<BatchPrompt> PromptsOf(IEnumerable<string> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        var made = prompts.Select(static prompt => new BatchPrompt { Prompt = prompt });
        return prompts is IReadOnlyCollection<string> or ICollection<string> ? made.ToList() : made;
    }

    /// <summary>What is read as needed tells of an empty prompt by its outcome; a list tells it before it costs anything.</summary>
    private static IEnumerable<BatchPrompt> Check(IEnumerable<BatchPrompt> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        if (prompts is IReadOnlyCollection<BatchPrompt> or ICollection<BatchPrompt>)
        {
            var index = 0;
            foreach (var prompt in prompts)
            {
                RequirePrompt(index++, prompt);
            }
        }

        return prompts;
    }

    /// <summary>Each is a completion, whose messages the caller has never seen: it is told by the call and the list that were.</summary>
    private static void RequirePrompt(int index, BatchPrompt? prompt)
    {
        if (string.IsNullOrWhiteSpace(prompt?.Prompt))
        {
            var details = new FailureDetails
            {
                Service = ServiceNames.ClaudeCode,
                Operation = ClaudeCodeOperations.CreateChatCompletion.Id,
                Method = nameof(CompleteManyAsync),
            };
            throw new RequestValidationException(
                details, [new ValidationError(FormattableString.Invariant($"prompts[{index}]"), "must say something")]);
        }
    }

    private static CompleteManySettings Check(CompleteManySettings? settings)
    {
        settings ??= new CompleteManySettings();
        return settings.MaxParallel >= 1
            ? settings
            : throw new ArgumentOutOfRangeException(
                nameof(settings), settings.MaxParallel, $"{nameof(settings.MaxParallel)} must be at least 1.");
    }

    /// <summary>What cannot be mended by trying the next prompt.</summary>
    private static bool IsHopeless(ValentinaException? error) => error is InvalidApiKeyException or BudgetExceededException;

    private static CompletionOutcome Skipped(int index, BatchPrompt prompt)
        => new() { Index = index, Id = prompt.Id, Prompt = prompt.Prompt };

    private static ChatCompletionRequest RequestFor(BatchPrompt prompt, CompleteManySettings settings) => new()
    {
        Messages = settings.SystemMessage is null
            ? [ChatMessage.User(prompt.Prompt)]
            : [ChatMessage.System(settings.SystemMessage), ChatMessage.User(prompt.Prompt)],
        Model = settings.Model,
        Timeout = settings.Timeout?.TotalSeconds,
    };

    private async IAsyncEnumerable<CompletionOutcome> RunManyAsync(
        IEnumerable<BatchPrompt> prompts,
        CompleteManySettings settings,
        RequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = new PromptQueue(prompts, settings.Guard ?? Guard);
        var running = new List<Task<CompletionOutcome>>(settings.MaxParallel);
        var parallelism = new Parallelism(settings.MaxParallel);
        try
        {
            while (true)
            {
                while (running.Count < parallelism.Now && queue.TryStart(canWait: running.Count > 0, out var index, out var prompt))
                {
                    running.Add(CompleteOneAsync(index, prompt, settings, queue, options, stop.Token));
                }

                if (running.Count == 0)
                {
                    break;
                }

                var first = await Task.WhenAny(running).ConfigureAwait(false);
                running.Remove(first);
                var outcome = await OrCancelledAsync(first, cancellationToken).ConfigureAwait(false);
                if (parallelism.Adapt(outcome.Error))
                {
                    queue.PutBack(outcome.Index, new BatchPrompt { Id = outcome.Id, Prompt = outcome.Prompt });
                    continue;
                }

                queue.IsStopped |= IsHopeless(outcome.Error);
                yield return outcome;
            }

            foreach (var (index, prompt) in queue.Rest())
            {
                yield return Skipped(index, prompt);
            }
        }
        finally
        {
            queue.Dispose();
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The calls stop by a token of their own, which the caller knows nothing of.</summary>
    private static async Task<CompletionOutcome> OrCancelledAsync(Task<CompletionOutcome> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException ex) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(ex.Message, ex, cancellationToken);
        }
    }

    /// <summary>One at a time: a thread that waits cannot wait for several.</summary>
    private IEnumerable<CompletionOutcome> RunMany(
        IEnumerable<BatchPrompt> prompts, CompleteManySettings settings, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var queue = new PromptQueue(prompts, settings.Guard ?? Guard);
        while (queue.TryStart(canWait: false, out var index, out var prompt))
        {
            var outcome = CompleteOne(index, prompt, settings, queue, options, cancellationToken);
            queue.IsStopped |= IsHopeless(outcome.Error);
            yield return outcome;
        }

        foreach (var (index, prompt) in queue.Rest())
        {
            yield return Skipped(index, prompt);
        }
    }

    private async Task<CompletionOutcome> CompleteOneAsync(
        int index,
        BatchPrompt prompt,
        CompleteManySettings settings,
        PromptQueue queue,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        Completion? completion = null;
        try
        {
            RequirePrompt(index, prompt);
            completion = await SendCompletionAsync(RequestFor(prompt, settings), options, cancellationToken).ConfigureAwait(false);
            return new CompletionOutcome { Index = index, Id = prompt.Id, Prompt = prompt.Prompt, Completion = completion };
        }
        catch (ValentinaException ex)
        {
            return new CompletionOutcome { Index = index, Id = prompt.Id, Prompt = prompt.Prompt, Error = ex };
        }
        finally
        {
            queue.Settle(completion is null ? null : PriceOf(completion));
        }
    }
}
