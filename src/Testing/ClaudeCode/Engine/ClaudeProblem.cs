using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>The service's errors, as the real one writes them.</summary>
internal static class ClaudeProblem
{
    public static FakeResponse Of(int status, JsonNode detail) => FakeResponse.Json(status, new JsonObject { ["detail"] = detail });

    /// <summary>The answer to what nobody caught: of the framework's server, not of the service.</summary>
    public static FakeResponse Uncaught() => FakeResponse.Text(500, "Internal Server Error", "text/plain; charset=utf-8");

    /// <summary>A run of the model that failed, on the way of completions and process.</summary>
    public static FakeResponse Of(ModelRun run)
    {
        var fault = ModelFaults.Of(run);
        var response = Of(fault.Status, fault.Words);
        if (fault.Category is not null)
        {
            response.Headers["X-Error-Category"] = fault.Category;
        }

        if (fault.Upstream is { } upstream)
        {
            response.Headers["X-Upstream-Status"] = upstream.ToString(CultureInfo.InvariantCulture);
        }

        if (run.Reply.RetryAfter is { } wait)
        {
            response.Headers["Retry-After"] = RetryAfter(wait);
        }

        response.Delay = run.Time;
        return response;
    }

    /// <summary>A wait in whole seconds, never shorter than it is.</summary>
    public static string RetryAfter(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A run that took longer than the request allows.</summary>
    public static FakeResponse TimedOut(string seconds, TimeSpan after)
    {
        var late = Of(504, TimedOutWords(seconds));
        late.Delay = after;
        return late;
    }

    public static string TimedOutWords(string seconds) => $"Task timed out after {seconds} seconds";

    /// <summary>Invalid fields, in the form of the service's framework.</summary>
    public static FakeResponse Invalid(IEnumerable<FieldFault> faults)
        => Of(422, new JsonArray([.. faults.Select(static fault => fault.Entry())]));

    /// <summary>A body that is no JSON.</summary>
    public static FakeResponse NoJson(string message, int position) => Invalid(
    [
        new FieldFault("json_invalid", ["body", position], "JSON decode error", new JsonObject(), new JsonObject { ["error"] = message }),
    ]);

    /// <summary>A body that is not there.</summary>
    public static FakeResponse NoBody() => Invalid([new FieldFault("missing", ["body"], "Field required", null)]);
}
