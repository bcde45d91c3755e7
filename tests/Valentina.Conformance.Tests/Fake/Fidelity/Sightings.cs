using System.Text.Json.Nodes;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>Everything the recording shows of the server's things: which, of what kind, and how they looked when.</summary>
internal sealed class Sightings
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["CharSheetSectionResponse"] = Testing.Kinds.Section, ["TraitCategoryResponse"] = Testing.Kinds.Category,
        ["TraitSubcategoryResponse"] = Testing.Kinds.Subcategory,
        ["TraitResponse"] = Testing.Kinds.Trait, ["CharacterConceptResponse"] = Testing.Kinds.Concept,
        ["VampireClanResponse"] = Testing.Kinds.Clan,
        ["WerewolfTribeResponse"] = Testing.Kinds.Tribe, ["WerewolfAuspiceResponse"] = Testing.Kinds.Auspice,
        ["DictionaryTermResponse"] = Testing.Kinds.Term,
        ["CompanyResponse"] = Testing.Kinds.Company, ["user_dto_UserResponse"] = Testing.Kinds.User,
        ["UserDetailResponse"] = Testing.Kinds.User,
        ["AdminUserResponse"] = Testing.Kinds.User, ["company_dto_UserResponse"] = Testing.Kinds.User,
        ["CampaignResponse"] = Testing.Kinds.Campaign,
        ["CampaignBookResponse"] = Testing.Kinds.Book, ["CampaignBookDetailResponse"] = Testing.Kinds.Book,
        ["CampaignChapterResponse"] = Testing.Kinds.Chapter,
        ["CampaignChapterDetailResponse"] = Testing.Kinds.Chapter, ["CharacterResponse"] = Testing.Kinds.Character,
        ["CharacterDetailResponse"] = Testing.Kinds.Character,
        ["CharacterTraitResponse"] = Testing.Kinds.CharacterTrait, ["InventoryItemResponse"] = Testing.Kinds.InventoryItem,
        ["NoteResponse"] = Testing.Kinds.Note,
        ["S3AssetResponse"] = Testing.Kinds.Asset, ["QuickRollResponse"] = Testing.Kinds.QuickRoll,
        ["DiceRollResponse"] = Testing.Kinds.DiceRoll,
        ["CampaignExperienceResponse"] = Testing.Kinds.Experience, ["DeveloperResponse"] = Testing.Kinds.Developer,
        ["DeveloperAdminResponse"] = Testing.Kinds.Developer,
        ["ChargenSessionResponse"] = Testing.Kinds.Session,
    };

    private static readonly HashSet<string> CatalogueKinds = new(StringComparer.Ordinal)
    {
        Testing.Kinds.Section, Testing.Kinds.Category, Testing.Kinds.Subcategory, Testing.Kinds.Trait, Testing.Kinds.Concept,
        Testing.Kinds.Clan, Testing.Kinds.Tribe, Testing.Kinds.Auspice,
    };

    private readonly Dictionary<string, List<(int Row, string Kind, JsonObject Looks)>> _byId = new(StringComparer.Ordinal);

    public Sightings(ContractDocument contract, IReadOnlyList<Row> rows)
    {
        foreach (var row in rows.Where(row => row.Status < 300 && row.OperationId is not null))
        {
            if (contract.Find(row.OperationId!)?.SuccessBody?.Schema is { } schema)
            {
                Walk(schema, row.Answer, row.Number);
            }
        }
    }

    /// <summary>The catalogue: what nobody made during the recording, and everybody's dictionary terms.</summary>
    public IEnumerable<(string Kind, JsonObject Looks)> Catalogue
        => _byId.Values.Select(sightings => (sightings[0].Kind, sightings[0].Looks))
            .Where(seen => (CatalogueKinds.Contains(seen.Kind) && seen.Looks["custom_for_character_id"] is null)
                || (seen.Kind == Testing.Kinds.Term && seen.Looks["company_id"] is null));

    /// <summary>How something looked at a row: as last seen before it, else as first seen after it.</summary>
    public (string Kind, JsonObject Looks)? Find(string id, int row)
        => !_byId.TryGetValue(id, out var sightings) ? null
            : sightings.LastOrDefault(seen => seen.Row <= row) is { Looks: not null } before ? (before.Kind, before.Looks)
            : (sightings[0].Kind, sightings[0].Looks);

    private void Walk(ContractSchema schema, JsonNode? node, int row)
    {
        var core = schema.Core;
        switch (node)
        {
            case JsonArray array when core.Items is not null:
                foreach (var item in array)
                {
                    Walk(core.Items, item, row);
                }

                break;
            case JsonObject form:
                if (core.Name is not null && Kinds.TryGetValue(core.Name, out var kind) && form["id"]?.GetValue<string>() is { } id)
                {
                    if (!_byId.TryGetValue(id, out var sightings))
                    {
                        _byId[id] = sightings = [];
                    }

                    sightings.Add((row, kind, form));
                }

                foreach (var member in core.Members.Concat(core.Alternatives.SelectMany(alternative => alternative.Core.Members)))
                {
                    Walk(member.Schema, form[member.Name], row);
                }

                break;
        }
    }
}
