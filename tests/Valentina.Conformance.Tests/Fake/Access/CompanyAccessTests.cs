using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Access;

/// <summary>Which developers may use a company, and what is left of one that is gone.</summary>
public sealed class CompanyAccessTests : IDisposable
{
    private const string Owner = "owner-key";

    private readonly FakeValentina _fake = new(new FakeValentinaOptions
    {
        Strict = false,
        Developers = { new FakeDeveloper("owner", Owner), new FakeDeveloper("second", "second-key") }
    });
    private readonly FakeHttp _http;

    public CompanyAccessTests() => _http = new FakeHttp(_fake);

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("ADMIN")]
    [InlineData("USER")]
    [InlineData("REVOKE")]
    public async Task The_last_owner_cannot_step_down(string permission)
    {
        var company = await CompanyAsync();

        (await GrantAsync(company, "owner", "OWNER")).Status.Should().Be(201, "nothing changes");
        var refused = await GrantAsync(company, "owner", permission);
        (refused.Status, refused.Detail).Should().Be((400, "Every company must have at least one owner."));

        await GrantAsync(company, "second", "OWNER");
        (await GrantAsync(company, "owner", permission)).Status.Should().Be(201);
    }

    [Fact]
    public async Task A_deleted_company_is_nobodys()
    {
        var company = await CompanyAsync();
        (await _http.SendAsync("DELETE", company, key: Owner)).Status.Should().Be(204);

        foreach (var path in new[] { company, $"{company}/campaigns", $"{company}/users" })
        {
            var answer = await _http.SendAsync("GET", path, key: Owner);
            (answer.Status, answer.Detail).Should().Be((403, "No rights to access this resource"));
        }

        (await _http.SendAsync("GET", company)).Status.Should().Be(404, "a global administrator has rights on whatever there is");
        (await _http.SendAsync("GET", "/api/v1/companies", key: Owner)).Body!["total"]!.GetValue<int>().Should().Be(0);
    }

    [Fact]
    public async Task A_second_developer_of_one_name_is_refused_in_the_words_of_the_database()
    {
        var answer = await _http.SendAsync("POST", "/api/v1/admin/developers", new { username = "owner", email = "new@example.com" });

        (answer.Status, answer.Detail).Should().Be(
            (409,
                "duplicate key value violates unique constraint \"developer_username_key\"\n"
                + "DETAIL:  Key (username)=(owner) already exists."));
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused_by_its_name()
    {
        await CreateAsync("one");

        var other = await CreateAsync("two");

        other.Status.Should().Be(409);
        other.Detail.Should().Be(
            "Idempotency key 'my-key' was previously used with a different request body. "
            + "Each unique request must use a unique idempotency key.");

        Task<WireAnswer> CreateAsync(string name) => _http.SendAsync(
            "POST", $"{_http.CompanyPath}/campaigns", new { name }, _fake.AdminId,
            change: request => request.Headers.Add("Idempotency-Key", "my-key"));
    }

    private async Task<string> CompanyAsync()
    {
        var created = await _http.SendAsync("POST", "/api/v1/companies", new { name = "Court", email = "c@example.com" }, key: Owner);
        return $"/api/v1/companies/{created.Body!["company"]!["id"]}";
    }

    private Task<WireAnswer> GrantAsync(string company, string developer, string permission)
        => _http.SendAsync(
            "POST",
            $"{company}/access",
            new { developer_id = _http.World[Kinds.Developer].Rows.First(row => row.Text("username") == developer).Id, permission },
            key: "fake-api-key");
}
