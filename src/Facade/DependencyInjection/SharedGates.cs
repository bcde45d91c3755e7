using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Valentina.DependencyInjection;

/// <summary>Gives the client of a builder a gate that the container makes.</summary>
internal static class SharedGates
{
    /// <summary>Sets <see cref="ClientOptions.RateLimitGate"/>, once for the client, whatever the options say otherwise.</summary>
    /// <exception cref="ArgumentException">The builder is not that of a client of this SDK.</exception>
    public static IHttpClientBuilder UseRateLimitGate(this IHttpClientBuilder builder, Func<IServiceProvider, RateLimitGate> make)
    {
        var (type, key) = SdkHttpClient.OwnerOf(builder.Services, builder.Name)
            ?? throw new ArgumentException(
                $"'{builder.Name}' is no client of this SDK: call it on what AddValentina or AddClaudeCode returned.", nameof(builder));
        if (type == typeof(ValentinaOptions))
        {
            Add<ValentinaOptions>(builder.Services, key, make);
        }
        else
        {
            Add<ClaudeCode.ClaudeCodeOptions>(builder.Services, key, make);
        }

        return builder;
    }

    private static void Add<TOptions>(IServiceCollection services, string name, Func<IServiceProvider, RateLimitGate> make)
        where TOptions : ClientOptions
        => services.AddSingleton<IPostConfigureOptions<TOptions>>(provider => new GateOfOptions<TOptions>(name, () => make(provider)));

    private sealed class GateOfOptions<TOptions>(string name, Func<RateLimitGate> make) : IPostConfigureOptions<TOptions>
        where TOptions : ClientOptions
    {
        private readonly Lazy<RateLimitGate> _gate = new(make);

        public void PostConfigure(string? optionsName, TOptions options)
        {
            if (optionsName == name)
            {
                options.RateLimitGate = _gate.Value;
            }
        }
    }
}
