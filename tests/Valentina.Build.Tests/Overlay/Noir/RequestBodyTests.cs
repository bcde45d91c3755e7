using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;
using Valentina.Tests.Shared.Schemas;

namespace Valentina.Build.Tests.Overlay.Noir;

/// <summary>What the server demands of a request body: shown by recorded error responses.</summary>
public sealed class RequestBodyTests
{
    private const string Limits = """
        CompanyCreate.name minLength 3 maxLength 50
        CompanyPatch.name minLength 3 maxLength 50
        CampaignCreate.name minLength 3 maxLength 50
        CampaignPatch.name minLength 3 maxLength 50
        QuickRollCreate.name minLength 3 maxLength 50
        QuickRollPatch.name minLength 3 maxLength 50
        CharacterCreate.name_first minLength 3 maxLength 50
        CharacterCreate.name_last minLength 3 maxLength 50
        CharacterCreate.name_nick minLength 3 maxLength 50 x-allow-empty true
        CharacterPatch.name_first minLength 3 maxLength 50
        CharacterPatch.name_last minLength 3 maxLength 50
        CharacterPatch.name_nick minLength 3 maxLength 50 x-allow-empty true
        NoteCreate.title minLength 3 maxLength 50
        NotePatch.title minLength 3 maxLength 50
        UserCreate.username minLength 3 maxLength 50
        UserPatch.username minLength 3 maxLength 50
        AdminUserCreate.username minLength 3 maxLength 50
        AdminUserPatch.username minLength 3 maxLength 50
        DictionaryTermCreate.term minLength 3 maxLength 50
        DictionaryTermPatch.term minLength 3 maxLength 50
        UserCreate.name_first minLength 2 maxLength 50
        UserCreate.name_last minLength 2 maxLength 50
        UserPatch.name_first minLength 2 maxLength 50
        UserPatch.name_last minLength 2 maxLength 50
        AdminUserCreate.name_first minLength 2 maxLength 50
        AdminUserCreate.name_last minLength 2 maxLength 50
        AdminUserPatch.name_first minLength 2 maxLength 50
        AdminUserPatch.name_last minLength 2 maxLength 50
        NoteCreate.content minLength 3
        NotePatch.content minLength 3
        CompanyCreate.description minLength 3 x-allow-empty none
        CompanyPatch.description minLength 3 x-allow-empty none
        CampaignCreate.description minLength 3 x-allow-empty true
        CampaignPatch.description minLength 3 x-allow-empty true
        QuickRollCreate.description minLength 3 x-allow-empty true
        QuickRollPatch.description minLength 3 x-allow-empty true
        CharacterCreate.biography minLength 3 x-allow-empty true
        CharacterPatch.biography minLength 3 x-allow-empty true
        CharacterCreate.demeanor minLength 3 maxLength 50 x-allow-empty true
        CharacterCreate.nature minLength 3 maxLength 50 x-allow-empty true
        CharacterPatch.demeanor minLength 3 maxLength 50 x-allow-empty true
        CharacterPatch.nature minLength 3 maxLength 50 x-allow-empty true
        CompanyCreate.email format email
        CompanyPatch.email format email
        UserCreate.email format email
        UserPatch.email format email
        AdminUserCreate.email format email
        AdminUserPatch.email format email
        DeveloperCreate.email format email
        DeveloperPatch.email format email
        AdminDeveloperPatch.email format email
        CampaignCreate.desperation minimum 0 maximum 5
        CampaignCreate.danger minimum 0 maximum 5
        CampaignPatch.desperation minimum 0 maximum 5
        CampaignPatch.danger minimum 0 maximum 5
        CompanySettingsCreate.character_autogen_num_choices minimum 1 maximum 10
        CompanySettingsPatch.character_autogen_num_choices minimum 1 maximum 10
        CompanySettingsCreate.character_autogen_xp_cost minimum 0 maximum 100
        CompanySettingsCreate.character_autogen_starting_points minimum 0 maximum 100
        CompanySettingsPatch.character_autogen_xp_cost minimum 0 maximum 100
        CompanySettingsPatch.character_autogen_starting_points minimum 0 maximum 100
        HunterAttributesCreate.creed minLength 3 maxLength 50 x-allow-empty true
        HunterAttributesPatch.creed minLength 3 maxLength 50 x-allow-empty true
        MageAttributesCreate.sphere minLength 3 maxLength 50 x-allow-empty true
        MageAttributesPatch.sphere minLength 3 maxLength 50 x-allow-empty true
        MageAttributesCreate.tradition minLength 3 maxLength 50 x-allow-empty true
        MageAttributesPatch.tradition minLength 3 maxLength 50 x-allow-empty true
        CharacterTraitCreateCustom.name minLength 3 maxLength 50
        CharacterTraitCreateCustom.min_value minimum 0 maximum 100
        CharacterTraitCreateCustom.max_value minimum 0 maximum 100
        CharacterTraitCreateCustom.initial_cost minimum 0 maximum 100
        CharacterTraitCreateCustom.upgrade_cost minimum 0 maximum 100
        CampaignBookCreate.name minLength none maxLength 50
        CampaignBookPatch.name minLength none maxLength 50
        CampaignChapterCreate.name minLength none maxLength 50
        CampaignChapterPatch.name minLength none maxLength 50
        InventoryItemCreate.name minLength none maxLength 50
        InventoryItemPatch.name minLength none maxLength 50
        DeveloperCreate.username minLength none maxLength 50
        DeveloperPatch.username minLength none maxLength 50
        AdminDeveloperPatch.username minLength none maxLength 50
        IdentifyRequest.username minLength 3 maxLength none
        CharacterTraitAddConstant.value minimum none maximum none
        QuickRollCreate.trait_ids minItems 1
        QuickRollPatch.trait_ids minItems 1
        """;

