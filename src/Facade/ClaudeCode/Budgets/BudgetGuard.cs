namespace Valentina.ClaudeCode;

/// <summary>
/// Adds up what calls cost and says when to stop. One guard may watch any number of calls and clients, from any thread.
/// It knows only what went through it: the service's own budget is another thing, and holds besides.
/// </summary>
/// <example>
/// <code>
/// var guard = new BudgetGuard(maxCost: 0.25m);
/// await foreach (var outcome in client.CompleteManyAsync(prompts, new CompleteManySettings { Guard = guard }))
/// {
///     Console.WriteLine(outcome);
/// }
///
/// Console.WriteLine($"{guard.SpentTokens} tokens for ${guard.SpentCost}");
/// </code>
/// </example>
public sealed class BudgetGuard
{
    private readonly object _gate = new();
    private decimal _spentCost;
    private long _spentTokens;
    private int _calls;
    private int _priced;
    private int _running;

    /// <summary>Creates a guard; without limits it only adds up.</summary>
    /// <param name="maxCost">The most to spend, in US dollars; null for no limit.</param>
    /// <param name="maxTokens">The most tokens to use; null for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not above 0.</exception>
    public BudgetGuard(decimal? maxCost = null, long? maxTokens = null)
    {
        if (maxCost is not (null or > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maxCost), maxCost, "The limit must be above 0.");
        }

        if (maxTokens is not (null or > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maxTokens), maxTokens, "The limit must be above 0.");
        }

        MaxCost = maxCost;
        MaxTokens = maxTokens;
    }

    /// <summary>The most to spend, in US dollars; null for no limit.</summary>
    public decimal? MaxCost { get; }

    /// <summary>The most tokens to use; null for no limit.</summary>
    public long? MaxTokens { get; }

    /// <summary>What was spent so far, in US dollars.</summary>
    public decimal SpentCost => Read(static guard => guard._spentCost);

    /// <summary>The tokens used so far.</summary>
    public long SpentTokens => Read(static guard => guard._spentTokens);

    /// <summary>How many calls came to an end, failed ones included.</summary>
    public int Calls => Read(static guard => guard._calls);

    /// <summary>What the next call is expected to cost, in US dollars: the average so far, or null before the first.</summary>
    public decimal? EstimatedCost => Read(static guard => guard._priced == 0 ? (decimal?)null : guard.AverageCost);

    /// <summary>Whether a limit is reached, or the next call is expected to pass it.</summary>
    public bool IsExhausted => Read(static guard => guard.Decide(running: 0) == BudgetDecision.Stop);

    private decimal AverageCost => _spentCost / Math.Max(1, _priced);

    private double AverageTokens => (double)_spentTokens / Math.Max(1, _priced);

    /// <summary>Adds what a call cost that did not go through this guard.</summary>
    /// <param name="cost">In US dollars.</param>
    /// <param name="tokens">Input and output together.</param>
    public void Add(decimal cost, long tokens)
    {
        lock (_gate)
        {
            Count(cost, tokens);
        }
    }

    /// <summary>Throws when nothing more may be spent.</summary>
    /// <exception cref="BudgetExceededException">A limit is reached, or the next call is expected to pass it. Nothing was sent.</exception>
    public void ThrowIfExhausted()
    {
        if (IsExhausted)
        {
            throw Exhausted();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Describe();

    /// <summary>Starts a call that cannot wait for others; <see cref="Settle"/> must follow.</summary>
    /// <exception cref="BudgetExceededException">Nothing more may be spent.</exception>
    internal void StartOrThrow()
    {
        if (Start(canWait: false) == BudgetDecision.Stop)
        {
            throw Exhausted();
        }
    }

    /// <summary>Asks for leave to start a call; when given, <see cref="Settle"/> must follow.</summary>
    /// <param name="canWait">Whether the caller has calls under way that it can wait for; otherwise it need not wait for those of
    /// others.</param>
    internal BudgetDecision Start(bool canWait)
    {
        lock (_gate)
        {
            var decision = Decide(_running);
            if (decision == BudgetDecision.Wait && !canWait)
            {
                decision = BudgetDecision.Go;
            }

            if (decision == BudgetDecision.Go)
            {
                _running++;
            }

            return decision;
        }
    }

    /// <summary>Ends a call that was given leave.</summary>
    /// <param name="paid">What it cost; null where nobody knows, because it failed.</param>
    internal void Settle((decimal Cost, long Tokens)? paid)
    {
        lock (_gate)
        {
            _running--;
            if (paid is { } price)
            {
                Count(price.Cost, price.Tokens);
            }
            else
            {
                _calls++;
            }
        }
    }

    /// <summary>How many of some calls, to be made at once, are affordable by what calls cost so far; one while no cost is known.</summary>
    internal int Afford(int wanted)
    {
        lock (_gate)
        {
            var size = 0;
            while (size < wanted && Decide(_running + size) == BudgetDecision.Go)
            {
                size++;
            }

            return size;
        }
    }

    private bool IsSpent => _spentCost >= MaxCost || _spentTokens >= MaxTokens;

    /// <summary>
    /// A call that cannot be afforded by what calls cost so far waits for the running ones, which may come cheaper.
    /// Before any cost is known a limited guard lets one call go first.
    /// </summary>
    private BudgetDecision Decide(int running)
    {
        if (IsSpent)
        {
            return BudgetDecision.Stop;
        }

        var isUnlimited = MaxCost is null && MaxTokens is null;
        if (isUnlimited || (_priced == 0 && running == 0))
        {
            return BudgetDecision.Go;
        }

        var isAffordable = _priced > 0
            && !(_spentCost + ((running + 1) * AverageCost) > MaxCost)
            && !(_spentTokens + ((running + 1) * AverageTokens) > MaxTokens);
        return isAffordable ? BudgetDecision.Go : running > 0 ? BudgetDecision.Wait : BudgetDecision.Stop;
    }

    private BudgetExceededException Exhausted()
        => new(
            $"The call was not made, since the budget of its guard {(IsSpent ? "is used up" : "leaves no room for one more of the usual size")}: {Describe()}.",
            new FailureDetails { Service = ServiceNames.ClaudeCode, Title = "Budget guard", Detail = Describe() })
        { EstimatedCost = EstimatedCost };

    private void Count(decimal cost, long tokens)
    {
        _spentCost += cost;
        _spentTokens += tokens;
        _calls++;
        _priced++;
    }

    private T Read<T>(Func<BudgetGuard, T> read)
    {
        lock (_gate)
        {
            return read(this);
        }
    }

    private string Describe()
    {
        lock (_gate)
        {
            var cost = MaxCost is { } maxCost
                ? FormattableString.Invariant($"${_spentCost:0.######} of ${maxCost:0.######}")
                : FormattableString.Invariant($"${_spentCost:0.######}");
            var tokens = MaxTokens is { } maxTokens
                ? FormattableString.Invariant($"{_spentTokens} of {maxTokens} tokens")
                : FormattableString.Invariant($"{_spentTokens} tokens");
            return FormattableString.Invariant($"{cost}, {tokens} in {_calls} calls");
        }
    }
}
