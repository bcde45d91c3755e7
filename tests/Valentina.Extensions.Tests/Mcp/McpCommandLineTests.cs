using System.Diagnostics;

namespace Valentina.Extensions.Tests.Mcp;

/// <summary>Whoever starts the server is told in words of the command line what is wrong.</summary>
public sealed class McpCommandLineTests
{
    private const string Company = "01a20190-cb43-70d9-a901-6b9937156b49";

    [Fact]
    public async Task Without_a_company_it_says_how_to_name_one()
    {
        var (code, _, said) = await RunAsync([]);

        code.Should().Be(2);
        said.Trim().Should().Be(
            "The company is missing: give --company with its id, or set the environment variable VALENTINA_MCP_COMPANY_ID or "
            + "VALENTINA_CLIENT_DEFAULT_COMPANY_ID.");
    }

    [Theory]
    [InlineData("--company", "abc")]
    [InlineData("--user", "abc")]
    [InlineData("--company", "00000000-0000-0000-0000-000000000000")]
    public async Task An_id_that_is_none_is_refused_with_an_example(string option, string text)
    {
        var (code, _, said) = await RunAsync([option, text]);

        code.Should().Be(2);
        said.Should().Contain($"{option} must be an id (a GUID), such as {Company}; it is '{text}'.").And.NotContain("System.");
    }

    [Fact]
    public async Task So_is_one_of_the_environment()
        => (await RunAsync([], ("VALENTINA_MCP_COMPANY_ID", "abc"))).Error.Trim().Should().Be(
            $"The environment variable VALENTINA_MCP_COMPANY_ID must hold an id (a GUID), such as {Company}; it is 'abc'.");

    [Theory]
    [InlineData("VALENTINA_CLIENT_API_KEY", "", "ApiKey is missing: set the environment variable VALENTINA_CLIENT_API_KEY.")]
    [InlineData("VALENTINA_CLIENT_BASE_URL", " ", "BaseUrl is missing: set the environment variable VALENTINA_CLIENT_BASE_URL.")]
    [InlineData("VALENTINA_CLIENT_BASE_URL", "nonsense", "BaseUrl must be an absolute URL")]
    public async Task Address_and_key_are_told_as_variables(string variable, string text, string expected)
    {
        var (code, _, said) = await RunAsync(["--company", Company], (variable, text));

        code.Should().Be(2);
        said.Trim().Should().StartWith(expected).And.NotContain("ValentinaOptions");
    }

    [Fact]
    public async Task Whether_writes_are_allowed_is_yes_or_no()
    {
        var (code, _, said) = await RunAsync(["--company", Company], ("VALENTINA_MCP_ALLOW_WRITES", "yes"));

        code.Should().Be(2);
        said.Trim().Should().Be("The environment variable VALENTINA_MCP_ALLOW_WRITES must be true or false; it is 'yes'.");
    }

    [Theory]
    [InlineData("True")]
    [InlineData("1")]
    [InlineData("FALSE")]
    [InlineData("0")]
    [InlineData("")]
    public async Task Any_way_to_write_them_is_taken(string text)
        => (await RunAsync(["--company", Company], ("VALENTINA_MCP_ALLOW_WRITES", text))).Code
            .Should().Be(0, "it starts, and ends with its input");

    [Fact]
    public async Task Its_help_calls_it_by_its_name()
    {
        var (code, help, _) = await RunAsync(["--help"]);

        code.Should().Be(0);
        help.Should().Contain("valentina-mcp [options]").And.Contain("--company").And.Contain("--version").And.NotContain("Valentina.Mcp");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        string[] arguments, params (string Name, string Text)[] variables)
    {
        var start = new ProcessStartInfo(McpServerTests.Host, [McpServerTests.Program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // What the machine has in its environment must not fill the gaps.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("VALENTINA_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["VALENTINA_CLIENT_BASE_URL"] = "http://valentina.invalid";
        start.Environment["VALENTINA_CLIENT_API_KEY"] = "key";
        foreach (var (name, text) in variables)
        {
            start.Environment[name] = text;
        }

        using var server = Process.Start(start)!;
        server.StandardInput.Close();
        var error = server.StandardError.ReadToEndAsync();
        var output = await server.StandardOutput.ReadToEndAsync();
        await server.WaitForExitAsync();
        return (server.ExitCode, output, await error);
    }
}
