using Valentina.Build.Tests.Overlay.Support;

namespace Valentina.Build.Tests.Overlay.Noir;

/// <summary>What callers must know about an operation or a value, and the names they see.</summary>
public sealed class MarkAndNameTests
{
    [Fact]
    public void What_leaves_a_residue_is_not_repeated_after_5xx()
    {
        Recordings.Noir.OfOperation("createCharacter").Select(recording => recording.Note)
            .Should().Contain("corrected retry fails: the name is taken by the orphan");
        Recordings.Noir.OfOperation("createCompany").Should().Contain(recording => recording.Status == 500);

        Contract.Noir.Marked("x-no-retry-on-5xx").Should().BeEquivalentTo(
            "createCompany", "createCharacter", "startChargenSession", "autogenerateCharacter", "setUserAvatar",
            "uploadUserAsset", "uploadCampaignAsset", "uploadBookAsset", "uploadChapterAsset", "uploadCharacterAsset");
    }

    [Fact]
    public void Some_puts_are_not_repeatable()
        => Contract.Noir.Operations().Where(entry => entry.Method == "put").Select(entry => Contract.Id(entry.Operation))
            .Should().BeEquivalentTo(Contract.Noir.Marked("x-not-repeatable")).And.HaveCount(4);

    [Fact]
    public void Uploads_may_take_long()
        => Contract.Noir.Marked("x-long-running").Should().BeEquivalentTo(
            Contract.Noir.Operations().Where(entry => Contract.BodySchema(entry.Operation, "multipart/form-data") is not null)
                .Select(entry => Contract.Id(entry.Operation)));

    [Fact]
    public void Personal_data_in_queries_is_marked()
    {
        string[] personal = ["email", "discord_id", "google_id", "github_id", "apple_id"];
        foreach (var (_, _, operation) in Contract.Noir.Operations())
        {
            var parameters = personal.Select(name => Contract.Parameter(operation, "query", name)).Where(parameter => parameter is not null)
                .ToList();
            ((bool?)operation["x-personal-data"] == true).Should().Be(parameters.Count > 0, Contract.Id(operation));
            parameters.Select(parameter => (bool?)parameter!["x-personal-data"]).Should().AllBeEquivalentTo(true);
        }
    }

    [Fact]
    public void Secrets_are_marked()
    {
        foreach (var schema in new[] { "IdentifyRequest", "LinkIdentityRequest" })
        {
            ((bool?)Contract.Noir.Member(schema, "token")["x-secret"]).Should().BeTrue();
        }
    }

    [Fact]
    public void Types_have_names_a_reader_expects()
    {
        foreach (var (key, schema) in Contract.Noir.Prepared["components"]!["schemas"]!.AsObject())
        {
            if (!key.StartsWith("OffsetPagination_", StringComparison.Ordinal))
            {
                var name = (string?)schema!["x-name"] ?? key;
                name.Should().MatchRegex("^[A-Z][A-Za-z0-9]*$").And.NotEndWith("Response").And.NotEndWith("DTO").And.NotEndWith("Constant");
            }
        }

        foreach (var (key, name) in new[]
        {
            ("S3AssetResponse", "Asset"), ("LogLevel", "ServerLogLevel"), ("user_dto_UserResponse", "User"),
            ("company_dto_UserResponse", "CompanyAdminUser"),
            ("CharacterTraitCreateCustom", "CustomTraitCreate"), ("CharSheetSectionResponse", "SheetSection"),
            ("CompanyPermissionResponse", "CompanyAccess"),
        })
        {
            ((string?)Contract.Noir.Schema(key)["x-name"]).Should().Be(name);
        }
    }

    [Fact]
    public void No_member_is_called_System()
    {
        foreach (var (key, schema) in Contract.Noir.Prepared["components"]!["schemas"]!.AsObject())
        {
            if (schema!["properties"]?["system"] is { } member)
            {
                ((string?)member["x-name"]).Should().Be("SystemText", key);
            }
        }
    }

    [Fact]
    public void Parameters_read_as_words()
    {
        foreach (var (wire, name) in new[] { ("userid", "userId"), ("characterid", "characterId"), ("campaignid", "campaignId") })
        {
            ((string?)Contract.Parameter(Contract.Noir.Operation("listDiceRolls"), "query", wire)!["x-name"]).Should().Be(name);
        }
    }
}
