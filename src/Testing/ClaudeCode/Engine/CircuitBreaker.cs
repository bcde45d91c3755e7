using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>
/// Keeps process away from a model that failed five times in a row, for 30 s; then one run may try. Completions, batches, tasks and
/// streams do not look at it.
/// </summary>
internal sealed class CircuitBreaker(string name, TimeProvider clock)
{
    private const int Threshold = 5;

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private int _failures;
    private DateTimeOffset? _openedAt;

    /// <summary>Whether a test holds it open.</summary>
    public bool IsHeldOpen { get; set; }

    private bool IsOpen => IsHeldOpen || (_openedAt is { } at && clock.GetUtcNow() - at < Recovery);

    /// <summary>The refusal while it is open; null when a run may try.</summary>
    public FakeResponse? Refuse()
    {
        lock (_gate)
        {
            if (!IsOpen)
            {
                return null;
            }

            var wait = IsHeldOpen || _openedAt is not { } at ? Recovery : at + Recovery - clock.GetUtcNow();
            var response = ClaudeProblem.Of(503, $"{name.ToUpperInvariant()} circuit breaker open — too many recent failures");
            response.Headers["Retry-After"] = ClaudeProblem.RetryAfter(wait);
            return response;
        }
    }

    /// <summary>Notes how a run ended.</summary>
    public void Note(bool succeeded)
    {
        lock (_gate)
        {
            _failures = succeeded ? 0 : _failures + 1;
            if (succeeded)
            {
                _openedAt = null;
            }
            else if (_failures >= Threshold)
            {
                _openedAt = clock.GetUtcNow();
            }
        }
    }

    /// <summary>What the health of the service says of it.</summary>
    public JsonObject Health()
    {
        lock (_gate)
        {
            return new JsonObject
            {
                ["status"] = IsOpen ? "degraded" : "ok",
                ["detail"] = new JsonObject
                {
                    ["name"] = name,
                    ["state"] = IsOpen ? "open" : _openedAt is null ? "closed" : "half_open",
                    ["consecutive_failures"] = _failures,
                    ["failure_threshold"] = Threshold,
                    ["recovery_timeout_seconds"] = PythonText.Number(Recovery.TotalSeconds),
                },
            };
        }
    }
}
