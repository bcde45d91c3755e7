using System.Net;
using Microsoft.Extensions.Time.Testing;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.Services;

/// <summary>After a key rotation the client goes on with the new key.</summary>
public class KeyRotationTests
{
    private const string NewKey = """
        {"id":"019c0000-0000-7000-8000-000000000001","username":"dev","email":"dev@example.org","api_key":"new-key","key_generated":"2026-11-22T04:18:37Z"}
        """;

    [Fact]
    [Trait("Defect", "D01")]
    public async Task Key_rotation_returns_the_new_key()
    {
        await using var client = Client(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.Created, NewKey)));

        var account = await client.Developer.RegenerateApiKeyAsync();

        account.ApiKey.Should().Be("new-key");
        account.KeyGenerated.Should().Be(new DateTimeOffset(2026, 11, 22, 4, 18, 37, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D20")]
    public async Task The_client_and_all_its_scopes_go_on_with_the_new_key(bool synchronous)
    {
        var server = StubHandler.Script(
            () => StubHandler.Json(HttpStatusCode.OK, "{}"),
            () => StubHandler.Json(HttpStatusCode.Created, NewKey),
            () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        await using var client = Client(server);
        var acting = client.ForCompany(Guid.NewGuid()).ActingAs(Guid.NewGuid());
        await acting.Options.GetAsync();

        _ = synchronous ? client.Developer.RegenerateApiKey() : await client.Developer.RegenerateApiKeyAsync();
        await acting.Options.GetAsync();
        client.System.Health();

        server.Sent.Select(request => request.Header("X-API-KEY")).Should().Equal("old-key", "old-key", "new-key", "new-key");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"api_key":"with blank"}""")]
    public async Task A_key_that_cannot_be_sent_is_returned_but_not_used(string answer)
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.Created, answer));
        await using var client = Client(server);

        await client.Developer.RegenerateApiKeyAsync();
        await client.System.HealthAsync();

        server.Sent.Last().Header("X-API-KEY").Should().Be("old-key");
    }

    [Fact]
    public async Task A_call_that_is_repeated_across_a_rotation_keeps_its_key()
    {
        // The server keeps idempotency keys by API key: under another one the repetition would be a second write.
        var time = new FakeTimeProvider();
        var server = new StubHandler((_, request, _) => request.RequestUri!.AbsolutePath.EndsWith("new-key", StringComparison.Ordinal)
            ? StubHandler.Json(HttpStatusCode.Created, NewKey)
            : StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"));
        await using var client = Client(server, time);
        var term = client.ForCompany(Guid.NewGuid()).Dictionary.CreateAsync(new() { Term = "Elysium", Definition = "A place of peace." });

        await client.Developer.RegenerateApiKeyAsync();
        while (!term.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await FluentActions.Awaiting(() => term).Should().ThrowAsync<ServerErrorException>();
        server.Sent.Where(request => request.Url.AbsolutePath.EndsWith("dictionaries", StringComparison.Ordinal))
            .Should().HaveCount(4).And.OnlyContain(request => request.Header("X-API-KEY") == "old-key");
    }

    private static ValentinaClient Client(StubHandler server, TimeProvider? time = null)
        => new(
            new ValentinaOptions
            {
                BaseUrl = "https://valentina.example",
                ApiKey = "old-key",
                SetAsDefault = false,
                Timeout = Timeout.InfiniteTimeSpan,
                TotalTimeout = Timeout.InfiniteTimeSpan,
            },
            server,
            timeProvider: time);
}