    [Fact]
    public void Limits_the_server_enforces_are_declared()
    {
        foreach (var line in Limits.Split('\n').Select(line => line.Split(' ')))
        {
            var member = line[0].Split('.');
            var schema = Contract.Noir.Member(member[0], member[1]);
            schema = schema["oneOf"]?[0] ?? schema;
            for (var index = 1; index < line.Length; index += 2)
            {
                (schema[line[index]]?.ToString() ?? "none").Should().Be(line[index + 1], $"{line[0]} has a {line[index]}");
            }
        }

        Contract.BodySchema(Contract.Noir.Operation("bulkAssignTraitsToCharacter"))!["maxItems"]!.GetValue<int>().Should().Be(200);
        RefusedByPreparedOnly("createCampaign", "name: Length of 'Ab' 2 < 3");
        RefusedByPreparedOnly("createCampaign", "danger: Value should be greater or equal to 0");
        RefusedByPreparedOnly("createUser", "username: Length of 'ab' 2 < 3");
        Recordings.Noir.OfOperation("updateCompany")
            .Should().Contain(recording => recording.Status == 400 && recording.Note == "setting above maximum");
    }

    [Fact]
    public void What_the_server_demands_is_required()
    {
        RefusedByPreparedOnly("createCompany", "email: Invalid email format: ");
        RefusedByPreparedOnly("createUserNote", "content: Length of '' 0 < 3");
        foreach (var (schema, member) in new[]
        {
            ("CompanyCreate", "email"), ("NoteCreate", "content"), ("QuickRollCreate", "trait_ids"),
        })
        {
            Contract.Noir.Schema(schema)["required"]!.AsArray().Select(name => (string)name!).Should().Contain(member, schema);
            Contract.Noir.Member(schema, member).AsObject().Should().NotContainKey("default", "the default is refused");
        }

        BadRequest("createDictionaryTerm", "DictionaryTerm must have either a definition or a link.");
        Rule(Contract.Noir.Schema("DictionaryTermCreate")).Should().Be("at-least-one definition link");
        BadRequest("createCharacter", "Vampire clan id is required");
        Rules(Contract.Noir.Schema("CharacterCreate")).Should().Contain("required-when vampire_attributes");
        Recordings.Noir.OfOperation("lookupUser")
            .Should().Contain(recording => recording.Status == 400 && recording.Note == "no identifier");
        Rule(Contract.Noir.Operation("lookupUser")).Should().Be("at-least-one email discord_id google_id github_id apple_id");
    }

