using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Valentina.ClaudeCode;
using Valentina.Connection;

namespace Valentina.Client.Tests.DependencyInjection;

/// <summary>Who passes the configuration above the section that is meant is told which one to pass.</summary>
public sealed class WrongSectionTests
{
    private static readonly string[] Ours = ["Valentina:BaseUrl", "Valentina:ApiKey", "ClaudeCode:ApiKey", "Logging:LogLevel:Default"];

    [Fact]
    public void The_section_of_the_same_name_is_meant()
    {
        Failures<ValentinaOptions>(Game, Ours).Should().HaveCount(3)
            .And.Contain(@"ValentinaOptions: The configuration has a section with such settings: pass GetSection(""Valentina"").");
        Failures<ClaudeCodeOptions>(Model, Ours).Should().HaveCount(2)
            .And.Contain(@"ClaudeCodeOptions: The configuration has a section with such settings: pass GetSection(""ClaudeCode"").");
    }

    [Fact]
    public void Its_values_are_not_shown()
        => string.Concat(Failures<ValentinaOptions>(Game, Ours)).Should().NotContain("secret-value");

    [Theory]
    [InlineData("valentina:timeout", @"a section with such settings: pass GetSection(""valentina"").")]
    [InlineData("Game:BaseUrl", @"a section with such settings: pass GetSection(""Game"").")]
    [InlineData("Game:BaseUrl,Night:ApiKey", @"sections with such settings: pass GetSection(""Game"") or GetSection(""Night"").")]
    public void It_may_have_another_name(string keys, string told)
        => Failures<ValentinaOptions>(Game, keys.Split(',')).Should().Contain($"ValentinaOptions: The configuration has {told}");

    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("HttpClient:Timeout")]
    [InlineData("Valentina:BaseUrl,ApiKey")]
    public void Other_sections_are_not_and_options_in_their_place_need_no_hint(string keys)
        => Failures<ValentinaOptions>(Game, keys.Split(',')).Should().OnlyContain(failure => failure.Contains("is missing"));

    [Fact]
    public void A_section_around_it_is_no_better_than_the_whole()
        => Failures<ValentinaOptions>(
                static (services, whole) => services.AddValentina(whole.GetSection("Services")), "Services:Valentina:BaseUrl")
            .Should().Contain(@"ValentinaOptions: The configuration has a section with such settings: pass GetSection(""Valentina"").");

    private static void Game(IServiceCollection services, IConfiguration configuration) => services.AddValentina(configuration);

    private static void Model(IServiceCollection services, IConfiguration configuration) => services.AddClaudeCode(configuration);

    private static IEnumerable<string> Failures<TOptions>(Action<IServiceCollection, IConfiguration> add, params string[] keys)
        where TOptions : ClientOptions
    {
        var services = new ServiceCollection();
        add(services, new ConfigurationBuilder()
            .AddInMemoryCollection(keys.Select(static key => KeyValuePair.Create(key, (string?)"secret-value"))).Build());

        // What the machine has in its environment must not fill the gaps.
        services.PostConfigure<TOptions>(static options => options.Variables = EnvironmentReaders.None);
        using var provider = services.BuildServiceProvider();
        return FluentActions.Invoking(() => provider.GetRequiredService<IOptions<TOptions>>().Value)
            .Should().Throw<OptionsValidationException>().Which.Failures;
    }
}
