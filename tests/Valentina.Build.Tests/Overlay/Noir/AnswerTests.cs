using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;

namespace Valentina.Build.Tests.Overlay.Noir;

/// <summary>What the server answers, where the document says something else: shown by recorded bodies.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void Included_children_have_their_real_type()
    {
        foreach (var (schema, children) in new Dictionary<string, string>
        {
            ["UserDetailResponse"] = "quickrolls:QuickRollResponse notes:NoteResponse assets:S3AssetResponse characters:CharacterResponse",
            ["CharacterDetailResponse"] =
                "traits:CharacterTraitResponse inventory:InventoryItemResponse notes:NoteResponse assets:S3AssetResponse",
            ["CampaignBookDetailResponse"] = "chapters:CampaignChapterResponse notes:NoteResponse assets:S3AssetResponse",
            ["CampaignChapterDetailResponse"] = "notes:NoteResponse assets:S3AssetResponse",
        })
        {
            foreach (var child in children.Split(' ').Select(entry => entry.Split(':')))
            {
                var items = Contract.Noir.Member(schema, child[0])["oneOf"]![0]!["items"]!;
                ((string)items["$ref"]!).Should().EndWith("/" + child[1], $"that is what {schema}.{child[0]} holds");
            }
        }

        Contract.Noir.Prepared["components"]!["schemas"]!["Struct"].Should().BeNull();
        Evidence.OnlyPreparedAccepts("getUser", recording => recording.Body!["notes"] is JsonArray { Count: > 0 });
        Evidence.OnlyPreparedAccepts("getCharacter", recording => recording.Body!["inventory"] is JsonArray { Count: > 0 });
    }

    [Fact]
    public void The_log_archive_is_a_zip_file()
    {
        var recording = Recordings.Noir.OfOperation("globalAdminDownloadServerLogs").Successes().First();
        var content = Contract.Noir.Operation("globalAdminDownloadServerLogs")["responses"]!["200"]!["content"]!.AsObject();
        content.Select(media => media.Key).Should().Equal(recording.MediaType);
        content["application/zip"]!["schema"]!["format"]!.GetValue<string>().Should().Be("binary");
    }

    [Fact]
    public void A_new_key_comes_with_its_developer()
    {
        Evidence.PreparedAccepts("globalAdminCreateDeveloperApiKey");
        Evidence.PreparedAccepts("regenerateDeveloperMeApiKey");
        foreach (var (id, schema) in new[]
        {
            ("regenerateDeveloperMeApiKey", "NewDeveloperApiKey"), ("globalAdminCreateDeveloperApiKey", "NewAdminDeveloperApiKey")
        })
        {
            Evidence.Is(Contract.AnswerSchema(Contract.Noir.Operation(id), 201), $$"""{"$ref":"#/components/schemas/{{schema}}"}""");
            Contract.Noir.Member(schema, "api_key")["x-secret"]!.GetValue<bool>().Should().BeTrue();
        }

        Contract.Noir.Member("NewAdminDeveloperApiKey", "is_global_admin")["type"]!.GetValue<string>().Should().Be("string");
    }

    [Fact]
    public void Audit_entries_are_one_type()
    {
        foreach (var id in new[] { "listCompanyAuditLogs", "globalAdminListDeveloperAuditLogs" })
        {
            Evidence.Is(
                Contract.AnswerSchema(Contract.Noir.Operation(id), 200),
                """{"$ref":"#/components/schemas/OffsetPagination_vapi.domain.audit.dto.AuditLogDetailResponse_"}""");
            Evidence.PreparedAccepts(id);
        }

        var schemas = Contract.Noir.Prepared["components"]!["schemas"]!.AsObject().Select(schema => schema.Key);
        schemas.Should().NotContain("AuditLogResponse").And.NotContain("OffsetPagination_vapi.domain.audit.dto.AuditLogResponse_");
        Evidence.Is(Contract.Noir.Member("AuditLogDetailResponse", "request_json"), """{"x-any-json":true}""");
        foreach (var member in new[] { "changes", "query_params" })
        {
            Evidence.Is(
                Contract.Noir.Member("AuditLogDetailResponse", member),
                """{"oneOf":[{"type":"object","additionalProperties":{},"x-any-json":true},{"type":"null"}]}""");
        }

        Evidence.Is(
            Contract.Noir.Member("AuditLogDetailResponse", "path_params"),
            """{"oneOf":[{"type":"object","additionalProperties":{"type":"string"}},{"type":"null"}]}""");
    }

    [Fact]
    public void Top_traits_are_typed()
    {
        Evidence.Is(
            Contract.Noir.Member("RollStatistics", "top_traits"), """{"type":"array","items":{"$ref":"#/components/schemas/TopTrait"}}""");
        Recordings.Noir.OfOperation("getCompanyStatistics").Successes()
            .Should().OnlyContain(recording => recording.Body!["top_traits"] is JsonArray);
        Contract.Noir.Schema("RollStatistics")["required"]!.AsArray().Select(name => (string)name!)
            .Should().Contain(["average_difficulty", "average_pool", "top_traits"]);
        Contract.Noir.Schema("TopTrait")["properties"]!.AsObject().Select(member => member.Key)
            .Should().Equal("name", "usage_count", "trait_id");
        Evidence.PreparedAccepts("getCompanyStatistics");
    }

    [Fact]
    public void The_options_are_typed()
    {
        Evidence.Is(
            Contract.AnswerSchema(Contract.Noir.Operation("getCompanyOptions"), 200), """{"$ref":"#/components/schemas/CompanyOptions"}""");
        Evidence.PreparedAccepts("getCompanyOptions");
    }

    [Fact]
    public void Provider_profiles_are_typed()
    {
        foreach (var user in new[] { "AdminUserResponse", "UserDetailResponse", "user_dto_UserResponse" })
        {
            foreach (var (member, schema, count) in new[]
            {
                ("google_profile", "GoogleProfile", 8), ("github_profile", "GitHubProfile", 6),
                ("apple_profile", "AppleProfile", 3), ("discord_profile", "DiscordProfile", 8),
            })
            {
                Evidence.Is(
                    Contract.Noir.Member(user, member),
                    $$"""{"oneOf":[{"$ref":"#/components/schemas/{{schema}}"},{"type":"null"}]}""");
                Contract.Noir.Schema(schema)["properties"]!.AsObject().Should().HaveCount(count);
            }
        }

        Evidence.PreparedAccepts("identifyUser");
    }

    [Fact]
    public void Specialties_of_a_concept_are_typed()
    {
        Evidence.Is(
            Contract.Noir.Member("CharacterConceptResponse", "specialties"),
            """{"type":"array","items":{"$ref":"#/components/schemas/ConceptSpecialty"}}""");
        Evidence.PreparedAccepts("getCharacterBlueprintConcept");
        Contract.Noir.Schema("ConceptSpecialty")["properties"]!.AsObject().Should().NotContainKey("id", "the recorded ones have none");
    }

    [Fact]
    public void Instants_are_date_times()
    {
        foreach (var member in new[] { "date_created", "date_modified" })
        {
            Evidence.Is(Contract.Noir.Member("CharacterTraitResponse", member), """{"type":"string","format":"date-time"}""");
        }

        Evidence.Is(
            Contract.Noir.Member("LogEntry", "timestamp"), """{"oneOf":[{"type":"string","format":"date-time"},{"type":"null"}]}""");
        Evidence.PreparedAccepts("listCharacterTraits");
        Evidence.PreparedAccepts("globalAdminTailServerLogs");
    }

    [Fact]
    public void Log_entries_keep_whatever_was_logged()
    {
        Recordings.Noir.OfOperation("globalAdminTailServerLogs").Successes()
            .SelectMany(recording => recording.Body!.AsArray())
            .Should().Contain(entry => entry!["extra"]!["status_code"] != null, "the members depend on the entry");
        Contract.Noir.Member("LogEntry", "extra")["x-any-json"]!.GetValue<bool>().Should().BeTrue();
    }
}
