using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The manners of the real server: idempotency, limits, request ids, compression, caching, error bodies.</summary>
public sealed class ServerBehaviorTests : IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;

    public ServerBehaviorTests() => _http = new FakeHttp(_fake);

    private string Campaigns => $"{_http.CompanyPath}/campaigns";

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task The_same_key_and_bytes_are_answered_again_with_a_new_request_id()
    {
        var first = await _http.SendAsync("POST", Campaigns, new { name = "Once" }, _fake.AdminId, change: Key("k"));
        var again = await _http.SendAsync("POST", Campaigns, new { name = "Once" }, _fake.AdminId, change: Key("k"));

        again.Status.Should().Be(201);
        again.Bytes.Should().Equal(first.Bytes);
        again.Header("X-Request-Id").Should().NotBe(first.Header("X-Request-Id"));
        (await _http.SendAsync("GET", Campaigns)).Body!["total"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Other_bytes_under_the_same_key_conflict_even_when_they_mean_the_same()
    {
        await _http.SendAsync("POST", Campaigns, """{"name":"Once"}""", _fake.AdminId, change: Key("k"));

        var conflict = await _http.SendAsync("POST", Campaigns, """{"name": "Once"}""", _fake.AdminId, change: Key("k"));

        conflict.Status.Should().Be(409);
        conflict.Header("X-Request-Id").Should().BeNull("the real server leaves it out here");
        conflict.Body!["request_id"].Should().NotBeNull();
    }

    [Fact]
    public async Task Neither_the_acting_user_nor_the_query_is_part_of_the_key()
    {
        var first = await _http.SendAsync("POST", Campaigns, new { name = "Once" }, _fake.AdminId, change: Key("k"));

        (await _http.SendAsync("POST", Campaigns + "?other=1", new { name = "Once" }, _fake.StorytellerId, change: Key("k"))).Bytes
            .Should().Equal(first.Bytes);
        (await _http.SendAsync("POST", Campaigns, new { name = "Once" }, null, change: Key("k"))).Bytes.Should().Equal(first.Bytes);
    }

    [Fact]
    public async Task A_failure_is_not_kept_and_an_hour_later_nothing_is()
    {
        (await _http.SendAsync("POST", Campaigns, new { name = "a" }, _fake.AdminId, change: Key("k"))).Status.Should().Be(400);
        var first = await _http.SendAsync("POST", Campaigns, new { name = "Valid" }, _fake.AdminId, change: Key("k"));
        first.Status.Should().Be(201);

        ((FakeClock)_fake.Clock).Advance(TimeSpan.FromMinutes(61));

        (await _http.SendAsync("POST", Campaigns, new { name = "Valid" }, _fake.AdminId, change: Key("k"))).Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task Limits_tell_their_state_in_the_recorded_words()
    {
        var fake = new FakeValentina(new FakeValentinaOptions
        {
            RateLimits =
            {
                new FakeRateLimit("burst", 5, TimeSpan.FromSeconds(10)),
                new FakeRateLimit("hourly", 1000, TimeSpan.FromSeconds(3704)) { Priority = 1 },
            },
        });
        using var http = new FakeHttp(fake);

        var first = await http.SendAsync("GET", "/api/v1/companies");
        first.Header("RateLimit-Policy").Should().Be("\"hourly\";q=1000;w=3704, \"burst\";q=5;w=10");
        first.Header("RateLimit").Should().Be("\"hourly\";r=999;t=0, \"burst\";r=4;t=0");

        for (var more = 0; more < 4; more++)
        {
            await http.SendAsync("GET", "/api/v1/companies");
        }

        var refused = await http.SendAsync("GET", "/api/v1/companies");
        refused.Status.Should().Be(429);
        refused.Header("RateLimit-Policy").Should().Be("\"burst\";q=5;w=10");
        refused.Header("RateLimit").Should().Be("\"burst\";r=0;t=2");
        refused.Header("Retry-After").Should().BeNull();
        refused.Header("X-Request-Id").Should().BeNull();
        refused.Header("Cache-Control").Should().BeNull();
        refused.Body!["retry_after"]!.GetValue<double>().Should().Be(2);
        refused.Detail.Should().Be("You are being rate limited.");

        ((FakeClock)fake.Clock).Advance(TimeSpan.FromSeconds(2));
        (await http.SendAsync("GET", "/api/v1/companies")).Header("RateLimit")
            .Should().Be("\"hourly\";r=993;t=0, \"burst\";r=0;t=2", "the refused request took a token of the first limit too");
    }

    [Fact]
    public async Task A_client_that_does_not_keep_to_the_limit_is_refused_and_goes_on()
    {
        var fake = new FakeValentina(new FakeValentinaOptions { RateLimits = { new FakeRateLimit("burst", 1, TimeSpan.FromSeconds(10)) } });
        using var client = fake.CreateClient(options => options.Pacing = RateLimitPacing.Off);

        await client.System.HealthAsync();
        await client.System.HealthAsync();

        fake.Calls.Select(call => call.Status).Should().Equal(200, 429, 200);
    }

    [Fact]
    public async Task Three_routes_have_limits_of_their_own_always()
    {
        var upload = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users/{_fake.PlayerId}/assets/upload", FakeHttp.Picture(), _fake.PlayerId);
        var avatar = await _http.SendAsync("PUT", $"{_http.CompanyPath}/users/{_fake.PlayerId}/avatar", FakeHttp.Picture(), _fake.PlayerId);
        var health = await _http.SendAsync("GET", "/api/v1/health");
        var signIn = await _http.SendAsync("POST", $"{_http.CompanyPath}/auth/identify", new { provider = "google", token = "x" });
        var renewed = await _http.SendAsync("POST", "/api/v1/developers/me/new-key");

        upload.Header("RateLimit").Should().Be("\"asset_upload\";r=49;t=0");
        avatar.Header("RateLimit").Should().Be("\"asset_upload\";r=48;t=0", "uploads and avatars share one bucket");
        signIn.Header("RateLimit-Policy").Should().Be("\"user_registration\";q=30;w=1800");
        renewed.Header("RateLimit-Policy").Should().StartWith("\"developer_key_rotation\";q=5;");
        health.Header("RateLimit").Should().BeNull();
    }

    [Theory]
    [InlineData("GET", "/api/v1/nope", 404, false)]
    [InlineData("PUT", "/api/v1/companies", 405, false)]
    [InlineData("GET", "/api/v1/companies/00000000-0000-4000-8000-000000000000", 404, true)]
    [InlineData("GET", "/api/v1/companies?limit=101", 400, true)]
    public async Task The_request_id_stands_where_the_real_server_puts_it(string method, string path, int status, bool isThere)
    {
        var answer = await _http.SendAsync(method, path);

        answer.Status.Should().Be(status);
        answer.Header("Content-Type").Should().Be("application/problem+json");
        (answer.Header("X-Request-Id") is not null).Should().Be(isThere);
        (answer.Body!["request_id"] is not null).Should().Be(isThere);
    }

    [Theory]
    [InlineData(null, "API key not provided")]
    [InlineData("wrong", "Unauthorized API key")]
    public async Task Without_a_key_the_request_id_is_only_in_the_body(string? key, string detail)
    {
        var answer = await _http.SendAsync("GET", "/api/v1/companies", key: key);

        answer.Status.Should().Be(401);
        answer.Detail.Should().Be(detail);
        answer.Header("X-Request-Id").Should().BeNull();
        answer.Body!["request_id"]!.GetValue<string>().Should().StartWith("req_");
    }

    [Fact]
    public async Task From_five_hundred_bytes_an_answer_is_compressed_for_who_takes_it()
    {
        var small = await _http.SendAsync("GET", "/api/v1/health", change: Gzip);
        var large = await _http.SendAsync("GET", _http.CompanyPath, change: Gzip);
        var plain = await _http.SendAsync("GET", _http.CompanyPath);

        small.Header("Content-Encoding").Should().BeNull();
        large.Header("Content-Encoding").Should().Be("gzip");
        plain.Header("Content-Encoding").Should().BeNull();
        using var unpacked = new GZipStream(new MemoryStream(large.Bytes), CompressionMode.Decompress);
        JsonNode.Parse(unpacked)!.ToJsonString().Should().Be(plain.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("/api/v1/health", "no-cache")]
    [InlineData("{company}", "private, max-age=60")]
    [InlineData("{company}/options", "private, max-age=600")]
    [InlineData("{company}/statistics", "no-cache")]
    public async Task Cache_headers_are_the_recorded_ones(string path, string expected)
        => (await _http.SendAsync("GET", path.Replace("{company}", _http.CompanyPath, StringComparison.Ordinal))).Header("Cache-Control")
            .Should().Be(expected);

    [Fact]
    public async Task A_replaced_key_goes_on_for_a_minute_after_each_use()
    {
        var fresh = (await _http.SendAsync("POST", "/api/v1/developers/me/new-key")).Body!["api_key"]!.GetValue<string>();
        fresh.Should().NotBe(_fake.ApiKey);

        for (var use = 0; use < 3; use++)
        {
            ((FakeClock)_fake.Clock).Advance(TimeSpan.FromSeconds(55));
            (await _http.SendAsync("GET", "/api/v1/developers/me")).Status.Should().Be(200, "use {0} prolongs it", use);
        }

        ((FakeClock)_fake.Clock).Advance(TimeSpan.FromSeconds(61));
        (await _http.SendAsync("GET", "/api/v1/developers/me")).Status.Should().Be(401);
        (await _http.SendAsync("GET", "/api/v1/developers/me", key: fresh)).Status.Should().Be(200);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
        => (await _http.SendAsync(
            "POST", Campaigns, $$"""{"name":"Huge","description":"{{new string('x', 10_000_001)}}"}""",
            _fake.AdminId)).Status.Should().Be(413);

    [Theory]
    [InlineData("", "Validation failed for one or more fields.", "data", "'data'")]
    [InlineData("[1,2]", "Validation failed for one or more fields.", "data", "Expected `object`, got `array`")]
    [InlineData("{}", "Validation failed for one or more fields.", "data", "Object missing required field `name`")]
    [InlineData("""{"name":null}""", "Validation failed for one or more fields.", "name", "Expected `str`, got `null`")]
    [InlineData("""{"name":"ab"}""", "name: Length of 'Ab' 2 < 3", "body", "One or more fields did not pass validation.")]
    [InlineData(
        """{"name":"abc","danger":-1}""", "danger: Value should be greater or equal to 0", "body",
        "One or more fields did not pass validation.")]
    [InlineData(
        """{"name":"abc","in_game_date":"31.12.1999"}""", "Validation failed for one or more fields.", "in_game_date",
        "Invalid RFC3339 encoded date")]
    public async Task A_wrong_body_is_refused_in_the_recorded_words(string body, string detail, string field, string message)
    {
        var answer = await _http.SendAsync("POST", Campaigns, body, _fake.AdminId);

        answer.Status.Should().Be(400);
        answer.Detail.Should().Be(detail);
        var entry = ((JsonArray)answer.Body!["invalid_parameters"]!).Single()!;
        entry["field"]!.GetValue<string>().Should().Be(field);
        entry["message"]!.GetValue<string>().Should().Be(message);
    }

    [Fact]
    public async Task Texts_are_rewritten_before_they_are_stored()
    {
        var user = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users", new { username = " Some User Name ", email = "a@b.cd", role = "PLAYER" }, _fake.AdminId);
        var term = await _http.SendAsync(
            "POST",
            $"{_http.CompanyPath}/dictionaries",
            new { term = " Blood Bond ", definition = "x", synonyms = new[] { "Vinculum", "bond", "Bond" } });
        var campaign = await _http.SendAsync(
            "POST", Campaigns, new { name = " the long night of the wolf ", description = "" }, _fake.AdminId);

        user.Status.Should().Be(201, user.Body!.ToJsonString());
        user.Body!["username"]!.GetValue<string>().Should().Be("some-user-name");
        term.Body!["term"]!.GetValue<string>().Should().Be("blood bond");
        term.Body["synonyms"]!.AsArray().Select(synonym => synonym!.GetValue<string>()).Should().Equal("bond", "vinculum");
        campaign.Body!["name"]!.GetValue<string>().Should().Be("The Long Night of the Wolf");
        campaign.Body["description"].Should().BeNull();
    }

    [Fact]
    public void Instants_are_written_to_the_microsecond_and_ids_rise()
    {
        var campaigns = Enumerable.Range(0, 200)
            .Select(number => _http.Send("POST", Campaigns, new { name = $"Campaign {number}" }, _fake.AdminId).Body!)
            .ToList();

        campaigns.Select(campaign => campaign["id"]!.GetValue<string>()).Should().BeInAscendingOrder(StringComparer.Ordinal);
        campaigns.Should().AllSatisfy(campaign => campaign["date_created"]!.GetValue<string>()
            .Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$"));
        Guid.Parse(campaigns[0]["id"]!.GetValue<string>()).ToString("N", CultureInfo.InvariantCulture)[12].Should().Be('7');
    }

    private static Action<HttpRequestMessage> Key(string key) => request => request.Headers.Add("Idempotency-Key", key);

    private static void Gzip(HttpRequestMessage request) => request.Headers.Add("Accept-Encoding", "gzip");
}
