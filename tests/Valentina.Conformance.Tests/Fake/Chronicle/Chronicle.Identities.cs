using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Signing in, approving, merging, looking up.</content>
internal sealed partial class Chronicle
{
    private async Task IdentitiesAsync()
    {
        var signedIn = await StepAsync("identify.create",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.GitHub, Token = "gh" + Suffix }),
            x => Said(x.Resolution, x.User.Role, Bare(x.User.Email), Bare(x.User.GitHubProfile?.Login), Bare(x.User.Username)));
        await StepAsync("identify.match",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.GitHub, Token = "gh" + Suffix }),
            x => $"{x.Resolution}");
        await StepAsync("identify.linkByMail",
            () => _asAdmin.Users.CreateAsync(new UserCreate
            {
                Username = "maily",
                Email = "disc" + Suffix + "@example.com",
                Role = UserRole.Player,
            }),
            x => "");
        await StepAsync("identify.linked",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.Discord, Token = "disc" + Suffix }),
            x => $"{x.Resolution} {Bare(x.User.DiscordProfile?.Username)}");
        await StepAsync("identify.google.notEnabled",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.Google, Token = "no.jwt" }));
        await StepAsync("identify.apple.notEnabled",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.Apple, Token = "no.jwt.really" }));
        await StepAsync("identify.emptyToken",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.GitHub, Token = "" }));
        await StepAsync("user.unapproved.list", () => _asAdmin.Users.ListAllUnapprovedAsync(), l => l.Count);
        await StepAsync("user.unapproved.list.byPlayer", () => _asPlayer.Users.ListAllUnapprovedAsync(), l => l.Count);
        await StepAsync("user.unapproved.acts", () => _company.ActingAs(signedIn.User.Id).Users.GetPageAsync());
        await StepAsync("user.approve.byPlayer", () => _asPlayer.Users.ApproveAsync(signedIn.User.Id, UserRole.Player));
        await StepAsync("user.approve.bad", () => _asAdmin.Users.ApproveAsync(signedIn.User.Id, UserRole.Unapproved));
        await StepAsync("user.approve", () => _asAdmin.Users.ApproveAsync(signedIn.User.Id, UserRole.Player), x => x.Role.ToString());
        await StepAsync("user.approve.again", () => _asAdmin.Users.ApproveAsync(signedIn.User.Id, UserRole.Player));
        await StepAsync("identity.link",
            () => _asPlayer.Users.LinkIdentityAsync(
                _player.Id,
                new LinkIdentityRequest { Provider = IdentityProvider.Discord, Token = "pd" + Suffix }),
            x => $"{Bare(x.DiscordProfile?.Id)} {Bare(x.DiscordProfile?.GlobalName)}");
        await StepAsync("identity.link.second",
            () => _asPlayer.Users.LinkIdentityAsync(
                _player.Id,
                new LinkIdentityRequest { Provider = IdentityProvider.GitHub, Token = "pg" + Suffix }),
            x => $"{Bare(x.GitHubProfile?.Id)}");
        await StepAsync("identity.link.taken",
            () => _asPlayer.Users.LinkIdentityAsync(
                _player.Id,
                new LinkIdentityRequest { Provider = IdentityProvider.GitHub, Token = "gh" + Suffix }));
        await StepAsync("identity.link.other",
            () => _asPlayer.Users.LinkIdentityAsync(
                _player.Id,
                new LinkIdentityRequest { Provider = IdentityProvider.GitHub, Token = "other" + Suffix }));
        await StepAsync("identity.unlink",
            () => _asPlayer.Users.UnlinkIdentityAsync(_player.Id, IdentityProvider.GitHub),
            x => $"{x.GitHubProfile is null}");
        await StepAsync("identity.unlink.none", () => _asPlayer.Users.UnlinkIdentityAsync(_player.Id, IdentityProvider.Google));
        await StepAsync("identity.unlink.last", () => _asPlayer.Users.UnlinkIdentityAsync(_player.Id, IdentityProvider.Discord));
        await StepAsync("identity.unlink.byOther", () => _asOther.Users.UnlinkIdentityAsync(_player.Id, IdentityProvider.Discord));
        var second = await StepAsync("identify.second",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest
            {
                Provider = IdentityProvider.GitHub,
                Token = "merge" + Suffix,
                Username = "Merge Me",
            }),
            x => x.User.Username);
        await StepAsync("user.merge.self",
            () => _asAdmin.Users.MergeAsync(new UserMerge { PrimaryUserId = _other.Id, SecondaryUserId = _other.Id }));
        await StepAsync("user.merge.notUnapproved",
            () => _asAdmin.Users.MergeAsync(new UserMerge { PrimaryUserId = _other.Id, SecondaryUserId = _player.Id }));
        await StepAsync("user.merge",
            () => _asAdmin.Users.MergeAsync(new UserMerge { PrimaryUserId = _other.Id, SecondaryUserId = second.User.Id }),
            x => $"{Bare(x.GitHubProfile?.Login)}");
        await StepAsync("user.merge.gone", () => _asAdmin.Users.GetAsync(second.User.Id));
        var third = await StepAsync("identify.third",
            () => _company.Identity.IdentifyAsync(new IdentifyRequest { Provider = IdentityProvider.Discord, Token = "deny" + Suffix }),
            x => $"{x.User.Role}");
        await StepAsync("user.deny", () => _asAdmin.Users.DenyAsync(third.User.Id));
        await StepAsync("user.deny.again", () => _asAdmin.Users.DenyAsync(third.User.Id));
        await StepAsync("lookup.email",
            () => _owner.UserLookup.ByEmailAsync("p1@example.com"),
            l => l.Count(x => x.CompanyId == _companyId));
        await StepAsync("lookup.email.case",
            () => _owner.UserLookup.ByEmailAsync("P1@example.com"),
            l => l.Count(x => x.CompanyId == _companyId));
        Step("lookup.discord.sync", () => _owner.UserLookup.ByDiscordId("pd" + Suffix), l => l.Count);
        await StepAsync("lookup.github", () => _owner.UserLookup.ByGitHubIdAsync("gh" + Suffix), l => l.Count);
        await StepAsync("lookup.google", () => _owner.UserLookup.ByGoogleIdAsync("none"), l => l.Count);
        await StepAsync("lookup.apple", () => _owner.UserLookup.ByAppleIdAsync("none"), l => l.Count);
        await StepAsync("lookup.helper",
            () => _helper.UserLookup.ByEmailAsync("p1@example.com"),
            l => l.Count(x => x.CompanyId == _companyId));
    }
}
