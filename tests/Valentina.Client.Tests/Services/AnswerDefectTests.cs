using Newtonsoft.Json.Linq;
using Valentina.Models;

namespace Valentina.Client.Tests.Services;

/// <summary>Answers the reference client cannot read, or reads only in part.</summary>
public class AnswerDefectTests
{
    private static readonly Guid Id = ServiceHarness.Id;

    [Fact]
    [Trait("Defect", "D02")]
    public async Task A_new_key_for_a_developer_with_companies_is_returned()
    {
        using var given = new ServiceHarness("""
            {"id":"019c0000-0000-7000-8000-000000000003","username":"dev","email":"d@example.org","date_created":"2026-11-22T04:18:37.313186Z",
             "date_modified":"2026-11-22T04:18:37.313186Z","api_key":"new","is_global_admin":"False","key_generated":"2026-11-22T04:18:37Z",
             "companies":[{"company_id":"019c0000-0000-7000-8000-000000000001","company_name":"Night","permission":"OWNER"}]}
            """);

        var account = await given.Client.GlobalAdmin.CreateApiKeyAsync(Id);

        account.ApiKey.Should().Be("new");
        account.Companies.Single().CompanyName.Should().Be("Night");
        given.Client.System.Health();
        given.Server.Sent.Last().Header("X-API-KEY").Should().Be("key", "the new key is another developer's");
    }

    [Fact]
    [Trait("Defect", "D03")]
    public async Task A_developer_who_never_set_audiences_is_read()
    {
        using var given = new ServiceHarness("""{"id":"019c0000-0000-7000-8000-000000000003","username":"dev","email":"d@example.org","provider_audiences":null,"companies":[]}""");

        (await given.Client.Developer.GetMeAsync()).ProviderAudiences.Should().BeNull();
        (await given.Client.GlobalAdmin.GetDeveloperAsync(Id)).ProviderAudiences.Should().BeNull();
        (await given.Client.GlobalAdmin.CreateDeveloperAsync(new DeveloperCreate { Username = "dev", Email = "d@example.org" })).Username
            .Should().Be("dev");
    }

    [Fact]
    [Trait("Defect", "D04")]
    public async Task Audit_entries_with_nulls_break_no_page()
    {
        using var given = new ServiceHarness("""
            {"items":[{"id":"019c0000-0000-7000-8000-000000000003","company_id":null,"target_entity_id":null,"entity_type":null,"operation":null,"description":null}],
             "limit":100,"offset":0,"total":1}
            """);

        (await given.Client.GlobalAdmin.ListAllAuditLogsAsync(Id)).Single().CompanyId.Should().BeNull();
        given.Client.Companies.ListAllAuditLogs(Id).Single().Operation.Should().BeNull();
    }

    [Fact]
    [Trait("Defect", "D05")]
    public async Task Bane_and_compulsion_of_a_vampire_are_written_and_read()
    {
        using var given = new ServiceHarness("""
            {"vampire_attributes":{"bane_name":"Rotten","bane_description":"It shows.","compulsion_name":"Feed","compulsion_description":"Now."}}
            """);

        var character = await given.Acting.Characters.UpdateAsync(Id, new CharacterPatch
        {
            VampireAttributes = new VampireAttributesPatch
            {
                BaneName = "Rotten",
                BaneDescription = "It shows.",
                CompulsionName = "Feed",
                CompulsionDescription = "Now."
            },
        });

        JToken.DeepEquals(JObject.Parse(given.Sent.BodyText!), JObject.Parse("""
            {"vampire_attributes":{"bane_name":"Rotten","bane_description":"It shows.","compulsion_name":"Feed","compulsion_description":"Now."}}
            """)).Should().BeTrue();
        character.VampireAttributes!.BaneName.Should().Be("Rotten");
        character.VampireAttributes.CompulsionDescription.Should().Be("Now.");
    }

    [Fact]
    [Trait("Defect", "D09")]
    public async Task Values_nobody_knew_and_texts_of_any_length_break_no_page()
    {
        using var given = new ServiceHarness("""
            {"items":[{"id":"019c0000-0000-7000-8000-000000000003","name_first":"X","character_class":"CHANGELING","type":"LEGEND","status":"TORPID","news":{"deep":[1]}}],
             "limit":100,"offset":0,"total":1}
            """);

        var character = (await given.Acting.Characters.ListAllAsync()).Single();

        character.CharacterClass.IsKnown.Should().BeFalse();
        character.CharacterClass.Value.Should().Be("CHANGELING");
        character.NameFirst.Should().Be("X");
        character.AdditionalData!["news"]["deep"]![0]!.Value<int>().Should().Be(1);
    }

    [Theory]
    [InlineData(typeof(Note), "campaign_id", "book_id", "chapter_id", "character_id", "user_id", "company_id")]
    [InlineData(typeof(CharacterTrait), "date_created", "date_modified")]
    [InlineData(typeof(ChargenSession), "date_created", "date_modified")]
    [InlineData(typeof(CampaignExperience), "id", "user_id")]
    [InlineData(typeof(CompanySettings), "id")]
    [InlineData(typeof(Specialty), "id")]
    [Trait("Defect", "D83")]
    public void No_member_of_an_answer_is_dropped(Type model, params string[] members)
        => Generated.Models.MembersOf(model).Select(Generated.Models.WireName).Should().Contain(members);

    [Fact]
    [Trait("Defect", "D84")]
    public void No_model_has_members_the_service_no_longer_sends()
    {
        foreach (var model in new[] { typeof(Campaign), typeof(CampaignBook), typeof(CampaignChapter), typeof(Character), typeof(User) })
        {
            Generated.Models.MembersOf(model).Select(Generated.Models.WireName).Should().NotContain(["asset_ids", "character_trait_ids"]);
        }
    }

    [Fact]
    [Trait("Defect", "D87")]
    public void Ids_are_ids_and_nothing_that_is_typed_on_the_wire_is_a_bag_of_text()
    {
        var members = Generated.Models.All.Where(model => model.Namespace == "Valentina.Models").SelectMany(Generated.Models.MembersOf)
            .ToList();

        members.Where(member => member.Name is "Id" || (member.Name.EndsWith("Id", StringComparison.Ordinal)
            && Generated.Models.WireName(member).EndsWith("_id", StringComparison.Ordinal)))
            .Where(member => (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) != typeof(Guid))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .Should().BeSubsetOf(
                [
                    "AppleProfile.Id", "DiscordProfile.Id", "DiscordProfile.AvatarId", "GitHubProfile.Id", "GoogleProfile.Id",
                    "AuditLog.RequestId", "AuditLog.OperationId"
                ],
                "only ids of other services, and of requests and operations, are texts");
        typeof(RollStatistics).GetProperty(nameof(RollStatistics.TopTraits))!.PropertyType.Should().Be<IReadOnlyList<TopTrait>>();
        typeof(TraitSubcategory).GetProperty(nameof(TraitSubcategory.HunterEdgeType))!.PropertyType.Should().Be<HunterEdgeType?>();
        typeof(CompanyOptions).GetProperties().Where(property => property.PropertyType == typeof(string))
            .Should().BeEmpty("options are typed lists");
    }
}
