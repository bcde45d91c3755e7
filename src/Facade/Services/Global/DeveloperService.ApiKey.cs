using Valentina.Models;

namespace Valentina.Services;

/// <content>The key of the account.</content>
public partial class DeveloperService
{
    /// <summary>
    /// Makes a new API key for your developer account. The key is shown only in this answer, so store it at once. This client, with all
    /// its scopes and services, goes on with the new key; calls under way end with the old one, which keeps working until it has rested
    /// for 60 seconds: every use prolongs it.
    /// </summary>
    /// <remarks>The operation <c>regenerateDeveloperMeApiKey</c>.</remarks>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account with its new key.</returns>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual async Task<NewDeveloperApiKey> RegenerateApiKeyAsync(
        RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var account = await Raw.Developers.RegenerateDeveloperMeApiKeyAsync(options, cancellationToken).ConfigureAwait(false);
        Scope.Connection.ReplaceApiKey(account.ApiKey);
        return account;
    }
}
