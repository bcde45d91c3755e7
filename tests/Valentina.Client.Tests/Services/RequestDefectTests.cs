using System.Net;
using Valentina.ClaudeCode;
using Valentina.Models;

namespace Valentina.Client.Tests.Services;

/// <summary>Requests the reference client sends wrongly, cannot send, or sends without looking.</summary>
public class RequestDefectTests
{
    private static readonly Guid Id = ServiceHarness.Id;

    public static TheoryData<string> BadCalls() => [.. Bad.Keys];

    private static readonly Dictionary<string, Func<CompanyScope, Task>> Bad = new(StringComparer.Ordinal)
    {
        ["users.approve_user"] = scope => scope.Users.ApproveAsync(Id, "KING"),
        ["users.merge"] = scope => scope.Users.MergeAsync(new UserMerge { PrimaryUserId = Id, SecondaryUserId = Guid.Empty }),
        ["dictionary.create"] = scope => scope.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "ab", Definition = "text" }),
        ["dictionary.update"] = scope => scope.Dictionary.UpdateAsync(Id, new DictionaryTermPatch { Term = null }),
        ["chapters.create"] = scope => scope.Campaign(Id).Book(Id).Chapters.CreateAsync(new CampaignChapterCreate { Name = null! }),
        ["chapters.update"] = scope => scope.Campaign(Id).Book(Id).Chapters.UpdateAsync(Id, new CampaignChapterPatch { Name = null }),
        ["dicerolls.create"] = scope => scope.DiceRolls.CreateAsync(new DiceRollCreate { DiceSize = (DiceSize)7, NumDice = 1 }),
        ["dicerolls.create_from_quickroll"] = scope => scope.DiceRolls.CreateFromQuickRollAsync(new QuickRollRequest
        {
            QuickRollId = Guid.Empty,
            CharacterId = Id
        }),
    };

    [Theory]
    [MemberData(nameof(BadCalls))]
    [Trait("Defect", "D14")]
    public async Task Bad_input_is_always_refused_with_the_same_typed_error(string call)
    {
        using var given = new ServiceHarness();

        await FluentActions.Awaiting(() => Bad[call](given.Acting)).Should().ThrowAsync<RequestValidationException>();
        given.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    [Trait("Defect", "D15")]
    public async Task A_path_segment_that_is_a_word_is_escaped_and_never_empty()
    {
        using var given = new ServiceHarness();

        await FluentActions.Awaiting(() => given.Acting.Users.UnlinkIdentityAsync(Id, "../../x?y#z"))
            .Should().ThrowAsync<RequestValidationException>();
        await FluentActions.Awaiting(() => given.Acting.Users.UnlinkIdentityAsync(Id, default))
            .Should().ThrowAsync<RequestValidationException>();
        given.Server.Sent.Should().BeEmpty();

        using var claude = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = "https://claude.example", ApiKey = "key" }, given.Server);
        await claude.GetProviderModelsAsync("../../x?y#z");

        given.Sent.Url.AbsoluteUri.Should().EndWith("/providers/..%2F..%2Fx%3Fy%23z/models");
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 4)]
    [Trait("Defect", "D36")]
    public async Task A_put_that_spends_or_shifts_is_repeated_only_with_a_key(bool keys, int attempts)
    {
        using var given = new ServiceHarness("{}", HttpStatusCode.ServiceUnavailable, options => options.AutoIdempotencyKeys = keys);

        await FluentActions.Awaiting(() => given.FinishAsync(
            given.Acting.Character(Id).Traits.ChangeValueAsync(Id, 3, TraitModifyCurrency.Xp))).Should().ThrowAsync<ServerErrorException>();
        await FluentActions.Awaiting(() => given.FinishAsync(given.Acting.Campaign(Id).Books.RenumberAsync(Id, 2)))
            .Should().ThrowAsync<ServerErrorException>();

        given.Server.Sent.Should().HaveCount(2 * attempts);
        given.Server.Sent.Select(request => request.Header("Idempotency-Key")).Distinct().Should().HaveCount(keys ? 2 : 1);
    }

    [Fact]
    [Trait("Defect", "D46")]
    public async Task A_page_size_the_server_refuses_is_refused_and_never_changed()
    {
        using var given = new ServiceHarness();

        await FluentActions.Awaiting(() => given.Client.Campaigns.GetPageAsync(limit: 101))
            .Should().ThrowAsync<RequestValidationException>();
        await FluentActions.Awaiting(() => given.Client.Campaigns.GetPageAsync(offset: -1))
            .Should().ThrowAsync<RequestValidationException>();
        await FluentActions.Awaiting(() => given.Client.Campaigns.ListAllAsync(new PagingOptions { PageSize = 101 }))
            .Should().ThrowAsync<RequestValidationException>();
        FluentActions.Invoking(() => given.Client.Dictionary.ListAll(paging: new PagingOptions { PageSize = 1001 }))
            .Should().Throw<RequestValidationException>();
        given.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    [Trait("Defect", "D47")]
    public async Task Files_can_be_listed_by_type_everywhere()
    {
        using var given = new ServiceHarness();
        var book = given.Acting.Campaign(Id).Book(Id);

        await given.Acting.Users.ListAllAssetsAsync(Id, AssetType.Image);
        await given.Acting.Campaigns.ListAllAssetsAsync(Id, AssetType.Image);
        await given.Acting.Campaign(Id).Books.ListAllAssetsAsync(Id, AssetType.Image);
        await book.Chapters.ListAllAssetsAsync(Id, AssetType.Image);
        await given.Acting.Characters.ListAllAssetsAsync(Id, AssetType.Image);

        given.Server.Sent
            .Should().HaveCount(5).And.OnlyContain(request => request.Url.Query.Contains("asset_type=image", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Defect", "D48")]
    public async Task Embeds_are_repeated_everywhere_and_never_joined_by_commas()
    {
        using var given = new ServiceHarness();

        await given.Acting.Users.GetAsync(Id, [UserInclude.Notes, UserInclude.Assets]);
        await given.Client.Companies.GetAuditLogsPageAsync(Id, new AuditLogFilter { Include = [AuditLogInclude.RequestDetails] });

        given.Server.Sent[0].Url.Query.Should().Be("?include=notes&include=assets");
        given.Server.Sent[1].Url.Query.Should().Contain("include=request_details");
    }

    [Fact]
    [Trait("Defect", "D49")]
    public async Task Instants_are_sent_with_their_offset()
    {
        using var given = new ServiceHarness();

        await given.Client.Companies.GetAuditLogsPageAsync(
            Id, new AuditLogFilter { DateFrom = new DateTimeOffset(2026, 3, 1, 20, 30, 0, TimeSpan.FromHours(2)) });

        var sent = System.Web.HttpUtility.ParseQueryString(given.Sent.Url.Query)["date_from"]!;
        sent.Should().MatchRegex("(Z|[+-][0-9]{2}:[0-9]{2})$");
        DateTimeOffset.Parse(sent, System.Globalization.CultureInfo.InvariantCulture)
            .UtcDateTime.Should().Be(new DateTime(2026, 3, 1, 18, 30, 0));
    }

    [Fact]
    [Trait("Defect", "D51")]
    public async Task Sessions_of_character_generation_belong_to_no_campaign()
    {
        using var given = new ServiceHarness("[]");

        await given.Acting.CharacterAutogen.ListSessionsAsync();

        given.Sent.Url.PathAndQuery.Should().EndWith("/characters/chargen/sessions");
    }

    [Fact]
    [Trait("Defect", "D62")]
    public async Task A_call_may_have_a_timeout_headers_and_retries_of_its_own()
    {
        using var given = new ServiceHarness("{}", HttpStatusCode.ServiceUnavailable);

        await FluentActions.Awaiting(() => given.Client.System.HealthAsync(new RequestOptions
        {
            MaxRetries = 0,
            Timeout = TimeSpan.FromSeconds(1),
            Headers = { ["X-Trace"] = "7" }
        }))
            .Should().ThrowAsync<ServerErrorException>();

        given.Sent.Header("X-Trace").Should().Be("7");
    }

    [Fact]
    [Trait("Defect", "D64")]
    public async Task The_health_check_sends_the_key_it_needs()
    {
        using var given = new ServiceHarness();

        await given.Client.System.HealthAsync();

        given.Sent.Header("X-API-KEY").Should().Be("key");
    }

    [Fact]
    [Trait("Defect", "D82")]
    public async Task What_the_server_accepts_is_not_refused()
    {
        using var given = new ServiceHarness();

        await given.Acting.Users.CreateAsync(new UserCreate
        {
            Username = "abc",
            Email = "a@example.org",
            Role = UserRole.Player,
            NameFirst = "Bo",
            NameLast = "Li"
        });
        await given.Acting.Campaign(Id).Books.CreateAsync(new CampaignBookCreate { Name = "A", Description = "B" });

        given.Server.Sent.Should().HaveCount(2);
    }

    [Fact]
    [Trait("Defect", "D85")]
    public async Task A_werewolf_needs_an_auspice()
    {
        using var given = new ServiceHarness();
        var werewolf = new CharacterCreate
        {
            NameFirst = "Luna",
            NameLast = "Grey",
            CampaignId = Id,
            CharacterClass = CharacterClass.Werewolf,
            Type = CharacterType.Npc,
            GameVersion = GameVersion.V5,
            WerewolfAttributes = new WerewolfAttributesCreate { TribeId = Id, AuspiceId = Guid.Empty },
        };

        (await FluentActions.Awaiting(() => given.Acting.Characters.CreateAsync(werewolf))
            .Should().ThrowAsync<RequestValidationException>())
            .Which.Errors.Should().Contain(error => error.Member == "werewolf_attributes.auspice_id");
    }

    [Fact]
    [Trait("Defect", "D86")]
    public async Task Rules_no_document_shows_are_checked_before_sending()
    {
        using var given = new ServiceHarness();

        await Refused(
            () => given.Acting.Users.CreateQuickRollAsync(Id, new QuickRollCreate { Name = "Brawl", TraitIds = [] }), "trait_ids");
        await Refused(() => given.Acting.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "Elysium" }), "definition");
        await Refused(() => given.Acting.Character(Id).Traits.AssignAsync(new CharacterTraitAdd { TraitId = default }), "trait_id");
        given.Server.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData(typeof(CharacterPatch), "character_class", "game_version", "date_killed")]
    [InlineData(typeof(CharacterCreate), "is_temporary")]
    [InlineData(typeof(CustomTraitCreate), "count_based_cost_multiplier")]
    [Trait("Defect", "D07")]
    public void No_request_has_members_the_server_ignores(Type model, params string[] members)
        => Generated.Models.MembersOf(model).Select(Generated.Models.WireName).Should().NotContain(members);

    [Fact]
    [Trait("Defect", "D08")]
    public void A_misspelt_member_cannot_be_sent()
        => Generated.Models.All.Where(model => model.Name.EndsWith("Create", StringComparison.Ordinal)
            || model.Name.EndsWith("Patch", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(model => model.GetProperty("AdditionalData") == null, "the compiler knows every member");

    private static async Task Refused(Func<Task> call, string member)
        => (await call.Should().ThrowAsync<RequestValidationException>()).Which.Errors
            .Should().Contain(error => error.Member.Contains(member));
}
