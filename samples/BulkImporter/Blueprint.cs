using BulkImporter.Input;
using Valentina;
using Valentina.Models;

namespace BulkImporter;

/// <summary>What the names in the file mean on the server.</summary>
internal sealed class Blueprint
{
    private readonly Guid _campaignId;
    private readonly Dictionary<string, Guid> _clans;
    private readonly Dictionary<string, Guid> _concepts;

    private Blueprint(Guid campaignId, IEnumerable<VampireClan> clans, IEnumerable<CharacterConcept> concepts)
    {
        _campaignId = campaignId;
        _clans = clans.ToDictionary(clan => clan.Name, clan => clan.Id, StringComparer.OrdinalIgnoreCase);
        _concepts = concepts.ToDictionary(concept => concept.Name, concept => concept.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Asks for all of it at once.</summary>
    public static async Task<Blueprint> LoadAsync(CompanyScope company, Guid campaignId, CancellationToken cancellationToken)
    {
        var clans = company.CharacterBlueprint.ListAllVampireClansAsync(GameVersion.V5, paging: cancellationToken);
        var concepts = company.CharacterBlueprint.ListAllConceptsAsync(paging: cancellationToken);
        await Task.WhenAll(clans, concepts);
        return new Blueprint(campaignId, await clans, await concepts);
    }

    /// <summary>The request of a row.</summary>
    /// <exception cref="FormatException">A name means nothing; nothing was sent.</exception>
    public CharacterCreate Request(CastMember row)
    {
        var @class = CharacterClass.Parse(row.Class.ToUpperInvariant());
        return new CharacterCreate
        {
            NameFirst = row.FirstName,
            NameLast = row.LastName,
            CharacterClass = @class.IsKnown ? @class : throw new FormatException($"there is no class \"{row.Class}\""),
            GameVersion = GameVersion.V5,
            Type = CharacterType.Npc,
            CampaignId = _campaignId,
            Age = row.Age,
            Biography = row.Biography,
            ConceptId = Find(_concepts, "concept", row.Concept),
            VampireAttributes = Find(_clans, "clan", row.Clan) is { } clan ? new VampireAttributesCreate { ClanId = clan } : null,
        };
    }

    private static Guid? Find(Dictionary<string, Guid> known, string kind, string? name)
        => name is null ? null
            : known.TryGetValue(name, out var id) ? id
            : throw new FormatException($"there is no {kind} \"{name}\"");
}