    [Fact]
    public void A_player_plays_the_characters_of_players_and_no_others()
    {
        BadRequest("updateCharacter", "PLAYER characters must have a user_player_id");
        Rules(Contract.Noir.Schema("CharacterCreate")).Should().Contain("absent-when user_player_id");
        Rules(Contract.Noir.Schema("CharacterPatch")).Should().Equal("absent-when user_player_id", "not-null-when user_player_id");
        Evidence.Is(
            Contract.Noir.Member("CharacterPatch", "user_player_id"), """{"oneOf":[{"type":"string","format":"uuid"},{"type":"null"}]}""");
    }

    [Fact]
    public void Provider_audiences_are_a_map_or_null()
    {
        Recordings.Noir.OfOperation("updateDeveloperMe").Successes()
            .Should().Contain(recording => recording.RequestBody!.AsObject().ContainsKey("provider_audiences")
                && recording.RequestBody["provider_audiences"] == null);
        BadRequest("updateDeveloperMe", "provider_audiences contains unsupported provider keys: ['myspace']");
        foreach (var schema in new[] { "DeveloperPatch", "AdminDeveloperPatch" })
        {
            var audiences = Contract.Noir.Member(schema, "provider_audiences");
            Evidence.Is(
                audiences["oneOf"],
                """[{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},{"type":"null"}]""");
            Rule(audiences.AsObject()).Should().Be("keys apple google");
        }
    }

    [Fact]
    public void Uploads_take_one_image()
    {
        Recordings.Noir.OfOperation("uploadUserAsset").Failures().Select(recording => recording.Detail)
            .Should().Contain("Upload must be a PNG, JPEG, GIF, or WEBP image.");
        var uploads = Contract.Noir.Operations().Where(entry => Contract.BodySchema(entry.Operation, "multipart/form-data") is not null)
            .ToList();
        uploads.Should().HaveCount(6);
        foreach (var (_, _, operation) in uploads)
        {
            Evidence.Is(Contract.BodySchema(operation, "multipart/form-data")!["required"], """["file"]""");
            operation["requestBody"]!["content"]!["multipart/form-data"]!["encoding"]!["file"]!["contentType"]!.GetValue<string>()
                .Should().Be("image/png, image/jpeg, image/gif, image/webp");
        }
    }

    private static string Rule(JsonObject holder) => Rules(holder).SingleOrDefault() ?? "";

    private static List<string> Rules(JsonObject holder)
        => [.. (holder["x-rules"] as JsonArray ?? []).Select(rule => $"{rule!["rule"]} {string.Join(' ', rule["members"]!.AsArray())}")];

    private static Recording BadRequest(string id, string detail)
    {
        var answer = Recordings.Noir.OfOperation(id).FirstOrDefault(recording => recording.Status == 400 && recording.Detail == detail);
        answer.Should().NotBeNull("the server refused {0} with: {1}", id, detail);
        return answer!;
    }

    private static void RefusedByPreparedOnly(string id, string detail)
    {
        var recording = BadRequest(id, detail);
        bool Accepts(JsonObject document, JsonObject operation)
            => new DocumentSchemas(document).Accepts(Contract.BodySchema(operation), recording.RequestBody);

        Accepts(Contract.Noir.Published, Contract.Noir.PublishedOperation(id)).Should().BeTrue(
            "the published document does not know: {0}", detail);
        Accepts(Contract.Noir.Prepared, Contract.Noir.Operation(id)).Should().BeFalse("the server said: {0}", detail);
    }
}
