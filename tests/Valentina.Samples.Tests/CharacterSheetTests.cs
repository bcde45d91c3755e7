using System.Xml.Linq;
using CharacterSheet;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Samples.Tests;

/// <summary>What stands on the sheet, and that nothing a player writes becomes more than words.</summary>
public sealed class CharacterSheetTests
{
    private readonly FakeValentina _fake = new();

    [Fact]
    public async Task The_sheet_shows_who_it_is_and_what_they_can()
    {
        var body = await BodyAsync();

        body.Descendants("h1").Single().Value.Should().Be("Vera Novak");
        body.Descendants("h2").Select(heading => heading.Value)
            .Should().Equal("Attributes", "Abilities", "Powers", "Gifts and banes", "Inventory", "Biography", "Notes");
        body.Descendants("dt").Zip(body.Descendants("dd"), (name, value) => $"{name.Value}: {value.Value}")
            .Should().Contain(["Player: player", "Concept: Courier", "Clan: Ashborn", "Generation: 11", "Age: 34"]);
        var driving = body.Descendants("li").Single(trait => trait.Element("span")?.Value == "Night Driving");
        driving.Elements("span").Last().Attribute("aria-label")!.Value.Should().Be("5 of 5");
        driving.Descendants("i").Count(dot => (string?)dot.Attribute("class") == "full").Should().Be(5);
        body.Descendants("td").Select(cell => cell.Value).Should().Contain(["Crowbar", "Weapon", "For doors, mostly."]);
    }

    [Theory]
    [InlineData("MORTAL", "Mortal · The Long Night")]
    [InlineData("WEREWOLF", "Werewolf · The Long Night")]
    [InlineData("HUNTER", "Hunter · The Long Night")]
    [InlineData("MAGE", "Mage · The Long Night")]
    [InlineData("GHOUL", "Ghoul · The Long Night")]
    public async Task Every_class_has_a_sheet_and_what_it_lacks_is_left_out(string @class, string kind)
    {
        using var client = _fake.CreateClient();
        var company = client.ActingAs(_fake.StorytellerId);
        var campaign = await company.Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" });
        var arsenal = (await company.CharacterBlueprint.ListAllTraitsAsync()).Single(trait => trait.Name == "Arsenal");
        var character = await company.Characters.CreateAsync(new CharacterCreate
        {
            NameFirst = "Adam",
            NameLast = "Pell",
            CharacterClass = CharacterClass.Parse(@class),
            GameVersion = GameVersion.V5,
            CampaignId = campaign.Id,
            Type = CharacterType.Npc,
            WerewolfAttributes = @class == "WEREWOLF" ? await WerewolfAsync(company) : null,
            Traits = @class == "HUNTER" ? [new CharacterTraitCreate { TraitId = arsenal.Id, Value = 2 }] : null,
        });

        var body = Body(SheetPage.Write(await Sheet.LoadAsync(company, character.Id, CancellationToken.None)));

        body.Descendants("p").First().Value.Should().Be(kind);
        body.Descendants("h2").Select(heading => heading.Value).Should().NotContain(["Inventory", "Biography", "Notes", "Attributes"]);
        body.Descendants("dt").Select(fact => fact.Value).Should().NotContain(["Player", "Age", "Clan"]);
        body.Descendants("h4").Select(heading => heading.Value).Should().Equal(@class == "HUNTER" ? ["Tools"] : []);
    }

    [Fact]
    public async Task It_is_one_file_that_loads_and_runs_nothing()
    {
        var page = await PageAsync();

        page.Should().NotContainAny("<script", "src=", "href=", "url(", "@import").And.Contain("default-src 'none'");
    }

    [Fact]
    public async Task Whatever_players_write_stays_words()
    {
        const string Hostile = "<script>alert('&amp;\")</script>";
        using var client = _fake.CreateClient();
        var company = client.ActingAs(_fake.StorytellerId);
        var id = await Demo.CreateAsync(_fake, company, CancellationToken.None);
        await company.Characters.UpdateAsync(id, new CharacterPatch { NameFirst = Hostile, Biography = Hostile, Demeanor = Hostile });
        await company.Characters.CreateNoteAsync(id, new NoteCreate { Title = Hostile, Content = Hostile });

        var page = SheetPage.Write(await Sheet.LoadAsync(company, id, CancellationToken.None));

        page.Should().NotContain("<script");
        var body = Body(page);
        body.Descendants("h1").Single().Value.Should().StartWith(Hostile);
        body.Descendants("p").Select(words => words.Value).Count(words => words == Hostile).Should().Be(2, "biography and note");
    }

    [Fact]
    public async Task Who_may_not_see_a_character_gets_no_sheet()
    {
        using var client = _fake.CreateClient();

        await FluentActions.Awaiting(() => Sheet.LoadAsync(client.ActingAs(_fake.PlayerId), Guid.NewGuid(), CancellationToken.None))
            .Should().ThrowAsync<NotFoundException>();
    }

    private static async Task<WerewolfAttributesCreate> WerewolfAsync(CompanyScope company) => new()
    {
        TribeId = (await company.CharacterBlueprint.ListAllWerewolfTribesAsync())[0].Id,
        AuspiceId = (await company.CharacterBlueprint.ListAllWerewolfAuspicesAsync())[0].Id,
    };

    private async Task<XElement> BodyAsync() => Body(await PageAsync());

    private async Task<string> PageAsync()
    {
        using var client = _fake.CreateClient();
        var id = await Demo.CreateAsync(_fake, client.ActingAs(_fake.StorytellerId), CancellationToken.None);
        return SheetPage.Write(await Sheet.LoadAsync(client.ActingAs(_fake.PlayerId), id, CancellationToken.None));
    }

    /// <summary>The body has no element that is not closed, so that it can be read as XML: a missing bracket would fail here.</summary>
    private static XElement Body(string page)
    {
        var from = page.IndexOf("<body>", StringComparison.Ordinal);
        return XElement.Parse(page[from..page.IndexOf("</html>", StringComparison.Ordinal)]);
    }
}
