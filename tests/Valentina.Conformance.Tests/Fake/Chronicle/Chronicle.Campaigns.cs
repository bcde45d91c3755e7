using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Campaigns, books and chapters.</content>
internal sealed partial class Chronicle
{
    private async Task CampaignsAsync()
    {
        var campaign = await StepAsync("camp.create",
            () => _asStoryteller.Campaigns.CreateAsync(new CampaignCreate
            {
                Name = " the long night of the WOLF ",
                Description = "Once upon",
                Danger = 2,
                Desperation = 5,
                InGameDate = new DateOnly(1999, 12, 31),
            }),
            c => $"{c.Name}|{c.Description}|{c.Danger}|{c.Desperation}|{c.InGameDate:O}|{c.NumBooks}");
        _secondCampaign = Step("camp.create.sync",
            () => _asStoryteller.Campaigns.Create(new CampaignCreate { Name = "second" }),
            c => $"{c.Name}|{c.Description ?? "null"}|{c.Danger}|{c.Desperation}|{c.InGameDate?.ToString("O") ?? "null"}");
        await StepAsync("camp.create.dup",
            () => _asStoryteller.Campaigns.CreateAsync(new CampaignCreate { Name = "second" }),
            c => c.Name);
        await StepAsync("camp.create.byPlayer",
            () => _asPlayer.Campaigns.CreateAsync(new CampaignCreate { Name = "player campaign" }),
            c => c.Name);
        await StepAsync("camp.create.emptyDesc",
            () => _asStoryteller.Campaigns.CreateAsync(new CampaignCreate { Name = "empties", Description = "" }),
            c => c.Description ?? "null");
        await StepAsync("camp.create.danger6",
            () => _asStoryteller.Campaigns.CreateAsync(new CampaignCreate { Name = "danger", Danger = 6 }));
        await StepAsync("camp.create.short", () => _asStoryteller.Campaigns.CreateAsync(new CampaignCreate { Name = "ab" }));
        _campaignId = campaign.Id;
        await StepAsync("camp.get", () => _asStoryteller.Campaigns.GetAsync(_campaignId), c => $"{c.Name} {c.InGameDate:O}");
        await StepAsync("camp.get.noActing", () => _company.Campaigns.GetAsync(_campaignId), c => c.Name);
        await StepAsync("camp.get.404", () => _asStoryteller.Campaigns.GetAsync(Guid.NewGuid()));
        await StepAsync("camp.update.nulls",
            () => _asStoryteller.Campaigns.UpdateAsync(
                _campaignId,
                new CampaignPatch { Description = null, InGameDate = null, Danger = 0 }),
            c => $"{c.Description ?? "null"} {c.InGameDate?.ToString() ?? "null"} {c.Danger} {c.Desperation}");
        await StepAsync("camp.update.nullDanger",
            () => _asStoryteller.Campaigns.UpdateAsync(_campaignId, new CampaignPatch { Danger = null }));
        await StepAsync("camp.update.byPlayer",
            () => _asPlayer.Campaigns.UpdateAsync(_campaignId, new CampaignPatch { Danger = 1 }),
            c => c.Danger);
        await StepAsync("camp.update.empty", () => _asStoryteller.Campaigns.UpdateAsync(_campaignId, new CampaignPatch()), c => c.Name);
        await StepAsync("camp.list", () => _asStoryteller.Campaigns.ListAllAsync(), l => string.Join("|", l.Select(x => x.Name)));
        Step("camp.list.sync", () => _asStoryteller.Campaigns.ListAll(), l => l.Count);
        await StepAsync("camp.stats",
            () => _asStoryteller.Campaigns.GetStatisticsAsync(_campaignId),
            s => $"{s.TotalRolls} {s.SuccessPercentage} {s.AveragePool?.ToString() ?? "null"} {s.TopTraits.Count}");
        _books = _asStoryteller.Campaign(_campaignId).Books;
        _firstBook = await StepAsync("book.create",
            () => _books.CreateAsync(new CampaignBookCreate { Name = "first blood", Description = "desc" }),
            b => $"{b.Name} {b.Number}");
        var second = Step("book.create.sync",
            () => _books.Create(new CampaignBookCreate { Name = "second book" }),
            b => $"{b.Name} {b.Number} {b.Description ?? "null"}");
        var third = await StepAsync("book.create.3",
            () => _books.CreateAsync(new CampaignBookCreate { Name = "third book" }),
            b => $"{b.Number}");
        await StepAsync("book.create.short", () => _books.CreateAsync(new CampaignBookCreate { Name = "x" }), b => b.Name);
        await StepAsync("book.renumber", () => _books.RenumberAsync(third.Id, 1), b => $"{b.Number}");
        await StepAsync("book.renumber.0", () => _books.RenumberAsync(third.Id, 0));
        await StepAsync("book.renumber.99", () => _books.RenumberAsync(third.Id, 99), b => $"{b.Number}");
        await StepAsync("book.list", () => _books.ListAllAsync(), l => string.Join("|", l.Select(x => $"{x.Number}{x.Name}")));
        await StepAsync("book.update",
            () => _books.UpdateAsync(_firstBook.Id, new CampaignBookPatch { Description = null, Name = "first blood, again" }),
            b => $"{b.Name} {b.Description ?? "null"}");
        await StepAsync("book.get",
            () => _books.GetAsync(_firstBook.Id, new[] { BookInclude.Chapters, BookInclude.Notes, BookInclude.Assets }),
            b => $"{b.Chapters?.Count} {b.Notes?.Count} {b.Assets?.Count}");
        await StepAsync("book.get.plain", () => _books.GetAsync(_firstBook.Id), b => $"{b.Chapters is null} {b.Notes is null}");
        _chapters = _asStoryteller.Campaign(_campaignId).Book(_firstBook.Id).Chapters;
        _firstChapter = await StepAsync("ch.create",
            () => _chapters.CreateAsync(new CampaignChapterCreate { Name = "chapter one" }),
            c => $"{c.Name} {c.Number}");
        _secondChapter = await StepAsync("ch.create2",
            () => _chapters.CreateAsync(new CampaignChapterCreate { Name = "chapter two", Description = "The end" }),
            c => $"{c.Name} {c.Number}");
        await StepAsync("ch.create.unknownChar",
            () => _chapters.CreateAsync(new CampaignChapterCreate { Name = "chapter bad", CharacterIds = new[] { Guid.NewGuid() } }));
        await StepAsync("ch.renumber", () => _chapters.RenumberAsync(_secondChapter.Id, 1), c => $"{c.Number}");
        Step("ch.list.sync", () => _chapters.ListAll(), l => string.Join("|", l.Select(x => $"{x.Number}{x.Name}")));
        await StepAsync("ch.get.404wrongBook",
            () => _asStoryteller.Campaign(_campaignId).Book(second.Id).Chapters.GetAsync(_firstChapter.Id));
        await StepAsync("ch.update",
            () => _chapters.UpdateAsync(_secondChapter.Id, new CampaignChapterPatch { Description = null }),
            c => c.Description ?? "null");
    }
}
