using System.Globalization;

namespace Valentina.Stress;

/// <summary>What the command line says.</summary>
internal sealed record StressOptions
{
    public const string Usage = "Valentina.Stress <scenario,…|all|list> [--short|--long] [--seed N] [--calls N] [--seconds N]";

    public required string Scenario { get; init; }

    public bool IsLong { get; init; }

    public int Seed { get; init; } = Environment.TickCount & int.MaxValue;

    /// <summary>How many calls; null leaves it to the form.</summary>
    public int? Calls { get; init; }

    /// <summary>How long; null leaves it to the form.</summary>
    public int? Seconds { get; init; }

    /// <summary>Chances that are the same for the same seed; every thread takes its own.</summary>
    public Random Chances(int thread = 0) => new(unchecked((Seed * 397) ^ thread));

    /// <exception cref="FormatException">It is not what <see cref="Usage"/> says.</exception>
    public static StressOptions Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || arguments[0].StartsWith('-'))
        {
            throw new FormatException("The scenario is missing.");
        }

        var options = new StressOptions { Scenario = arguments[0] };
        for (var index = 1; index < arguments.Count; index++)
        {
            options = arguments[index] switch
            {
                "--short" => options with { IsLong = false },
                "--long" => options with { IsLong = true },
                "--seed" => options with { Seed = Number(arguments, ++index) },
                "--calls" => options with { Calls = Number(arguments, ++index) },
                "--seconds" => options with { Seconds = Number(arguments, ++index) },
                var other => throw new FormatException($"'{other}' is unknown."),
            };
        }

        return options;
    }

    private static int Number(IReadOnlyList<string> arguments, int index)
        => index < arguments.Count && int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{arguments[index - 1]} needs a number.");
}
