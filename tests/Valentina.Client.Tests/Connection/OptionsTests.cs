using Microsoft.Extensions.Configuration;
using Valentina.ClaudeCode;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Options: where values come from, what is refused, what can be bound.</summary>
public sealed class OptionsTests
{
    private static readonly Guid Company = Guid.Parse("01a20190-cb43-70d9-a901-6b9937156b49");

    [Fact]
    public void The_environment_fills_what_is_not_given()
    {
        var settings = new ValentinaOptions { ApiKey = "own" }.Resolve(Environment(
            ("VALENTINA_CLIENT_BASE_URL", " https://env.test/ "),
            ("VALENTINA_CLIENT_API_KEY", "env"),
            ("VALENTINA_CLIENT_DEFAULT_COMPANY_ID", Company.ToString())));

        settings.BaseUrl.AbsoluteUri.Should().Be("https://env.test/");
        settings.ApiKey.Should().Be("own");
        settings.DefaultCompanyId.Should().Be(Company);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [Trait("Defect", "D52")]
    public void Blank_values_count_as_absent_wherever_they_come_from(string? blank)
    {
        var options = new ValentinaOptions { BaseUrl = blank, ApiKey = blank };
        var environment = Environment(
            ("VALENTINA_CLIENT_BASE_URL", blank), ("VALENTINA_CLIENT_API_KEY", blank), ("VALENTINA_CLIENT_DEFAULT_COMPANY_ID", blank));

        options.FindProblems(environment).Should().Equal(
            "BaseUrl is missing: set ValentinaOptions.BaseUrl or the environment variable VALENTINA_CLIENT_BASE_URL.",
            "ApiKey is missing: set ValentinaOptions.ApiKey or the environment variable VALENTINA_CLIENT_API_KEY.");
    }

    [Theory]
    [InlineData("server.test")]
    [InlineData("/api")]
    [InlineData("ftp://server.test")]
    [InlineData("http://")]
    [InlineData("https://user:secret@server.test")]
    [InlineData("https://server.test?x=1")]
    [InlineData("https://server.test#x")]
    [InlineData("not a url")]
    [Trait("Defect", "D53")]
    public void A_base_URL_that_cannot_be_one_is_refused(string url)
    {
        var problem = new ValentinaOptions { BaseUrl = url, ApiKey = "k" }.FindProblems(EnvironmentReaders.None)
            .Should().ContainSingle().Subject;

        problem.Should().StartWith("BaseUrl must");
        problem.Should().NotContain("secret");
    }

    [Theory]
    [InlineData("not a url", "it is not a url.")]
    [InlineData("https://server.test?token=secret", "it is https://server.test?….")]
    [InlineData("mailto:user:secret@server.test", "such as https://api.example.")]
    public void The_wrong_value_is_shown_without_what_may_be_secret(string url, string end)
        => new ValentinaOptions { BaseUrl = url, ApiKey = "k" }.FindProblems(EnvironmentReaders.None)
            .Should().ContainSingle().Which.Should().EndWith(end).And.NotContain("secret");

    [Fact]
    public void A_value_without_end_is_cut()
        => new ValentinaOptions { BaseUrl = new string('x', 5000), ApiKey = "k" }.FindProblems(EnvironmentReaders.None)
            .Should().ContainSingle().Which.Length.Should().BeLessThan(250);

    [Fact]
    [Trait("Defect", "D53")]
    public void Key_and_URL_are_trimmed()
    {
        var settings = new ValentinaOptions { BaseUrl = " http://server.test// ", ApiKey = "\t key \n" }.Resolve(EnvironmentReaders.None);

        settings.BaseUrl.AbsoluteUri.Should().Be("http://server.test/");
        settings.ApiKey.Should().Be("key");
    }

    [Fact]
    [Trait("Defect", "D31")]
    [Trait("Defect", "D53")]
    public void Numbers_that_make_no_sense_are_refused_all_at_once()
    {
        var options = TestConnection.Options(options =>
        {
            options.Timeout = TimeSpan.Zero;
            options.TotalTimeout = TimeSpan.FromSeconds(-5);
            options.MaxRetries = -1;
            options.RetryDelay = TimeSpan.FromSeconds(-1);
            options.MaxRetryDelay = TimeSpan.FromDays(1000);
            options.RetryStatuses = [200, 503];
            options.DefaultCompanyId = Guid.Empty;
        });

        var resolve = () => options.Resolve(EnvironmentReaders.None);

        var message = resolve.Should().Throw<ArgumentException>().Which.Message;
        message.Should().ContainAll("Timeout", "TotalTimeout", "MaxRetries", "RetryDelay", "MaxRetryDelay", "200", "DefaultCompanyId");
    }

    [Theory]
    [InlineData("schlüssel")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [Trait("Defect", "D55")]
    public void A_key_that_cannot_be_sent_is_refused_clearly_and_not_shown(string key)
    {
        var problem = new ValentinaOptions { BaseUrl = "http://server.test", ApiKey = key }.FindProblems(EnvironmentReaders.None)
            .Should().ContainSingle().Subject;

        problem.Should().Contain("printable ASCII");
        problem.Should().NotContain(key);
    }

    [Fact]
    [Trait("Defect", "D52")]
    public void A_default_company_that_is_no_id_is_refused()
        => TestConnection.Options().FindProblems(Environment(("VALENTINA_CLIENT_DEFAULT_COMPANY_ID", "abc")))
            .Should().ContainSingle().Which.Should().Contain("VALENTINA_CLIENT_DEFAULT_COMPANY_ID");

    [Fact]
    [Trait("Defect", "D54")]
    public void The_same_header_in_two_cases_is_refused()
    {
        var options = TestConnection.Options(options => options.Headers = new Dictionary<string, string> { ["X-A"] = "1", ["x-a"] = "2" });

        options.FindProblems(EnvironmentReaders.None).Should().ContainSingle().Which.Should().Contain("twice");
    }

    [Fact]
    public void Infinite_times_are_allowed()
        => TestConnection.Options(options => options.Timeout = options.TotalTimeout = Timeout.InfiniteTimeSpan)
            .FindProblems(EnvironmentReaders.None).Should().BeEmpty();

    [Fact]
    public void Every_option_can_be_bound_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BaseUrl"] = "https://bound.test",
            ["ApiKey"] = "bound",
            ["DefaultCompanyId"] = Company.ToString(),
            ["Timeout"] = "00:00:10",
            ["TotalTimeout"] = "00:02:00",
            ["MaxRetries"] = "5",
            ["RetryDelay"] = "00:00:00.5",
            ["MaxRetryDelay"] = "00:00:20",
            ["RetryStatuses:0"] = "429",
            ["RetryStatuses:1"] = "503",
            ["AutoRetryRateLimit"] = "false",
            ["AutoIdempotencyKeys"] = "false",
            ["SetAsDefault"] = "false",
            ["Headers:X-Team"] = "night",
        }).Build();

