using System.Globalization;
using System.Text;
using Valentina;
using Valentina.Models;

namespace ChatBot.Commands;

/// <summary>Shows a character that the user may see, found by any part of its name.</summary>
internal sealed class CharacterCommand : ISlashCommand
{
    private const int BestTraits = 5;

    public string Name => "/character";

    public string Usage => "/character NAME";

    public string Summary => "Shows a character; any part of the name will do";

    public async Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length == 0)
        {
            throw new UsageException("Whom do you mean?");
        }

        var found = (await company.Characters.ListAllAsync(paging: cancellationToken))
            .Where(character => character.NameFull.Contains(arguments, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return found switch
        {
            [] => $"There is nobody called \"{arguments}\".",
            [var one] => await DescribeAsync(company, one, cancellationToken),
            _ => $"Whom do you mean: {string.Join(", ", found.Select(character => character.NameFull))}?",
        };
    }

    private static async Task<string> DescribeAsync(CompanyScope company, Character character, CancellationToken cancellationToken)
    {
        var traits = await company.Character(character.Id).Traits.ListAllAsync(paging: cancellationToken);
        var text = new StringBuilder($"{character.NameFull}, {character.CharacterClass.Value.ToLowerInvariant()}");
        var nature = character.VampireAttributes?.ClanName ?? character.WerewolfAttributes?.TribeName ?? character.HunterAttributes?.Creed;
        text.Append(nature is null ? "" : $" ({nature})");
        text.Append(character.Status == CharacterStatus.Dead ? ", dead" : "");
        text.Append(character.ConceptName is { } concept ? $", {concept.ToLowerInvariant()}" : "");
        text.Append(character.Age is { } age ? $", {age.ToString(CultureInfo.InvariantCulture)} years old" : "");
        if (!string.IsNullOrWhiteSpace(character.Biography))
        {
            text.Append('\n').Append(character.Biography);
        }

        var best = traits
            .OrderByDescending(trait => trait.Value)
            .ThenBy(trait => trait.Trait.Name, StringComparer.Ordinal)
            .Take(BestTraits)
            .Select(trait => $"{trait.Trait.Name} {trait.Value}");
        return text.Append("\nBest at: ").AppendJoin(", ", best).ToString();
    }
}
