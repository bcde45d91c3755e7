using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>The failures of the last five minutes, which the health of the service tells by the way to the model and by category.</summary>
internal sealed class ErrorRates(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly List<(DateTimeOffset At, string Way, string Category)> _errors = [];

    public void Note(string way, string category)
    {
        lock (_gate)
        {
            _errors.Add((clock.GetUtcNow(), way, category));
        }
    }

    public JsonObject Health()
    {
        lock (_gate)
        {
            var since = clock.GetUtcNow() - Window;
            _errors.RemoveAll(error => error.At < since);
            return new JsonObject
            {
                ["status"] = "ok",
                ["detail"] = new JsonObject
                {
                    ["window_seconds"] = PythonText.Number(Window.TotalSeconds),
                    ["total_errors"] = _errors.Count,
                    ["by_path"] = new JsonObject(_errors.GroupBy(static error => error.Way).Select(static way => KeyValuePair.Create(
                        way.Key,
                        (JsonNode?)new JsonObject(way.GroupBy(static error => error.Category).Select(static category => KeyValuePair.Create(
                            category.Key, (JsonNode?)JsonValue.Create(category.Count()))))))),
                },
            };
        }
    }
}
