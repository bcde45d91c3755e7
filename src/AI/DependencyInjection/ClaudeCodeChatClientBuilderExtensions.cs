using Microsoft.Extensions.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Claude Code API as a chat client.</summary>
public static class ClaudeCodeChatClientBuilderExtensions
{
    private const string KeySeparator = ":";

    /// <summary>
    /// Registers an <see cref="IChatClient"/> over the <see cref="ClaudeCodeClient"/> that <c>AddClaudeCode</c> or
    /// <c>AddKeyedClaudeCode</c> registered, under the same key if it has one.
    /// </summary>
    /// <param name="builder">What <c>AddClaudeCode</c> gave.</param>
    /// <param name="defaultModel">The model where the options of a call name none; left out, the service chooses.</param>
    /// <param name="pipeline">Puts middleware around the chat client, for instance
    /// <c>(chat, services) => chat.AsBuilder().UseFunctionInvocation().Build(services)</c>; null for none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The builder is not one of the Claude Code API.</exception>
    public static IHttpClientBuilder AsChatClient(
        this IHttpClientBuilder builder,
        ClaudeModel defaultModel = default,
        Func<IChatClient, IServiceProvider, IChatClient>? pipeline = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        const string Name = ClaudeCodeServiceCollectionExtensions.HttpClientName;
        if (builder.Name == Name)
        {
            builder.Services.AddSingleton(services => Make(services, services.GetRequiredService<ClaudeCodeClient>()));
        }
        else if (builder.Name.StartsWith(Name + KeySeparator, StringComparison.Ordinal))
        {
            builder.Services.AddKeyedSingleton(
                builder.Name[(Name.Length + KeySeparator.Length)..],
                (services, key) => Make(services, services.GetRequiredKeyedService<ClaudeCodeClient>(key)));
        }
        else
        {
            throw new ArgumentException(
                $"AsChatClient belongs behind AddClaudeCode or AddKeyedClaudeCode, not behind the HTTP client {builder.Name}.", nameof(builder));
        }

        return builder;

        IChatClient Make(IServiceProvider services, ClaudeCodeClient client)
        {
            var chat = client.AsIChatClient(defaultModel);
            return pipeline is null ? chat : pipeline(chat, services);
        }
    }
}
