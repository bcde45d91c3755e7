using System.Collections.Concurrent;
using Valentina;

namespace ChatBot;

/// <summary>Which user of the company stands behind a name of the platform. Here they have the same name.</summary>
/// <remarks>
/// On Discord, <c>UserLookup.ByDiscordIdAsync</c> finds the user of an id, and <c>Identity</c> signs in who is not yet there.
/// </remarks>
internal sealed class Players(CompanyScope company)
{
    private readonly ConcurrentDictionary<string, CompanyScope> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The company as this user sees it; null where nobody is called so.</summary>
    public async Task<CompanyScope?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(userName, out var known))
        {
            return known;
        }

        await foreach (var user in company.Users.EnumerateAllAsync(cancellationToken: cancellationToken))
        {
            if (user.Username.Equals(userName, StringComparison.OrdinalIgnoreCase))
            {
                return _known.GetOrAdd(userName, company.ActingAs(user.Id));
            }
        }

        return null;
    }
}
