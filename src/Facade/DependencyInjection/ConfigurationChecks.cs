using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Valentina.ClaudeCode;

namespace Valentina.DependencyInjection;

/// <summary>Finds what the binder takes without a word and hardly anybody means.</summary>
internal static class ConfigurationChecks
{
    private static readonly string[] Times =
    [
        nameof(ClientOptions.Timeout), nameof(ClientOptions.TotalTimeout), nameof(ClientOptions.RetryDelay),
        nameof(ClientOptions.MaxRetryDelay), nameof(ClientOptions.MaxGateWait), nameof(ClaudeCodeOptions.TaskTimeout),
        nameof(ClaudeCodeOptions.StreamIdleTimeout), nameof(ClaudeCodeOptions.StreamKeepAliveInterval),
    ];

    /// <summary>Looks at the section that the options are bound from; what is wrong with it counts as wrong with the options.</summary>
    public static OptionsBuilder<TOptions> Check<TOptions>(this OptionsBuilder<TOptions> options, IConfiguration configuration)
        where TOptions : ClientOptions
        => options.Configure(bound =>
        {
            bound.MissingSection = configuration is IConfigurationSection section && !section.Exists() ? section.Path : null;
            bound.ConfigurationProblems = [.. Times.Select(name => Problem(name, configuration[name])).OfType<string>()];
        });

    /// <summary>.NET reads a bare number as days, where whoever writes one means seconds.</summary>
    private static string? Problem(string name, string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number != 0
            ? $"{name} is {text} in the configuration, which .NET reads as days: write 00:00:30 for thirty seconds, 1.00:00:00 for a day."
            : null;
}
