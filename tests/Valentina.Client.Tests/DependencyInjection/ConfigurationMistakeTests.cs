using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Valentina.ClaudeCode;
using Valentina.Connection;

namespace Valentina.Client.Tests.DependencyInjection;

/// <summary>What .NET's binder takes without a word, and nobody means, is told when the host starts.</summary>
public sealed class ConfigurationMistakeTests
{
    private const string Complete = "https://valentina.example";

    [Theory]
    [InlineData("Timeout", "5")]
    [InlineData("TotalTimeout", "120")]
    [InlineData("MaxGateWait", "30")]
    public void A_bare_number_is_no_time(string name, string text)
        => Failure<ValentinaOptions>(Game, (name, text))
            .Should().Contain($"{name} is {text} in the configuration, which .NET reads as days: write 00:00:30 for thirty seconds");

    [Theory]
    [InlineData("TaskTimeout")]
    [InlineData("StreamIdleTimeout")]
    [InlineData("StreamKeepAliveInterval")]
    public void A_bare_number_is_no_time_for_the_other_client_either(string name)
        => Failure<ClaudeCodeOptions>(Model, (name, "5"))
            .Should().Contain($"{name} is 5 in the configuration");

    [Fact]
    public void That_holds_for_every_time_of_both_clients()
    {
        foreach (var name in Times<ValentinaOptions>())
        {
            Failure<ValentinaOptions>(Game, (name, "5")).Should().Contain($"{name} is 5 in the configuration");
        }

        foreach (var name in Times<ClaudeCodeOptions>())
        {
            Failure<ClaudeCodeOptions>(Model, (name, "5")).Should().Contain($"{name} is 5 in the configuration");
        }
    }

    [Theory]
    [InlineData("RetryDelay", "0")]
    [InlineData("Timeout", "00:00:05")]
    [InlineData("Timeout", "1.00:00:00")]
    public void What_can_only_be_meant_is_taken(string name, string text)
        => Bound<ValentinaOptions>(Game, "Valentina", (name, text))
            .Should().NotBeNull();

    [Theory]
    [InlineData("RetyDelay", "RetryDelay")]
    [InlineData("base_url", "BaseUrl")]
    [InlineData("BaseUri", "BaseUrl")]
    [InlineData("DefaultCompany", "DefaultCompanyId")]
    [InlineData("MaxRetry", "MaxRetries")]
    [InlineData("TimeoutSeconds", "Timeout")]
    [InlineData("retryDelayMs", "RetryDelay")]
    public void A_mistyped_name_is_told_with_what_is_meant(string name, string meant)
        => Failure<ValentinaOptions>(Game, (name, "x"))
            .Should().Contain($"The configuration has '{name}', which is no option; did you mean {meant}?");

    [Theory]
    [InlineData("timeout", "00:00:05")]
    [InlineData("Remark", "shared with the rest of the application")]
    [InlineData("Headers:X-Tim", "a header of one's own")]
    public void Another_name_is_not_ours_to_judge(string name, string text)
        => Bound<ValentinaOptions>(Game, "Valentina", (name, text)).Should().NotBeNull();

    [Fact]
    public void But_whoever_reads_the_log_is_told()
    {
        var loggers = new ListLoggerFactory();
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(loggers);
        services.AddValentina(Section("Valentina", ("Url", Complete), ("Key", "abcdefgh-secret")));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ValentinaClient>();

        loggers.Entries.Should().ContainSingle(entry => entry.Level == LogLevel.Warning)
            .Which.Message.Should().Be("The configuration section 'Valentina' has names that are no options and change nothing: Key, Url");
    }

