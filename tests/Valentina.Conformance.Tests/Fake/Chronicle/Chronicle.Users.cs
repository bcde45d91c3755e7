using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Users and their roles.</content>
internal sealed partial class Chronicle
{
    private async Task UsersAsync()
    {
        _asAdmin = _company.ActingAs(_adminId);
        await StepAsync("user.get.admin",
            () => _asAdmin.Users.GetAsync(_adminId),
            x => $"{x.Role} {x.CampaignExperience.Count} {x.Notes is null}");
        _storyteller = await StepAsync("user.create.st",
            () => _asAdmin.Users.CreateAsync(new UserCreate
            {
                Username = "Story Teller!",
                Email = "ST@Example.com",
                Role = UserRole.Storyteller,
                NameFirst = "Sam",
                NameLast = "Tell",
            }),
            x => $"{x.Username} {x.Email} {x.Role} {x.NameFirst}");
        _player = await StepAsync("user.create.pl",
            () => _asAdmin.Users.CreateAsync(new UserCreate
            {
                Username = "player-one",
                Email = "p1@example.com",
                Role = UserRole.Player,
            }),
            x => $"{x.Username} {x.Role} {x.NameFirst ?? "null"}");
        _other = Step("user.create.pl2.sync",
            () => _asAdmin.Users.Create(new UserCreate { Username = "player-two", Email = "p2@example.com", Role = UserRole.Player }),
            x => x.Role.ToString());
        _asStoryteller = _company.ActingAs(_storyteller.Id);
        _asPlayer = _company.ActingAs(_player.Id);
        _asOther = _company.ActingAs(_other.Id);
        await StepAsync("user.create.dupName",
            () => _asAdmin.Users.CreateAsync(new UserCreate
            {
                Username = "player-one",
                Email = "p1@example.com",
                Role = UserRole.Player,
            }),
            x => x.Username);
        await StepAsync("user.create.unapproved",
            () => _asAdmin.Users.CreateAsync(new UserCreate { Username = "unapp", Email = "u@example.com", Role = UserRole.Unapproved }));
        await StepAsync("user.create.deact",
            () => _asAdmin.Users.CreateAsync(new UserCreate
            {
                Username = "unapp",
                Email = "u@example.com",
                Role = UserRole.Deactivated,
            }));
        await StepAsync("user.create.byPlayer",
            () => _asPlayer.Users.CreateAsync(new UserCreate { Username = "nope", Email = "n@example.com", Role = UserRole.Player }));
        await StepAsync("user.create.byST.admin",
            () => _asStoryteller.Users.CreateAsync(new UserCreate { Username = "nope", Email = "n@example.com", Role = UserRole.Admin }));
        await StepAsync("user.create.byST.player",
            () => _asStoryteller.Users.CreateAsync(new UserCreate
            {
                Username = "st made me",
                Email = "sm@example.com",
                Role = UserRole.Player,
            }),
            x => x.Username);
        await StepAsync("user.create.noActing",
            () => _company.Users.CreateAsync(new UserCreate { Username = "nope", Email = "n@example.com", Role = UserRole.Player }));
        await StepAsync("user.create.unknownActing",
            () => _company.ActingAs(Guid.NewGuid()).Users.CreateAsync(new UserCreate
            {
                Username = "nope",
                Email = "n@example.com",
                Role = UserRole.Player,
            }));
        await StepAsync("user.update.self",
            () => _asPlayer.Users.UpdateAsync(_player.Id, new UserPatch { NameFirst = "Pia", NameLast = "Layer" }),
            x => $"{x.NameFirst} {x.NameLast}");
        await StepAsync("user.update.self.null",
            () => _asPlayer.Users.UpdateAsync(_player.Id, new UserPatch { NameLast = null }),
            x => $"{x.NameFirst} {x.NameLast ?? "null"}");
        await StepAsync("user.update.self.role", () => _asPlayer.Users.UpdateAsync(_player.Id, new UserPatch { Role = UserRole.Admin }));
        await StepAsync("user.update.other", () => _asPlayer.Users.UpdateAsync(_other.Id, new UserPatch { NameFirst = "Pia" }));
        await StepAsync("user.update.byST.name", () => _asStoryteller.Users.UpdateAsync(_other.Id, new UserPatch { NameFirst = "Pia" }));
        await StepAsync("user.update.byST.role",
            () => _asStoryteller.Users.UpdateAsync(_other.Id, new UserPatch { Role = UserRole.Storyteller }),
            x => x.Role.ToString());
        await StepAsync("user.update.byAdmin.unapproved",
            () => _asAdmin.Users.UpdateAsync(_other.Id, new UserPatch { Role = UserRole.Unapproved }));
        await StepAsync("user.update.lastAdmin", () => _asAdmin.Users.UpdateAsync(_adminId, new UserPatch { Role = UserRole.Player }));
        await StepAsync("user.update.deact",
            () => _asAdmin.Users.UpdateAsync(_other.Id, new UserPatch { Role = UserRole.Deactivated }),
            x => x.Role.ToString());
        await StepAsync("user.deact.acts", () => _asOther.Users.UpdateAsync(_other.Id, new UserPatch { NameFirst = "Pia" }));
        await StepAsync("user.deact.get", () => _asOther.Users.GetAsync(_other.Id), x => x.Role.ToString());
        await StepAsync("user.react",
            () => _asAdmin.Users.UpdateAsync(_other.Id, new UserPatch { Role = UserRole.Player, NameFirst = "Quin" }),
            x => $"{x.Role} {x.NameFirst}");
        await StepAsync("user.list",
            () => _asAdmin.Users.ListAllAsync(),
            l => string.Join(",", l.Select(x => x.Username).OrderBy(x => x, StringComparer.Ordinal)));
        await StepAsync("user.list.order",
            () => _asAdmin.Users.GetPageAsync(limit: 100),
            l => string.Join(",", l.Items.Select(x => x.Username)));
        await StepAsync("user.list.role", () => _asAdmin.Users.ListAllAsync(userRole: UserRole.Storyteller), l => l.Count);
        await StepAsync("user.list.email", () => _asAdmin.Users.ListAllAsync(email: "p1@EXAMPLE.com"), l => l.Count);
        Step("user.list.sync", () => _asAdmin.Users.ListAll(), l => l.Count);
        await StepAsync("user.list.unapprovedRole", () => _asAdmin.Users.ListAllAsync(userRole: UserRole.Unapproved), l => l.Count);
    }
}
