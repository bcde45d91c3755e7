using System.Text;
using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Access;

/// <summary>Signing in with another service, and what is kept of it.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;

    public IdentityTests() => _http = new FakeHttp(_fake);

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("google")]
    [InlineData("apple")]
    public async Task A_provider_without_audiences_is_not_enabled(string provider)
    {
        foreach (var answer in new[] { await IdentifyAsync(provider, Token("one")), await LinkAsync(provider, Token("one")) })
        {
            (answer.Status, answer.Detail).Should().Be((422, $"{provider} sign-in is not enabled on this server"));
            Code(answer).Should().Be("TOKEN_VERIFICATION_FAILED");
        }
    }

    [Theory]
    [InlineData("no.jwt", "Provider token is not a valid JWT")]
    [InlineData("a.b.c", "Provider token is not a valid JWT")]
    [InlineData("e30.%%.x", "Provider token failed verification")]
    [InlineData("e30.e30.x", "Provider token failed verification")]
    public async Task A_token_that_says_nothing_is_refused(string token, string detail)
    {
        await EnableAsync();

        var answer = await IdentifyAsync("google", token);

        (answer.Status, answer.Detail).Should().Be((422, detail));
    }

    [Fact]
    public async Task A_token_for_somebody_elses_application_is_refused()
    {
        await EnableAsync("ours");

        (await IdentifyAsync("google", Token("one", audience: "theirs"))).Detail.Should().Be("Provider token failed verification");
        (await IdentifyAsync("google", Token("one", audience: "ours"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task Only_an_address_the_provider_vouches_for_finds_a_user()
    {
        await EnableAsync();

        Resolution(await IdentifyAsync("google", Token("p1", email: "PLAYER@example.com", isVerified: false))).Should().Be("created");
        Resolution(await IdentifyAsync("google", Token("p1", email: "player@example.com"))).Should().Be("matched");
        Resolution(await IdentifyAsync("apple", Token("p2", email: "storyteller@EXAMPLE.com"))).Should().Be("linked");
    }

    [Fact]
    public async Task The_profile_of_the_provider_is_kept()
    {
        var signedIn = (await IdentifyAsync("github", "octocat")).Body!["user"]!;
        var linked = (await LinkAsync("discord", "nacht")).Body!;

        signedIn["username"]!.GetValue<string>().Should().Be("octocat");
        signedIn["github_profile"]!["login"]!.GetValue<string>().Should().Be("octocat");
        linked["discord_profile"]!["id"]!.GetValue<string>().Should().Be("nacht");
        linked["discord_profile"]!["global_name"]!.GetValue<string>().Should().Be("Nacht");
        linked["avatar_url"]!.GetValue<string>().Should().StartWith("https://", "a user without a picture shows the provider's");
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_a_number()
    {
        await EnableAsync();

        var signedIn = await IdentifyAsync("google", Token("one", email: "player@example.org"));

        signedIn.Body!["user"]!["username"]!.GetValue<string>().Should().Be("player-2");
    }

    [Fact]
    public async Task A_token_without_an_id_makes_no_user()
    {
        var answer = await IdentifyAsync("github", "");

        (answer.Status, answer.Detail).Should().Be((400, "email: Invalid email format: @example.com"));
    }

    [Theory]
    [InlineData("github")]
    [InlineData("discord")]
    public async Task A_user_has_one_identity_of_each_provider(string provider)
    {
        (await LinkAsync(provider, "first")).Status.Should().Be(200);
        (await LinkAsync(provider, "first")).Status.Should().Be(200, "the same one again changes nothing");

        var second = await LinkAsync(provider, "second");

        (second.Status, second.Detail).Should().Be((409, $"User already has a different {provider} identity linked."));
        Code(second).Should().Be("IDENTITY_ALREADY_LINKED");
    }

    [Fact]
    public async Task An_identity_of_somebody_else_asks_for_a_merge()
    {
        await IdentifyAsync("github", "other");

        var answer = await LinkAsync("github", "other");

        (answer.Status, answer.Detail).Should().Be(
            (409, "This identity is already linked to another user. Use the merge endpoint to combine accounts."));
    }

    [Fact]
    public async Task Merging_takes_over_what_the_first_user_lacks()
    {
        await LinkAsync("discord", "own");
        var waiting = (await IdentifyAsync("github", "other")).Body!["user"]!["id"]!.GetValue<string>();

        var merged = await MergeAsync(waiting);

        merged.Status.Should().Be(201);
        merged.Body!["github_profile"]!["login"]!.GetValue<string>().Should().Be("other");
        merged.Body["discord_profile"]!["id"]!.GetValue<string>().Should().Be("own");
        (await MergeAsync(waiting)).Status.Should().Be(404, "the second user is archived");
        (await MergeAsync(_fake.StorytellerId.ToString())).Detail.Should().Be("Secondary user must have UNAPPROVED role");
    }

    private static string Resolution(WireAnswer answer) => answer.Body!["resolution"]!.GetValue<string>();

    private static string? Code(WireAnswer answer) => answer.Body!["code"]?.GetValue<string>();

    private static string Token(string subject, string? email = null, bool isVerified = true, string audience = "tests")
    {
        var claims = new JsonObject
        {
            ["sub"] = subject,
            ["aud"] = audience,
            ["email"] = email ?? $"{subject}@example.com",
            ["email_verified"] = isVerified,
        };
        return $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.ToJsonString())).TrimEnd('=')}.signature";
    }

    private Task EnableAsync(string audience = "tests")
        => _http.SendAsync(
            "PATCH", "/api/v1/developers/me", new { provider_audiences = new { google = new[] { audience }, apple = new[] { audience } } });

    private Task<WireAnswer> IdentifyAsync(string provider, string token)
        => _http.SendAsync("POST", $"{_http.CompanyPath}/auth/identify", new { provider, token });

    private Task<WireAnswer> LinkAsync(string provider, string token)
        => _http.SendAsync("POST", $"{_http.CompanyPath}/users/{_fake.PlayerId}/identities", new { provider, token }, _fake.PlayerId);

    private Task<WireAnswer> MergeAsync(string secondary)
        => _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users/merge", new { primary_user_id = _fake.PlayerId, secondary_user_id = secondary },
            _fake.AdminId);
}
