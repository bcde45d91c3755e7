using Valentina;

namespace ChatBot.Commands;

/// <summary>Says who the server takes the user for.</summary>
internal sealed class WhoAmICommand : ISlashCommand
{
    public string Name => "/whoami";

    public string Usage => "/whoami";

    public string Summary => "Says who you are here";

    public async Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken)
    {
        var user = await company.Users.GetAsync(company.ActingUserId!.Value, cancellationToken);
        var characters = user.NumCharacters == 1 ? "1 character" : $"{user.NumCharacters} characters";
        var role = user.Role.Value.ToLowerInvariant();
        return $"You are {user.Username}, in the role of a {role}, with {characters} and {user.LifetimeXp} XP so far.";
    }
}
