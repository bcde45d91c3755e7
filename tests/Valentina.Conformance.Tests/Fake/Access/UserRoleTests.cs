using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Access;

/// <summary>Who may give whom which role, in the real server's words.</summary>
public sealed class UserRoleTests : IDisposable
{
    private const string NotManaged = "Requesting user is not authorized to manage this user";
    private const string NotRoles = "Requesting user is not authorized to change user roles";

    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;

    public UserRoleTests() => _http = new FakeHttp(_fake);

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("ADMIN", "ADMIN", 201, null)]
    [InlineData("ADMIN", "UNAPPROVED", 400, "Cannot create a user with initial role UNAPPROVED")]
    [InlineData("ADMIN", "DEACTIVATED", 400, "Cannot create a user with initial role DEACTIVATED")]
    [InlineData("STORYTELLER", "STORYTELLER", 201, null)]
    [InlineData("STORYTELLER", "ADMIN", 403, "Storytellers may only assign STORYTELLER or PLAYER roles")]
    [InlineData("STORYTELLER", "DEACTIVATED", 400, "Cannot create a user with initial role DEACTIVATED")]
    [InlineData("PLAYER", "PLAYER", 403, NotRoles)]
    [InlineData("PLAYER", "UNAPPROVED", 400, "Cannot create a user with initial role UNAPPROVED")]
    public async Task A_new_user_gets_only_what_the_acting_user_may_give(string actor, string role, int status, string? detail)
    {
        var answer = await _http.SendAsync("POST", $"{_http.CompanyPath}/users", User(role), As(actor));

        (answer.Status, answer.Detail).Should().Be((status, detail));
    }

    [Theory]
    [InlineData("ADMIN", "PLAYER", "DEACTIVATED", 200, null)]
    [InlineData("ADMIN", "PLAYER", "UNAPPROVED", 400, "Cannot assign UNAPPROVED role")]
    [InlineData("PLAYER", "PLAYER", "UNAPPROVED", 400, "Cannot assign UNAPPROVED role")]
    [InlineData("ADMIN", "ADMIN", "PLAYER", 409, "Cannot remove the last admin from the company")]
    [InlineData("ADMIN", "ADMIN", "ADMIN", 200, null)]
    [InlineData("STORYTELLER", "STORYTELLER", "PLAYER", 200, null)]
    [InlineData("STORYTELLER", "PLAYER", "STORYTELLER", 403, NotManaged)]
    [InlineData("STORYTELLER", "PLAYER", "ADMIN", 403, "Storytellers may only assign STORYTELLER or PLAYER roles")]
    [InlineData("STORYTELLER", "PLAYER", "DEACTIVATED", 403, "Only admins may deactivate or reactivate a user")]
    [InlineData("STORYTELLER", "ADMIN", "PLAYER", 403, "Only admins may change an admin user's role")]
    [InlineData("PLAYER", "PLAYER", "PLAYER", 403, NotRoles)]
    public async Task A_role_changes_only_as_the_acting_user_may_change_it(
        string actor, string target, string role, int status, string? detail)
    {
        var answer = await _http.SendAsync("PATCH", $"{_http.CompanyPath}/users/{As(target)}", new { role }, As(actor));

        (answer.Status, answer.Detail).Should().Be((status, detail));
    }

    [Theory]
    [InlineData("UNAPPROVED", 400, "Cannot assign UNAPPROVED role via approval")]
    [InlineData("DEACTIVATED", 400, "Cannot assign DEACTIVATED role via approval")]
    [InlineData("STORYTELLER", 201, null)]
    public async Task Approval_gives_a_role_to_act_with(string role, int status, string? detail)
    {
        var waiting = await SignInAsync("new");

        var answer = await _http.SendAsync("POST", $"{_http.CompanyPath}/users/{waiting}/approve", new { role }, _fake.AdminId);

        (answer.Status, answer.Detail).Should().Be((status, detail));
    }

    [Theory]
    [InlineData("STORYTELLER")]
    [InlineData("PLAYER")]
    public async Task Those_who_wait_are_the_business_of_administrators(string actor)
    {
        var waiting = await SignInAsync("new");
        var users = $"{_http.CompanyPath}/users";
        var answers = new[]
        {
            await _http.SendAsync("GET", $"{users}/unapproved", actingUser: As(actor)),
            await _http.SendAsync("POST", $"{users}/{waiting}/approve", new { role = "PLAYER" }, As(actor)),
            await _http.SendAsync("POST", $"{users}/{waiting}/deny", actingUser: As(actor)),
        };

        answers.Should().AllSatisfy(answer => (answer.Status, answer.Detail).Should().Be((403, NotManaged)));
    }

    [Fact]
    public async Task Whoever_is_denied_is_archived()
    {
        var waiting = await SignInAsync("new");
        var deny = $"{_http.CompanyPath}/users/{waiting}/deny";

        (await _http.SendAsync("POST", deny, actingUser: _fake.AdminId)).Status.Should().Be(201);
        var again = await _http.SendAsync("POST", deny, actingUser: _fake.AdminId);
        (again.Status, again.Detail).Should().Be((404, "User not found"));

        (await TotalAsync($"{_http.CompanyPath}/users")).Should().Be(3);
        (await TotalAsync("/api/v1/admin/users")).Should().Be(4, "a global administrator sees everyone");
        (await TotalAsync("/api/v1/admin/users?is_archived=true")).Should().Be(1);
        (await TotalAsync("/api/v1/admin/users?is_archived=false")).Should().Be(3);
        (await SignInAsync("new")).Should().NotBe(waiting, "an archived user does not come back by signing in");
    }

    [Fact]
    public async Task A_global_administrator_deletes_a_user_as_often_as_they_like()
    {
        var path = $"/api/v1/admin/users/{_fake.PlayerId}";
        (await _http.SendAsync("DELETE", path)).Status.Should().Be(204);

        (await _http.SendAsync("DELETE", path)).Status.Should().Be(204);
        (await _http.SendAsync("GET", path)).Body!["is_archived"]!.GetValue<bool>().Should().BeTrue();
    }

    [Theory]
    [InlineData("UNAPPROVED")]
    [InlineData("DEACTIVATED")]
    public async Task Nobody_starts_without_the_right_to_act(string role)
    {
        var form = User(role);
        form["company_id"] = _http.Company;

        var answer = await _http.SendAsync("POST", "/api/v1/admin/users", form);

        (answer.Status, answer.Detail).Should().Be((400, $"Cannot create a user with initial role {role}"));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var answer = await _http.SendAsync("DELETE", $"{_http.CompanyPath}/users/{_fake.AdminId}", actingUser: _fake.AdminId);

        (answer.Status, answer.Detail).Should().Be((409, "Cannot remove the last admin from the company"));
    }

    private static JsonObject User(string role) => new() { ["username"] = "somebody", ["email"] = "s@example.com", ["role"] = role };

    private Guid As(string role) => role switch
    {
        "ADMIN" => _fake.AdminId,
        "STORYTELLER" => _fake.StorytellerId,
        _ => _fake.PlayerId,
    };

    private async Task<string> SignInAsync(string token)
        => (await _http.SendAsync("POST", $"{_http.CompanyPath}/auth/identify", new { provider = "github", token })).Body!["user"]!["id"]!
            .GetValue<string>();

    private async Task<int> TotalAsync(string path)
        => (await _http.SendAsync("GET", path, actingUser: path.Contains("admin", StringComparison.Ordinal) ? null : _fake.AdminId))
            .Body!["total"]!.GetValue<int>();
}