        var options = new ValentinaOptions();
        configuration.Bind(options);

        options.Should().BeEquivalentTo(new ValentinaOptions
        {
            BaseUrl = "https://bound.test",
            ApiKey = "bound",
            DefaultCompanyId = Company,
            Timeout = TimeSpan.FromSeconds(10),
            TotalTimeout = TimeSpan.FromMinutes(2),
            MaxRetries = 5,
            RetryDelay = TimeSpan.FromMilliseconds(500),
            MaxRetryDelay = TimeSpan.FromSeconds(20),
            RetryStatuses = [429, 503],
            AutoRetryRateLimit = false,
            AutoIdempotencyKeys = false,
            SetAsDefault = false,
            Headers = { ["X-Team"] = "night" },
        });
        options.FindProblems(EnvironmentReaders.None).Should().BeEmpty();
    }

    [Fact]
    public void Without_statuses_the_usual_ones_are_retried_and_an_empty_list_means_none()
    {
        TestConnection.Options().Resolve().RetryStatuses.Should().BeEquivalentTo([429, 500, 502, 503, 504]);
        TestConnection.Options(options => options.RetryStatuses = []).Resolve().RetryStatuses.Should().BeEmpty();
    }

    [Fact]
    public void The_defaults_are_those_of_the_documentation()
        => new ValentinaOptions().Should().BeEquivalentTo(new
        {
            Timeout = TimeSpan.FromSeconds(30),
            TotalTimeout = TimeSpan.FromMinutes(5),
            MaxRetries = 3,
            RetryDelay = TimeSpan.FromSeconds(1),
            MaxRetryDelay = TimeSpan.FromSeconds(60),
            RetryStatuses = (int[]?)null,
            AutoRetryRateLimit = true,
            AutoIdempotencyKeys = true,
            SetAsDefault = true,
        });

    [Fact]
    public void The_text_form_shows_no_key()
        => TestConnection.Options().ToString().Should().Contain("server.test").And.NotContain(TestConnection.Key);

    [Fact]
    public void What_a_client_makes_of_its_options_shows_neither_key_nor_headers_when_printed()
    {
        // Both are records, whose compiler-written text shows every member.
        var connection =
            TestConnection.Options(static options => options.Headers["X-Proxy"] = "proxy-SECRET").Resolve(EnvironmentReaders.None);
        var claude = new ClaudeCodeOptions
        {
            ApiKey = TestConnection.Key,
            Headers = { ["X-Proxy"] = "proxy-SECRET" }
        }.ResolveAll(EnvironmentReaders.None);

        foreach (var text in new[] { connection.ToString(), (connection with { MaxRetries = 1 }).ToString(), $"{claude}" })
        {
            text.Should().NotContain("SECRET").And.NotContain(TestConnection.Key);
        }
    }

    [Fact]
    public void Nothing_of_the_settings_can_be_set_later()
        => typeof(ConnectionSettings).GetProperties().Where(static property => property.SetMethod is { } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Should().BeEmpty();

    private static EnvironmentReader Environment(params (string Name, string? Value)[] variables)
        => name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
