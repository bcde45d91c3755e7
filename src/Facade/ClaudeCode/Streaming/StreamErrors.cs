using Valentina.Connection.Secrets;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>Says which exception the text of an error message means; the service sends neither a code nor an id with it.</summary>
internal static class StreamErrors
{
    public const string Operation = "stream";

    private static readonly string[] Refusals = ["Invalid JSON format", "Unknown message type", "No messages provided", "Invalid model"];

    /// <summary>After a fault of this kind the service drops the connection.</summary>
    public static bool BreaksConnection(string error) => error.StartsWith("Server error: ", StringComparison.Ordinal);

    public static ApiException From(string error, string message, SecretRedactor secrets)
    {
        var details = new FailureDetails { Service = ServiceNames.ClaudeCode, Operation = Operation, Detail = secrets.Redact(error), RawBody = secrets.Redact(message) };
        return error switch
        {
            _ when Starts(error, "Budget exceeded") => new BudgetExceededException(details),
            _ when Starts(error, "Permission denied") => new PermissionDeniedException(details),
            _ when Starts(error, "api_key required") => new InvalidApiKeyException(details),
            _ when Array.Exists(Refusals, refusal => Starts(error, refusal)) => new BadRequestException(details),
            _ => new ServerErrorException(details),
        };
    }

    private static bool Starts(string error, string beginning) => error.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
