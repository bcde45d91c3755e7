using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.DependencyInjection;

/// <summary>Clients from a container: configured, checked at start, one or several.</summary>
public class AddValentinaTests
{
    private static readonly Guid Company = Guid.Parse("019c0000-0000-7000-8000-000000000001");

    [Fact]
    public void A_client_is_a_singleton_configured_by_code()
    {
        var services = new ServiceCollection();
        services.AddValentina(options => Set(options, "https://one.example"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ValentinaClient>().Should().BeSameAs(provider.GetRequiredService<ValentinaClient>());
    }

    [Fact]
    public async Task Requests_go_through_the_factorys_client_and_its_handlers()
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        var services = new ServiceCollection();
        services.AddValentina(options => Set(options, "https://one.example")).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ValentinaClient>();

        await client.System.HealthAsync();
        client.System.Health();

        server.Sent.Should().HaveCount(2).And.OnlyContain(request => request.Url.Host == "one.example");
    }

    [Fact]
    public void Every_option_binds_from_json()
    {
        var services = new ServiceCollection();
        services.AddValentina(Json("""
            {
              "BaseUrl": "https://valentina.example/prefix/",
              "ApiKey": "key-from-file",
              "DefaultCompanyId": "019c0000-0000-7000-8000-000000000001",
              "Timeout": "00:00:12.5",
              "TotalTimeout": "00:02:00",
              "MaxRetries": 5,
              "RetryDelay": "00:00:00.250",
              "MaxRetryDelay": "00:00:20",
              "RetryStatuses": [ 429, 503 ],
              "AutoRetryRateLimit": false,
              "Pacing": "Off",
              "MaxGateWait": "00:00:07",
              "AutoIdempotencyKeys": false,
              "Headers": { "X-Tenant": "camarilla", "x-trace": "1" },
              "SetAsDefault": true
            }
            """));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<ValentinaOptions>>().Value;

        options.Should().BeEquivalentTo(new ValentinaOptions
        {
            BaseUrl = "https://valentina.example/prefix/",
            ApiKey = "key-from-file",
            DefaultCompanyId = Company,
            Timeout = TimeSpan.FromSeconds(12.5),
            TotalTimeout = TimeSpan.FromMinutes(2),
            MaxRetries = 5,
            RetryDelay = TimeSpan.FromMilliseconds(250),
            MaxRetryDelay = TimeSpan.FromSeconds(20),
            RetryStatuses = [429, 503],
            AutoRetryRateLimit = false,
            Pacing = RateLimitPacing.Off,
            MaxGateWait = TimeSpan.FromSeconds(7),
            AutoIdempotencyKeys = false,
            Headers = new Dictionary<string, string> { ["X-Tenant"] = "camarilla", ["x-trace"] = "1" },
            SetAsDefault = true,
        });
        typeof(ValentinaOptions).GetProperties().Where(property => property.CanWrite)
            .Should().HaveCount(16, "each of them stands in the file above, but for the gate, which is no value");
    }

    [Fact]
    public void A_client_from_a_container_does_not_become_the_default_by_itself()
    {
        var services = new ServiceCollection();
        services.AddValentina(Json("""{ "BaseUrl": "https://valentina.example", "ApiKey": "key" }"""));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<ValentinaOptions>>().Value.SetAsDefault.Should().BeFalse();
    }

    [Fact]
    public async Task Wrong_options_stop_the_host_at_its_start_and_are_named_all_at_once()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddValentina(options =>
        {
            options.BaseUrl = "not a url";
            options.ApiKey = "key";
            options.MaxRetries = -1;
        });
        using var host = builder.Build();

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("BaseUrl").And.Contain("MaxRetries");
    }

    [Fact]
    public void Wrong_options_name_the_client_that_has_them_and_never_its_key()
    {
        var services = new ServiceCollection();
        services.AddKeyedValentina("tremere", Json("""{ "BaseUrl": "nowhere", "ApiKey": "secret key" }"""));
        using var provider = services.BuildServiceProvider();

        var making = () => provider.GetRequiredKeyedService<ValentinaClient>("tremere");

        making.Should().Throw<OptionsValidationException>().Which.Message.Should()
            .Contain("ValentinaOptions of the client 'tremere': BaseUrl must be").And.Contain("it is nowhere").And.NotContain("secret key");
    }

    [Fact]
    public async Task Keyed_clients_have_options_handlers_and_keys_of_their_own()
    {
        var servers = new Dictionary<string, StubHandler>();
        var services = new ServiceCollection();
        foreach (var clan in new[] { "tremere", "ventrue" })
        {
            servers[clan] = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
            services.AddKeyedValentina(clan, Json($$"""{ "BaseUrl": "https://{{clan}}.example", "ApiKey": "key-of-{{clan}}" }"""))
                .ConfigurePrimaryHttpMessageHandler(() => servers[clan]);
        }

        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ValentinaClient>("tremere").System.HealthAsync();
        await provider.GetRequiredKeyedService<ValentinaClient>("ventrue").System.HealthAsync();

        servers["tremere"].Sent.Single().Header("X-API-KEY").Should().Be("key-of-tremere");
        servers["ventrue"].Sent.Single().Header("X-API-KEY").Should().Be("key-of-ventrue");
        provider.GetService<ValentinaClient>().Should().BeNull("only keyed clients were registered");
    }

    [Fact]
    public async Task Logging_and_time_come_from_the_container_and_the_factorys_own_log_is_off()
    {
        var log = new ListLoggerFactory();
        var time = new FakeTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddValentina(options => Set(options, "https://one.example"))
            .ConfigurePrimaryHttpMessageHandler(() => StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "[]")));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ValentinaClient>().UserLookup.ByEmailAsync("secret@example.org");

        log.Entries.Should().Contain(entry => entry.Category == "Valentina.Client");
        log.Entries.Should().NotContain(entry => entry.Category.StartsWith("System.Net.Http", StringComparison.Ordinal));
        log.Entries.Should().NotContain(entry => entry.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_key_is_refused()
        => FluentActions.Invoking(() => new ServiceCollection().AddKeyedValentina("", _ => { })).Should().Throw<ArgumentException>();

    private static IConfiguration Json(string text)
        => new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))).Build();

    private static void Set(ValentinaOptions options, string url)
    {
        options.BaseUrl = url;
        options.ApiKey = "key";
    }
}
