using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;

namespace Valentina.Build.Tests.Overlay.Noir;

/// <summary>Closed sets that the document declares as free text.</summary>
public sealed class EnumerationTests
{
    private const string Places = """
        AdminUserCreate.role UserRole
        AdminUserResponse.role UserRole
        AdminUserPatch.role UserRole
        UserApprove.role UserRole
        UserCreate.role UserRole
        UserPatch.role UserRole
        UserDetailResponse.role UserRole
        UserLookupResult.role UserRole
        company_dto_UserResponse.role UserRole
        user_dto_UserResponse.role UserRole
        CompanySettingsCreate.permission_manage_campaign ManageCampaignPermission
        CompanySettingsCreate.permission_manage_npc ManageNpcPermission
        CompanySettingsCreate.permission_grant_xp GrantXpPermission
        CompanySettingsCreate.permission_free_trait_changes FreeTraitChangesPermission
        CompanySettingsCreate.permission_recoup_xp RecoupXpPermission
        CompanySettingsPatch.permission_manage_campaign ManageCampaignPermission
        CompanySettingsPatch.permission_manage_npc ManageNpcPermission
        CompanySettingsPatch.permission_grant_xp GrantXpPermission
        CompanySettingsPatch.permission_free_trait_changes FreeTraitChangesPermission
        CompanySettingsPatch.permission_recoup_xp RecoupXpPermission
        CompanySettingsResponse.permission_manage_campaign ManageCampaignPermission
        CompanySettingsResponse.permission_manage_npc ManageNpcPermission
        CompanySettingsResponse.permission_grant_xp GrantXpPermission
        CompanySettingsResponse.permission_free_trait_changes FreeTraitChangesPermission
        CompanySettingsResponse.permission_recoup_xp RecoupXpPermission
        CompanyPermissionResponse.permission CompanyPermission
        S3AssetResponse.asset_type AssetType
        AuditLogDetailResponse.entity_type AuditEntityType
        AuditLogDetailResponse.operation AuditOperation
        DiceRollResultResponse.total_result_type RollResultType
        DiceRollResponse.dice_size DiceSize
        DictionaryTermResponse.source_type DictionarySourceType
        WerewolfTribeResponse.renown WerewolfRenown
        GiftAttributesResponse.renown WerewolfRenown
        TraitSubcategoryResponse.hunter_edge_type HunterEdgeType
        CharSheetSectionResponse.character_classes CharacterClass
        TraitCategoryResponse.character_classes CharacterClass
        TraitResponse.character_classes CharacterClass
        TraitSubcategoryResponse.character_classes CharacterClass
        CharSheetSectionResponse.game_versions GameVersion
        TraitCategoryResponse.game_versions GameVersion
        TraitResponse.game_versions GameVersion
        TraitSubcategoryResponse.game_versions GameVersion
        VampireClanResponse.game_versions GameVersion
        WerewolfAuspiceResponse.game_versions GameVersion
        WerewolfTribeResponse.game_versions GameVersion
        SystemHealth.database_status ServiceStatus
        SystemHealth.cache_status ServiceStatus
        TraitValueOptionDetail.direction TraitValueDirection
        """;

    /// <summary>Where the recorded options answer lists a set, by the name we gave the set.</summary>
    private static readonly Dictionary<string, (string Section, string Key)> InOptions = new()
    {
        ["ManageCampaignPermission"] = ("companies", "PermissionManageCampaign"),
        ["ManageNpcPermission"] = ("companies", "PermissionManageNPC"),
        ["GrantXpPermission"] = ("companies", "PermissionsGrantXP"),
        ["FreeTraitChangesPermission"] = ("companies", "PermissionsFreeTraitChanges"),
        ["RecoupXpPermission"] = ("companies", "PermissionsRecoupXP"),
        ["RollResultType"] = ("gameplay", "RollResultType"),
        ["WerewolfRenown"] = ("characters", "WerewolfRenown"),
    };

    [Fact]
    public void Closed_sets_are_enumerations()
    {
        foreach (var place in Places.Split('\n').Select(line => line.Split(' ')))
        {
            var member = place[0].Split('.');
            var schema = Innermost(Contract.Noir.Member(member[0], member[1]));
            ((string?)schema["$ref"]).Should().Be($"#/components/schemas/{place[1]}", place[0]);
            schema.Should().NotContainKey("type").And.NotContainKey("enum");
        }

        var options = Recordings.Noir.OfOperation("getCompanyOptions").Successes().First().Body!;
        foreach (var (name, (section, key)) in InOptions)
        {
            Values(name).Should().BeEquivalentTo(options[section]![key]!.AsArray().Select(value => (string)value!), name);
        }

        Values("DictionarySourceType").Should().Equal("trait", "clan", "tribe", "auspice", "trait_subcategory");
        Values("ServiceStatus").Should().Equal("online", "offline");
        Values("TraitValueDirection").Should().Equal("increase", "decrease");
        Recordings.Noir.Should().Contain(
            recording => recording.OperationId == "createUser" && recording.Status == 500, "a role outside the set breaks the server");
        Recordings.Noir.Should().Contain(
            recording => recording.OperationId == "createCompany" && recording.Status == 500,
            "a setting outside the set breaks the server");
    }

    [Fact]
    public void Dice_sizes_have_names()
        => Contract.Noir.Schema("DiceSize")["x-enum-varnames"]!.AsArray().Select(name => ((string)name!).TrimStart('D'))
            .Should().Equal(Contract.Noir.Schema("DiceSize")["enum"]!.AsArray().Select(value => value!.ToString()));

    private static IEnumerable<string> Values(string schema)
        => Contract.Noir.Schema(schema)["enum"]!.AsArray().Select(value => (string)value!);

    private static JsonObject Innermost(JsonNode schema) => (schema["oneOf"]?[0] ?? schema["items"] ?? schema).AsObject();
}
