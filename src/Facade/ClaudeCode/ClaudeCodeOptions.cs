using System.Globalization;
using Valentina.Connection;
using Valentina.Connection.Profiles;

namespace Valentina.ClaudeCode;

/// <summary>What a <see cref="ClaudeCodeClient"/> can be told.</summary>
/// <example>
/// <code>
/// var options = new ClaudeCodeOptions { BaseUrl = "http://localhost:8006", ApiKey = key, Timeout = TimeSpan.FromSeconds(120) };
/// </code>
/// </example>
public sealed class ClaudeCodeOptions : ClientOptions
{
    /// <summary>The environment variable with the base URL.</summary>
    public const string BaseUrlEnvironmentVariable = "CLAUDE_API_URL";

    /// <summary>The environment variable with the API key.</summary>
    public const string ApiKeyEnvironmentVariable = "CLAUDE_API_KEY";

    /// <summary>The environment variable with <see cref="Timeout"/>, in seconds.</summary>
    public const string TimeoutEnvironmentVariable = "CLAUDE_TIMEOUT";

    /// <summary>The environment variable with <see cref="ProjectId"/>.</summary>
    public const string ProjectIdEnvironmentVariable = "CLAUDE_PROJECT_ID";

    /// <summary>Where the service is when nothing else is said: on this machine, on its own port.</summary>
    public const string DefaultUrl = "http://localhost:8006";

    private TimeSpan? _timeout;

    /// <summary>
    /// Creates options. <see cref="ClientOptions.TotalTimeout"/> is 15 minutes here, so that waiting for a rate limit never cuts off a run
    /// that is paid for; one that you set holds for every call.
    /// </summary>
    public ClaudeCodeOptions()
    {
    }

    /// <summary>
    /// How long the model may take for a completion or a prompt of a batch, 1 to 300 s. Default: the environment variable
    /// <c>CLAUDE_TIMEOUT</c>, else 300 s, the longest the service allows, since cutting a run short saves no money. The
    /// service is told this time, and its answer is waited for 10 s longer. Calls that run no model get at most 30 s.
    /// </summary>
    public override TimeSpan Timeout
    {
        get => _timeout ?? ClaudeCodeTimes.Longest;
        set => _timeout = value;
    }

    /// <summary>
    /// The project that <c>/v1/process</c>, tasks and streams are booked on. Null or blank: the environment variable
    /// <c>CLAUDE_PROJECT_ID</c>, else the service's own <c>default</c>. Completions, batches and usage always belong to the key's project.
    /// </summary>
    public string? ProjectId { get; set; }

    /// <summary>
    /// How long a task may take when it does not say so itself, in whole seconds from 1 to 600 s. Null, the default, sends no time: the
    /// service then takes 300 s, which it refuses to a key with the free profile (60 s at most).
    /// </summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>
    /// What a task may cost when it does not say so itself, in US dollars, above 0 and at most 10. Null, the default, sends no limit: the
    /// service then takes 1.00, which it refuses to a key with the free profile (0.10 at most).
    /// </summary>
    public decimal? TaskMaxCost { get; set; }

    /// <summary>
    /// How long the service may be silent within a stream; 310 s, since it says nothing while the model works. A task may always be silent
    /// for its own timeout and 10 s.
    /// </summary>
    public TimeSpan StreamIdleTimeout { get; set; } = ClaudeCodeTimes.Longest + ClaudeCodeTimes.Margin;

    /// <summary>The largest message taken from a stream, in bytes; 16 MiB, which is also the most the service takes.</summary>
    public int MaxStreamMessageBytes { get; set; } = Streaming.StreamLimits.ServiceMaxMessageBytes;

    /// <summary>
    /// After how long a silence a stream shows that it is alive; 30 s. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> switches it
    /// off. Synchronous streams never do.
    /// </summary>
    public TimeSpan StreamKeepAliveInterval { get; set; } = TimeSpan.FromSeconds(30);

    private protected override ServiceProfile Profile => ClaudeCodeProfile.Instance;

    private protected override TimeSpan DefaultTotalTimeout => TimeSpan.FromMinutes(15);

    private protected override string BaseUrlVariable => BaseUrlEnvironmentVariable;

    private protected override string ApiKeyVariable => ApiKeyEnvironmentVariable;

    private protected override string? DefaultBaseUrl => DefaultUrl;

    internal ClaudeCodeSettings ResolveAll(EnvironmentReader? environment = null)
    {
        environment ??= Variables;
        var connection = Resolve(environment);
        return new ClaudeCodeSettings
        {
            Connection = connection,
            Timeout = connection.Timeout,
            ProjectId = First(ProjectId, environment(ProjectIdEnvironmentVariable)),
            TaskTimeout = TaskTimeout,
            TaskMaxCost = TaskMaxCost,
            StreamIdleTimeout = StreamIdleTimeout,
            MaxStreamMessageBytes = MaxStreamMessageBytes,
            StreamKeepAliveInterval = StreamKeepAliveInterval == System.Threading.Timeout.InfiniteTimeSpan
                ? TimeSpan.Zero
                : StreamKeepAliveInterval,
        };
    }

    private protected override TimeSpan ReadTimeout(EnvironmentReader environment, OptionErrors errors)
    {
        if (_timeout is not { } timeout)
        {
            var text = environment(TimeoutEnvironmentVariable);
            if (string.IsNullOrWhiteSpace(text))
            {
                return ClaudeCodeTimes.Longest;
            }

            if (!double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                || seconds is < 1 or > 300)
            {
                errors.Add($"The environment variable {TimeoutEnvironmentVariable} must hold seconds from 1 to 300, such as 120{OptionErrors.Shown(text)}.");
                return ClaudeCodeTimes.Longest;
            }

            return TimeSpan.FromSeconds(seconds);
        }

        if (timeout < ClaudeCodeTimes.Shortest || timeout > ClaudeCodeTimes.Longest)
        {
            errors.Add($"{nameof(Timeout)} must be from 1 to 300 seconds, which is what the service takes; it is {timeout}.");
        }

        return timeout;
    }

    private protected override ConnectionSettings Complete(ConnectionSettings settings, EnvironmentReader environment, OptionErrors errors)
    {
        if (TaskTimeout < ClaudeCodeTimes.Shortest || TaskTimeout > ClaudeCodeTimes.LongestTask)
        {
            errors.Add($"{nameof(TaskTimeout)} must be from 1 to 600 seconds, the most any permission profile allows; it is {TaskTimeout}.");
        }

        if (TaskMaxCost is not (null or (> 0 and <= 10)))
        {
            errors.Add(FormattableString.Invariant($"{nameof(TaskMaxCost)} must be above 0 and at most 10 dollars, the most any permission profile allows; it is {TaskMaxCost}."));
        }

        errors.Limit(StreamIdleTimeout, nameof(StreamIdleTimeout));
        errors.Limit(StreamKeepAliveInterval, nameof(StreamKeepAliveInterval));
        if (MaxStreamMessageBytes < 1024)
        {
            errors.Add($"{nameof(MaxStreamMessageBytes)} must be at least 1024; it is {MaxStreamMessageBytes}.");
        }

        return settings;
    }
}
