using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>The dictionary.</content>
internal sealed partial class Chronicle
{
    private async Task DictionaryAsync()
    {
        var bond = await StepAsync("dict.create",
            () => _company.Dictionary.CreateAsync(new DictionaryTermCreate
            {
                Term = " Blood BOND ",
                Definition = "A bond",
                Synonyms = new[] { "Zeta", "alpha", "Alpha" },
            }),
            t => $"{t.Term} {t.Definition} {string.Join(",", t.Synonyms)} {t.SourceType?.ToString() ?? "null"}");
        await StepAsync("dict.create.dup",
            () => _company.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "blood bond", Definition = "A bond" }));
        await StepAsync("dict.create.none", () => _company.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "nothing" }));
        await StepAsync("dict.create.link",
            () => _company.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "linked", Link = "https://example.com/x" }),
            t => $"{t.Link} {t.Definition ?? "null"}");
        await StepAsync("dict.create.badLink",
            () => _company.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "linked two", Link = "no url" }),
            t => $"{t.Link}");
        await StepAsync("dict.update",
            () => _company.Dictionary.UpdateAsync(
                bond.Id,
                new DictionaryTermPatch { Synonyms = new[] { "Bbb" }, Link = "https://example.com/y" }),
            t => $"{string.Join(",", t.Synonyms)} {t.Link}");
        await StepAsync("dict.update.nullDef",
            () => _company.Dictionary.UpdateAsync(bond.Id, new DictionaryTermPatch { Definition = null }),
            t => $"{t.Definition ?? "null"} {t.Link}");
        await StepAsync("dict.update.nullBoth",
            () => _company.Dictionary.UpdateAsync(bond.Id, new DictionaryTermPatch { Definition = null, Link = null }),
            t => $"{t.Definition ?? "null"}");
        await StepAsync("dict.get", () => _company.Dictionary.GetAsync(bond.Id), t => t.Term);
        await StepAsync("dict.search", () => _company.Dictionary.ListAllAsync("BLOOD BO"), l => l.Count(x => x.Term == "blood bond"));
        await StepAsync("dict.search.synonym", () => _company.Dictionary.ListAllAsync("bbb"), l => l.Count(x => x.Term == "blood bond"));
        await StepAsync("dict.all", () => _company.Dictionary.ListAllAsync(), l => l.Count == l.Select(x => x.Id).Distinct().Count());
        Step("dict.all.sync50",
            () => _company.Dictionary.ListAll(null, new PagingOptions { PageSize = 50, MaxItems = 120 }),
            l => l.Count <= 120);
        var builtin = (await _company.Dictionary.GetPageAsync(limit: 100)).Items.FirstOrDefault(
            x => x.SourceType is not null || x.CompanyId is null);
        if (builtin is not null)
        {
            await StepAsync("dict.builtin.update",
                () => _company.Dictionary.UpdateAsync(builtin.Id, new DictionaryTermPatch { Definition = "mine now" }),
                t => t.Definition);
            await StepAsync("dict.builtin.delete", () => _company.Dictionary.DeleteAsync(builtin.Id));
        }
        await StepAsync("dict.delete", () => _company.Dictionary.DeleteAsync(bond.Id));
        await StepAsync("dict.delete2", () => _company.Dictionary.DeleteAsync(bond.Id));
    }
}
