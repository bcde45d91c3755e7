using System.Reflection;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Promises;

/// <summary>
/// What the founding page of the Claude client promises about how a client is set up and put away, kept here where the reference client
/// broke it.
/// </summary>
public sealed class SetupPromises
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    [Trait("Promise", "C01")]
    public void One_package_reference_is_all_it_takes()
    {
        var references = typeof(ClaudeCodeClient).Assembly.GetReferencedAssemblies().Select(static one => one.Name!);

        typeof(ClaudeCodeClient).Assembly.Should().BeSameAs(typeof(ValentinaClient).Assembly, "both services come in one package");
        references.Should().OnlyContain(static name => name.StartsWith("System", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || name == "Newtonsoft.Json"
            || name == "Polly.Core"
            || name == "netstandard");
    }

    [Fact]
    [Trait("Promise", "C02")]
    public void A_url_and_a_key_make_a_client_and_the_default_port_is_8006()
    {
        using var claude = new ClaudeCodeClient("http://localhost:8006", "cc_key");
        var settings = new ClaudeCodeOptions { ApiKey = "cc_key" }.ResolveAll(EnvironmentReaders.None);

        settings.Connection.BaseUrl.Should().Be(new Uri("http://localhost:8006"));
        claude.Should().NotBeNull();
    }

    [Fact]
    [Trait("Promise", "C03")]
    public async Task Timeout_retries_and_project_are_options_and_no_retries_still_means_one_attempt()
    {
        _fake.On(ClaudeCodeRoutes.GetHealth).Fails(503).Times(1).ThenSucceeds();
        using var claude = _fake.CreateClient(static options => (
            options.Timeout, options.MaxRetries, options.ProjectId) = (TimeSpan.FromSeconds(300), 0, "saga"));

        var exception = await Record.ExceptionAsync(() => claude.HealthAsync());

        exception.Should().BeOfType<ServerErrorException>().Which.Attempts.Should().Be(1);
        claude.ProjectId.Should().Be("saga");
        using var patient = _fake.CreateClient(static options => options.MaxRetries = 3);
        _fake.On(ClaudeCodeRoutes.GetReadiness).Fails(503).Times(3).ThenSucceeds();
        (await patient.ReadyAsync()).Ready.Should().BeTrue("three retries are four attempts");
    }

    [Fact]
    [Trait("Promise", "C04")]
    public void The_key_comes_from_the_environment_by_itself()
    {
        var settings = new ClaudeCodeOptions().ResolveAll(static name => name == "CLAUDE_API_KEY" ? " cc_env " : null);

        settings.Connection.ApiKey.Should().Be("cc_env");
        var nothing = () => new ClaudeCodeOptions().ResolveAll(EnvironmentReaders.None);
        nothing.Should().Throw<ArgumentException>().WithMessage("*ClaudeCodeOptions.ApiKey*CLAUDE_API_KEY*");
    }

    [Fact]
    [Trait("Promise", "C16")]
    public void Every_method_has_its_synchronous_twin()
    {
        foreach (var type in new[] { typeof(ClaudeCodeClient), typeof(ClaudeStreamSession) })
        {
            var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            foreach (var method in methods.Where(static one => one.Name.EndsWith("Async", StringComparison.Ordinal)
                && one.Name != "DisposeAsync"))
            {
                var parameters = method.GetParameters().Select(static one => one.ParameterType).ToArray();
                type.GetMethod(method.Name[..^5], parameters).Should().NotBeNull($"{type.Name}.{method} needs a twin");
                method.IsVirtual.Should().BeTrue("test doubles override it");
            }
        }
    }

    [Fact]
    [Trait("Promise", "C17")]
    public async Task Disposing_closes_the_client()
    {
        var claude = _fake.CreateClient();
        using (claude.ForProject("other"))
        {
            // A view closes nothing.
        }

        await claude.HealthAsync();
        await claude.DisposeAsync();
        claude.Dispose();

        (await Record.ExceptionAsync(() => claude.HealthAsync())).Should().BeOfType<ObjectDisposedException>();
    }

    [Fact]
    [Trait("Promise", "C23")]
    public async Task Several_projects_from_one_client()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { Keys = { new FakeClaudeKey("cc_other", "other") } });
        using var claude = fake.CreateClient();
        var named = claude.ForProject("saga");
        var keyed = claude.ForProject("other", "cc_other");

        await named.ProcessAsync(new ProcessRequest { Provider = "a", ModelName = "haiku", UserMessage = "x" });
        await named.StreamAsync("x").CollectAsync();
        var own = await claude.CompleteAsync("x");
        var others = await keyed.CompleteAsync("x");

        fake.Prompts.Take(2).Select(static prompt => prompt.ProjectId).Should().Equal("saga", "saga");
        (own.ProjectId, others.ProjectId)
            .Should().Be(("default", "other"), "completions belong to the key's project, so a project's key makes its client");
        (await keyed.GetUsageAsync()).ProjectId.Should().Be("other");
    }

    [Fact]
    [Trait("Promise", "C24")]
    public void The_variables_are_read()
    {
        var variables = new Dictionary<string, string?>
        {
            ["CLAUDE_API_URL"] = "https://claude.example/", ["CLAUDE_API_KEY"] = "cc_env", ["CLAUDE_TIMEOUT"] = "120",
            ["CLAUDE_PROJECT_ID"] = "saga"
        };

        var settings = new ClaudeCodeOptions().ResolveAll(variables.GetValueOrDefault);
        var told = new ClaudeCodeOptions
        {
            Timeout = TimeSpan.FromSeconds(5),
            BaseUrl = "http://there",
            ApiKey = "cc_told",
            ProjectId = "p"
        }.ResolveAll(variables.GetValueOrDefault);
        variables["CLAUDE_TIMEOUT"] = "soon";
        var wrong = () => new ClaudeCodeOptions().ResolveAll(variables.GetValueOrDefault);

        (settings.Connection.BaseUrl.AbsoluteUri, settings.Connection.ApiKey, settings.Timeout, settings.ProjectId)
            .Should().Be(("https://claude.example/", "cc_env", TimeSpan.FromSeconds(120), "saga"));
        (told.Timeout, told.Connection.ApiKey, told.ProjectId).Should().Be((TimeSpan.FromSeconds(5), "cc_told", "p"));
        wrong.Should().Throw<ArgumentException>().WithMessage("*CLAUDE_TIMEOUT*seconds*");
    }
}
