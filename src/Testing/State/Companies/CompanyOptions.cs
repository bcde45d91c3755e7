using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>The options of a company: every enumeration of the contract, where the contract says it stands.</summary>
internal static class CompanyOptions
{
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["PermissionManageCampaign"] = "ManageCampaignPermission",
        ["PermissionManageNPC"] = "ManageNpcPermission",
        ["PermissionsGrantXP"] = "GrantXpPermission",
        ["PermissionsFreeTraitChanges"] = "FreeTraitChangesPermission",
        ["PermissionsRecoupXP"] = "RecoupXpPermission",
    };

    private static readonly Dictionary<string, string[]> NotInContract = new(StringComparer.Ordinal)
    {
        ["HunterCreed"] = ["ENTREPRENEURIAL", "FAITHFUL", "INQUISITIVE", "MARTIAL", "UNDERGROUND"],
        ["CharacterClassPercentileChance"] = [
            "MORTAL: 0-59", "VAMPIRE: 60-68", "WEREWOLF: 69-77", "MAGE: 78-86", "HUNTER: 87-95", "GHOUL: 96-100"
        ],
    };

    private static readonly (string Name, string Path)[] Links =
    [
        ("concepts", "concepts"), ("traits", "traits"), ("trait_sections", "sections"), ("trait_categories", "categories"),
        ("vampire_clans", "vampire-clans"), ("werewolf_tribes", "werewolf-tribes"), ("werewolf_auspices", "werewolf-auspices"),
        ("vampire_clan_detail", "vampire-clans/{vampire_clan_id}"), ("werewolf_auspice_detail", "werewolf-auspices/{werewolf_auspice_id}"),
        ("werewolf_tribe_detail", "werewolf-tribes/{werewolf_tribe_id}"),
    ];

    public static void Map(HandlerRegistry registry)
        => registry.On(
            "getCompanyOptions", call => Write(registry.Contract, registry.Contract.Schema("CompanyOptions"), call.Exchange.Request.Url));

    private static JsonObject Write(ContractDocument contract, ContractSchema schema, Uri url)
    {
        var view = new JsonObject();
        foreach (var member in schema.Members)
        {
            var core = member.Schema.Core;
            view[member.Name] = member.Name == "_related" ? Related(url)
                : core.Members.Count > 0 ? Write(contract, core, url)
                : Values(contract, member.Name);
        }

        return view;
    }

    private static JsonArray Values(ContractDocument contract, string name)
        => NotInContract.TryGetValue(name, out var texts)
            ? new JsonArray([.. texts.Select(text => JsonValue.Create(text))])
            : (JsonArray)contract.Schema(OtherNames.GetValueOrDefault(name, name)).Source["enum"]!.DeepClone();

    private static JsonObject Related(Uri url)
    {
        var root = $"{url.Scheme}://{url.Authority}/api/v1/companies/{{company_id}}/characterblueprint/";
        return new JsonObject(Links.Select(link => KeyValuePair.Create(link.Name, (JsonNode?)JsonValue.Create(root + link.Path))));
    }
}