    [Fact]
    public void A_section_that_is_missing_while_nothing_else_is_stands_in_the_log_too()
    {
        var loggers = new ListLoggerFactory();
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(loggers);
        services.AddValentina(Section("Valentin"));
        services.Configure<ValentinaOptions>(static options => (options.BaseUrl, options.ApiKey) = ("http://server.test", "abcdefgh"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ValentinaClient>();

        loggers.Entries.Should().ContainSingle(entry => entry.Message.Contains("no section"))
            .Which.Message.Should().Be(
                "The configuration has no section 'Valentin', or nothing is in it: the settings come from code and environment alone");
    }

    [Theory]
    [InlineData("RetryStatuses", "429", "is one text in the configuration, where a list belongs: \"RetryStatuses\": [ value, … ].")]
    [InlineData("RetryStatuses:a", "500", "has names in the configuration, where a list belongs: \"RetryStatuses\": [ value, … ].")]
    [InlineData(
        "Headers", "X-Team: red", "is one text in the configuration, where names and values belong: \"Headers\": { \"name\": \"value\" }.")]
    [InlineData(
        "Headers:0", "X-Team: red", "is a list in the configuration, where names and values belong: \"Headers\": { \"name\": \"value\" }.")]
    [InlineData(
        "Headers:0:Name", "X-Team", "is a list in the configuration, where names and values belong: \"Headers\": { \"name\": \"value\" }.")]
    public void Several_values_are_written_as_their_option_takes_them(string name, string text, string told)
        => Failure<ValentinaOptions>(Game, (name, text)).Should().Be($"ValentinaOptions: {name.Split(':')[0]} {told}");

    [Fact]
    public void So_written_they_are_taken()
    {
        var options = Bound<ValentinaOptions>(
            Game, "Valentina", ("RetryStatuses:0", "503"), ("RetryStatuses:10", "429"), ("Headers:X-Team", "red"), ("Headers:X-2", "blue"));

        options.RetryStatuses.Should().BeEquivalentTo([503, 429]);
        options.Headers.Should().BeEquivalentTo(new Dictionary<string, string> { ["X-Team"] = "red", ["X-2"] = "blue" });
    }

    [Theory]
    [InlineData("MaxRetries:0", "MaxRetries")]
    [InlineData("Timeout:Seconds", "Timeout")]
    [InlineData("BaseUrl:0", "BaseUrl")]
    [InlineData("AutoIdempotencyKeys:0", "AutoIdempotencyKeys")]
    [InlineData("Headers:X-Team:0", "Headers:X-Team")]
    [InlineData("RetryStatuses:0:0", "RetryStatuses:0")]
    public void So_are_several_values_where_one_belongs(string name, string told)
        => Failure<ValentinaOptions>(Game, (name, "1"))
            .Should().Contain($"{told} is a list or a section in the configuration, where one value belongs.");

    [Theory]
    [InlineData("Timeout", "20 s", "Timeout in the configuration must be a time, such as 00:00:30 for thirty seconds; it is 20 s.")]
    [InlineData("MaxRetries", "many", "MaxRetries in the configuration must be a whole number; it is many.")]
    [InlineData("AutoIdempotencyKeys", "yes", "AutoIdempotencyKeys in the configuration must be true or false; it is yes.")]
    [InlineData("DefaultCompanyId", "mine", "DefaultCompanyId in the configuration must be an id, such as")]
    [InlineData("Pacing", "Never", "Pacing in the configuration must be one of ")]
    [InlineData("RetryStatuses:0", "all", "RetryStatuses:0 in the configuration must be a whole number; it is all.")]
    public void So_is_what_dotnet_cannot_read(string name, string text, string told)
        => Failure<ValentinaOptions>(Game, (name, text)).Should().StartWith($"ValentinaOptions: {told}");

    [Fact]
    public void And_what_else_is_wrong_is_told_with_it()
    {
        var services = new ServiceCollection();
        services.AddKeyedClaudeCode("night", Section("Valentina", ("TaskMaxCost", "much"), ("TaskTimeout", "5")));
        using var provider = services.BuildServiceProvider();

        provider.Invoking(built => built.GetRequiredService<IOptionsMonitor<ClaudeCodeOptions>>().Get("night"))
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(2)
            .And.OnlyContain(failure => failure.StartsWith("ClaudeCodeOptions of the client 'night': Task", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RateLimitGate")]
    [InlineData("RateLimitGate:Key")]
    public void And_so_is_what_only_code_can_make(string name)
        => Failure<ValentinaOptions>(Game, (name, "x"))
            .Should().Contain("RateLimitGate cannot come from the configuration: set it in code.");

    [Fact]
    public void So_is_a_text_for_the_whole_section()
        => Failure<ValentinaOptions>(Game, ("", Complete))
            .Should().Contain("'Valentina' is a text in the configuration; options go below it.");

    [Fact]
    public void Nor_is_a_configuration_that_is_no_section()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BaseUrl"] = "https://api.example",
            ["ApiKey"] = "key",
            ["BASE_URL"] = "a variable of the process",
        }).Build();
        using var provider = new ServiceCollection().AddValentina(configuration).Services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<ValentinaOptions>>().Value.BaseUrl.Should().Be("https://api.example");
    }

    [Fact]
    public void A_section_that_is_missing_is_named_where_something_is_missing()
        => FluentActions.Invoking(() => Bound<ValentinaOptions>(Game, "Valentin"))
            .Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().Contain(failure => failure.Contains("BaseUrl is missing", StringComparison.Ordinal))
            .And.Contain(failure
                => failure.Contains("The configuration has no section 'Valentin', or nothing is in it.", StringComparison.Ordinal));

    [Fact]
    public void An_address_from_the_environment_is_blamed_on_its_variable()
        => new ClaudeCodeOptions { ApiKey = "key", Variables = name => name == "CLAUDE_API_URL" ? "localhost:5102" : null }.FindProblems()
            .Should().ContainSingle().Which.Should().Be(
                "BaseUrl must be an absolute URL that begins with http:// or https://, such as https://api.example; it is localhost:5102, "
                + "from the environment variable CLAUDE_API_URL.");

    private static void Game(IServiceCollection services, IConfiguration section) => services.AddValentina(section);

    private static void Model(IServiceCollection services, IConfiguration section) => services.AddClaudeCode(section);

    private static IEnumerable<string> Times<TOptions>()
        => typeof(TOptions).GetProperties()
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(TimeSpan))
            .Select(property => property.Name);

    private static string Failure<TOptions>(Action<IServiceCollection, IConfiguration> add, (string Name, string Text) member)
        where TOptions : ClientOptions
        => FluentActions.Invoking(() => Bound<TOptions>(add, "Valentina", member))
            .Should().Throw<OptionsValidationException>().Which.Message;

    private static TOptions Bound<TOptions>(
        Action<IServiceCollection, IConfiguration> add, string section, params (string Name, string Text)[] members)
        where TOptions : ClientOptions
    {
        var services = new ServiceCollection();
        add(services, Section(section, members));

        // What the machine has in its environment must not fill the gaps.
        services.PostConfigure<TOptions>(options => options.Variables = EnvironmentReaders.None);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<TOptions>>().Value;
    }

    private static IConfigurationSection Section(string section, params (string Name, string Text)[] members)
        => new ConfigurationBuilder()
            .AddInMemoryCollection(members.Append(("BaseUrl", Complete)).Append(("ApiKey", "key"))
                .Select(member => KeyValuePair.Create($"Valentina:{member.Item1}".TrimEnd(':'), (string?)member.Item2)))
            .Build().GetSection(section);
}
