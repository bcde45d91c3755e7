using Valentina;

namespace ChatBot;

/// <summary>Finds the command, acts as the user who asked, and makes a sentence of every failure. Safe for many requests at once.</summary>
internal sealed class Bot(Players players, IReadOnlyList<ISlashCommand> commands)
{
    /// <summary>The answer to a message.</summary>
    public async Task<string> AnswerAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var text = request.Text.Trim();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (name, arguments) = space < 0 ? (text, "") : (text[..space], text[space..].Trim());
        if (commands.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } command)
        {
            return $"There is no command {name}. /help lists them.";
        }

        try
        {
            return await players.FindAsync(request.UserName, cancellationToken) is { } company
                ? await command.RunAsync(company, arguments, cancellationToken)
                : $"Nobody here is called {request.UserName}: ask your storyteller for an account.";
        }
        catch (UsageException ex)
        {
            return $"{ex.Message} Write: {command.Usage}";
        }
        catch (ValentinaException ex)
        {
            return Explain(ex);
        }
    }

    /// <summary>The client's exceptions say what happened; users want to know what it means for them.</summary>
    private static string Explain(ValentinaException failure) => failure switch
    {
        RequestValidationException invalid => $"That is not possible: {invalid.Errors[0]}",
        PermissionDeniedException => "You may not do that.",
        NotFoundException => "That is not there, or not for you to see.",
        RateLimitedException { RetryAfter: { } wait } => $"Too many at once. Try again in {Math.Ceiling(wait.TotalSeconds)} seconds.",
        RequestTimeoutException or ConnectionFailedException or ServerErrorException
            => $"The game server does not answer properly right now. Try again in a minute.{Reference(failure)}",
        _ => $"{failure.Message}{Reference(failure)}",
    };

    /// <summary>What the maintainers of the server find the request by.</summary>
    private static string Reference(ValentinaException failure)
        => failure is ApiException { RequestId: { } id } ? $" (request {id})" : "";
}
