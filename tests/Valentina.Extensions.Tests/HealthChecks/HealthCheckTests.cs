using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Valentina.Testing;

namespace Valentina.Extensions.Tests.HealthChecks;

/// <summary>Health checks ask each service once and say what is wrong.</summary>
public sealed class HealthCheckTests
{
    private readonly FakeValentina _valentina = new();
    private readonly FakeClaudeCode _claude = new();

    [Fact]
    public async Task Both_services_are_well_keyed_clients_too()
    {
        var report = await CheckAsync(static checks => checks
            .AddValentina(tags: ["ready"]).AddValentina("tremere").AddClaudeCode().AddClaudeCode("reviews", name: "reviewer"));

        report.Status.Should().Be(HealthStatus.Healthy);
        report.Entries.Keys.Should().BeEquivalentTo("valentina", "valentina:tremere", "claude-code", "reviewer");
        report.Entries["valentina"].Tags.Should().Equal("ready");
        report.Entries["valentina"].Data.Should().ContainKeys("version", "database", "cache");
        report.Entries["claude-code"].Data.Should().ContainKey("version");
    }

    [Theory]
    [InlineData("offline", "online", HealthStatus.Unhealthy)]
    [InlineData("online", "offline", HealthStatus.Degraded)]
    public async Task Without_its_database_it_is_unwell_and_without_its_cache_it_limps(string database, string cache, HealthStatus expected)
    {
        _valentina.On(ValentinaRoutes.CheckSystemHealth).Responds(new { database_status = database, cache_status = cache, uptime = "1" });

        var entry = (await CheckAsync(static checks => checks.AddValentina())).Entries["valentina"];

        entry.Status.Should().Be(expected);
        entry.Description.Should().Be($"The database is {database}, the cache {cache}.");
    }

    [Fact]
    public async Task A_service_that_fails_is_asked_once_and_counts_as_was_said()
    {
        _valentina.On(ValentinaRoutes.CheckSystemHealth).Fails(503);
        _claude.On(ClaudeCodeRoutes.GetHealth).Fails(500);

        var report = await CheckAsync(static checks => checks.AddValentina().AddClaudeCode(failureStatus: HealthStatus.Degraded));

        report.Entries["valentina"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["valentina"].Exception.Should().BeOfType<ServerErrorException>();
        report.Entries["claude-code"].Status.Should().Be(HealthStatus.Degraded);
        _valentina.Verify(ValentinaRoutes.CheckSystemHealth, 1);
    }

    [Fact]
    public async Task A_reached_rate_limit_is_no_outage()
    {
        _valentina.On(ValentinaRoutes.CheckSystemHealth).Fails(429);

        (await CheckAsync(static checks => checks.AddValentina())).Status.Should().Be(HealthStatus.Degraded);
    }

    [Fact]
    public async Task Without_a_host_a_client_that_is_missing_or_badly_set_is_a_result_without_the_key()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddValentina(static options => (options.BaseUrl, options.ApiKey) = ("ftp://valentina.example", "secret-key"));
        services.AddHealthChecks().AddValentina().AddClaudeCode("nobody");
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        report.Entries.Values.Should().AllSatisfy(static entry => entry.Status.Should().Be(HealthStatus.Unhealthy));
        report.Entries["valentina"].Description.Should().Contain("BaseUrl").And.NotContain("secret-key");
    }

    [Fact]
    public async Task A_host_does_not_start_with_wrong_options_so_that_no_check_meets_them()
    {
        using var host = new HostBuilder().ConfigureServices(static services =>
        {
            services.AddValentina(static options => (options.BaseUrl, options.ApiKey) = ("ftp://valentina.example", "secret-key"));
            services.AddHealthChecks().AddValentina();
        }).Build();

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("BaseUrl");
    }

    private async Task<HealthReport> CheckAsync(Action<IHealthChecksBuilder> add)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddValentina(Valentina).ConfigurePrimaryHttpMessageHandler(_valentina.CreateHandler);
        services.AddKeyedValentina("tremere", Valentina).ConfigurePrimaryHttpMessageHandler(_valentina.CreateHandler);
        services.AddClaudeCode(Claude).ConfigurePrimaryHttpMessageHandler(_claude.CreateHandler);
        services.AddKeyedClaudeCode("reviews", Claude).ConfigurePrimaryHttpMessageHandler(_claude.CreateHandler);
        add(services.AddHealthChecks());
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        void Valentina(ValentinaOptions options)
            => (options.BaseUrl, options.ApiKey) = (FakeValentina.BaseAddress.AbsoluteUri, _valentina.ApiKey);

        void Claude(ClaudeCode.ClaudeCodeOptions options)
            => (options.BaseUrl, options.ApiKey) = (FakeClaudeCode.BaseAddress.AbsoluteUri, _claude.ApiKey);
    }
}
