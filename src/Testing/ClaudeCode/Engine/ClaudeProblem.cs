using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>The service's errors, as the real one writes them.</summary>
internal static class ClaudeProblem
{
    public static FakeResponse Of(int status, JsonNode detail) => FakeResponse.Json(status, new JsonObject { ["detail"] = detail });

    /// <summary>The answer to what nobody caught: of the framework's server, not of the service.</summary>
    public static FakeResponse Uncaught() => FakeResponse.Text(500, "Internal Server Error", "text/plain; charset=utf-8");

    /// <summary>A body that is no JSON by its media type is never read as such, and then is no object.</summary>
    public static FakeResponse NoObject(string body) => Of(422, new JsonArray(new JsonObject
    {
        ["type"] = "model_attributes_type",
        ["loc"] = new JsonArray("body"),
        ["msg"] = "Input should be a valid dictionary or object to extract fields from",
        ["input"] = body,
    }));

    /// <summary>A run of the model that failed, on the way of completions and process.</summary>
    public static FakeResponse Of(ModelRun run)
    {
        var (status, category, _) = Describe(run);
        var response = Of(status, Words(run));
        if (category is not null)
        {
            response.Headers["X-Error-Category"] = category;
        }

        if (run.Reply.RetryAfter is { } seconds)
        {
            response.Headers["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        response.Delay = run.Time;
        return response;
    }

    public static string Words(ModelRun run) => run.Reply.FaultWords ?? Describe(run).Words;

    /// <summary>Invalid fields, in the form of the service's framework.</summary>
    public static FakeResponse Invalid(IEnumerable<ContractViolation> violations)
        => Of(422, new JsonArray([.. violations.Select(Entry)]));

    private static (int Status, string? Category, string Words) Describe(ModelRun run) => run.Fault switch
    {
        FakeModelFault.RateLimited => (429, "rate_limited", "Process exited with code 1\nStderr: rate limit 429\n"),
        FakeModelFault.Overloaded => (503, "overloaded", "Process exited with code 1\nStderr: overloaded 529\n"),
        FakeModelFault.Authentication => (502, "auth_error", "Process exited with code 1\nStderr: 401 unauthorized\n"),
        FakeModelFault.Timeout => (504, "timeout", "Process exited with code 1\nStderr: request timed out\n"),
        FakeModelFault.Crash => (502, "cli_error", "Process exited with code 3\nStderr: segmentation fault\n"),
        FakeModelFault.Unreadable => (500, null, "Failed to parse JSON output: Expecting value: line 1 column 1 (char 0)"),
        _ => (502, "upstream_error", "Process exited with code 1\nStderr: Internal Server Error from upstream\n"),
    };

    private static JsonObject Entry(ContractViolation violation)
    {
        var place = new JsonArray([violation.In == "body" ? "body" : violation.In]);
        foreach (var part in violation.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            place.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? JsonValue.Create(index)
                : JsonValue.Create(part));
        }

        var (type, message) = violation.Rule switch
        {
            "required" => ("missing", "Field required"),
            "minimum" => ("greater_than_equal", violation.Message),
            "maximum" => ("less_than_equal", violation.Message),
            "json" => ("json_invalid", "JSON decode error"),
            var rule => ($"{rule}_type", violation.Message),
        };
        return new JsonObject { ["type"] = type, ["loc"] = place, ["msg"] = message, ["input"] = null };
    }
}
