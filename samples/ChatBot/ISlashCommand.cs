using Valentina;

namespace ChatBot;

/// <summary>One command. It knows nothing of the platform, and what the client throws is the bot's to explain.</summary>
internal interface ISlashCommand
{
    /// <summary>The name, with its slash.</summary>
    string Name { get; }

    /// <summary>How it is written.</summary>
    string Usage { get; }

    /// <summary>What it does, in one line.</summary>
    string Summary { get; }

    /// <summary>Does it.</summary>
    /// <param name="company">The company, acting as the user who asked: what they may not do is refused by the server.</param>
    /// <param name="arguments">What follows the name; empty when nothing does.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="UsageException">The arguments cannot be understood.</exception>
    Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken);
}

/// <summary>What the user wrote cannot be understood; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);
