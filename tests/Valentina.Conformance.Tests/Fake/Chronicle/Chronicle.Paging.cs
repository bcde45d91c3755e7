using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Paging over many rows, and the audit log of all that.</content>
internal sealed partial class Chronicle
{
    private async Task PagingAsync()
    {
        await StepAsync("many.create",
            async () =>
            {
                for (var i = 0; i < 260; i++)
                {
                    await _asStoryteller.Campaigns.CreateNoteAsync(
                        _secondCampaign.Id, new NoteCreate { Title = $"note {i:000}", Content = $"content {i}" });
                }

                return 260;
            },
            x => x);
        await StepAsync("many.list",
            () => _asStoryteller.Campaigns.ListAllNotesAsync(_secondCampaign.Id),
            l => $"{l.Count} {l.Select(x => x.Id).Distinct().Count()} {l.Select(x => x.Title).Distinct().Count()}");
        await StepAsync("many.enumerate.7",
            async () =>
            {
                var ids = new List<Guid>();
                var paging = new PagingOptions { PageSize = 7, Window = 3 };
                await foreach (var note in _asStoryteller.Campaigns.EnumerateAllNotesAsync(_secondCampaign.Id, paging))
                {
                    ids.Add(note.Id);
                }

                return Said(ids.Count, ids.Distinct().Count());
            },
            x => x);
        await StepAsync("many.max",
            () => _asStoryteller.Campaigns.ListAllNotesAsync(_secondCampaign.Id, new PagingOptions { MaxItems = 123, PageSize = 20 }),
            l => l.Count);
        Step("many.sync",
            () => _asStoryteller.Campaigns.ListAllNotes(_secondCampaign.Id),
            l => $"{l.Count} {l.Select(x => x.Id).Distinct().Count()}");
        Step("many.sync.enumerate",
            () => _asStoryteller.Campaigns.EnumerateAllNotes(_secondCampaign.Id, new PagingOptions { PageSize = 33 }).Take(100).Count(),
            x => x);
        await StepAsync("many.offset",
            () => _asStoryteller.Campaigns.GetNotesPageAsync(_secondCampaign.Id, limit: 100, offset: 200),
            p => $"{p.Items.Count} {p.Total} {p.HasMore} {p.NextOffset} {p.TotalPages} {p.CurrentPage}");
        await StepAsync("many.past",
            () => _asStoryteller.Campaigns.GetNotesPageAsync(_secondCampaign.Id, limit: 100, offset: 999),
            p => $"{p.Items.Count} {p.Total} {p.HasMore}");
        await StepAsync("many.chars",
            async () =>
            {
                for (var i = 0; i < 110; i++)
                {
                    var sheet = Sheet("Mass", $"Number {i:000}", CharacterClass.Mortal, _secondCampaign.Id);
                    sheet.Type = CharacterType.Npc;
                    await _asStoryteller.Characters.CreateAsync(sheet);
                }

                return 110;
            },
            x => x);
        await StepAsync("many.chars.list",
            () => _asStoryteller.Characters.ListAllAsync(new CharacterFilter { CampaignId = _secondCampaign.Id }),
            l => $"{l.Count} {l.Select(x => x.Id).Distinct().Count()}");
    }

    private async Task AuditAsync()
    {
        await StepAsync("audit.page",
            () => _owner.Companies.GetAuditLogsPageAsync(_companyId, limit: 5),
            p => $"{p.Items.Count} {p.Total > 300}");
        await StepAsync("audit.all",
            () => _owner.Companies.ListAllAuditLogsAsync(_companyId),
            l => l.Count == l.Select(x => x.Id).Distinct().Count());
        await StepAsync("audit.filter",
            () => _owner.Companies.ListAllAuditLogsAsync(
                _companyId,
                new AuditLogFilter { EntityType = AuditEntityType.Campaign, Operation = AuditOperation.Create }),
            l => $"{l.Count} {l.All(x => x.EntityType == AuditEntityType.Campaign)}");
        await StepAsync("audit.filter.user",
            () => _owner.Companies.ListAllAuditLogsAsync(
                _companyId,
                new AuditLogFilter { ActingUserId = _player.Id, CharacterId = _vampireId }),
            l => l.Count > 5);
        await StepAsync("audit.filter.date",
            () => _owner.Companies.ListAllAuditLogsAsync(_companyId, new AuditLogFilter { DateTo = Fake.Clock.GetUtcNow().AddYears(-10) }),
            l => l.Count);
        await StepAsync("audit.details",
            () => _owner.Companies.GetAuditLogsPageAsync(
                _companyId,
                new AuditLogFilter { Include = new[] { AuditLogInclude.RequestDetails } },
                limit: 100),
            p => $"{p.Items.All(x => x.Method is not null)} {p.Items.Count(x => x.OperationId is not null) > 0}");
        await StepAsync("audit.entities",
            () => _owner.Companies.ListAllAuditLogsAsync(_companyId),
            log => string.Join(",", log
                .Select(entry => $"{entry.EntityType}.{entry.Operation}")
                .GroupBy(kind => kind)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => $"{kind.Key}={kind.Count()}")));
        await StepAsync("audit.summary",
            () => _owner.Companies.ListAllAuditLogsAsync(_companyId),
            l => string.Join(",", l.Select(x => x.Summary ?? "null").Distinct().OrderBy(x => x, StringComparer.Ordinal)));
        Step("audit.sync",
            () => _owner.Companies.ListAllAuditLogs(_companyId, new AuditLogFilter { Operation = AuditOperation.Delete }),
            l => l.Count);
        await StepAsync("audit.helper403", () => _helper.Companies.GetAuditLogsPageAsync(_companyId));
        await StepAsync("admin.audit",
            () => _root.GlobalAdmin.GetAuditLogsPageAsync(_ownerDeveloper.Id, new DeveloperAuditLogFilter { CompanyId = _companyId }),
            p => $"{p.Items.Count} {p.Total > 100}");
        Step("admin.audit.sync", () => _root.GlobalAdmin.GetAuditLogsPage(_ownerDeveloper.Id), p => p.Items.Count);
    }
}
