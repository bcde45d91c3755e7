using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Valentina.Testing;

namespace Valentina.Extensions.Tests.Mcp;

/// <summary>The server as a process of its own, asked by a real client over its standard input and output.</summary>
public sealed class McpServerTests : IAsyncLifetime
{
    private readonly FakeValentina _fake = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await _fake.StartServerAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task It_reads_and_offers_no_writes_unless_they_are_allowed()
    {
        await using var client = await ConnectAsync("--user", _fake.StorytellerId.ToString());

        var tools = await client.ListToolsAsync();
        var answer = await client.CallToolAsync("list_users", new Dictionary<string, object?> { ["limit"] = 2 });

        tools.Should().HaveCountGreaterThan(40).And.AllSatisfy(static tool =>
        {
            tool.Description.Should().NotBeNullOrEmpty();
            tool.ProtocolTool.Annotations!.ReadOnlyHint.Should().BeTrue();
        });
        answer.IsError.Should().NotBe(true);
        using var users = JsonDocument.Parse(Text(answer));
        users.RootElement.GetProperty("items").GetArrayLength().Should().Be(2);
        client.ServerInfo!.Name.Should().Be("valentina-mcp");
    }

    [Fact]
    public async Task It_rolls_in_the_name_of_its_user_when_writes_are_allowed()
    {
        await using var client = await ConnectAsync("--allow-writes", "--user", _fake.PlayerId.ToString());

        var roll = await client.CallToolAsync("create_dice_roll", new Dictionary<string, object?> { ["num_dice"] = 3, ["difficulty"] = 6 });

        roll.IsError.Should().NotBe(true, Text(roll));
        _fake.Verify(ValentinaRoutes.CreateDiceRoll, 1, call => call.Headers["On-Behalf-Of"] == _fake.PlayerId.ToString());
        (await client.ListToolsAsync()).Single(static tool => tool.Name == "create_dice_roll").ProtocolTool.Annotations!.ReadOnlyHint
            .Should().BeFalse();
    }

    [Fact]
    public async Task The_environment_says_what_the_command_line_leaves_open()
    {
        await using var client = await ConnectAsync(
            [],
            new()
            {
                ["VALENTINA_CLIENT_DEFAULT_COMPANY_ID"] = null,
                ["VALENTINA_MCP_COMPANY_ID"] = _fake.CompanyId.ToString(),
                ["VALENTINA_MCP_USER_ID"] = _fake.PlayerId.ToString(),
                ["VALENTINA_MCP_ALLOW_WRITES"] = "true",
            });

        (await client.ListToolsAsync()).Select(static tool => tool.Name).Should().Contain(["list_characters", "create_dice_roll"]);
    }

    [Fact]
    public async Task A_failure_tells_the_model_what_was_wrong()
    {
        await using var client = await ConnectAsync();

        var unknown = await client.CallToolAsync("get_campaign", new Dictionary<string, object?> { ["campaign_id"] = Guid.NewGuid() });
        var missing = await client.CallToolAsync("get_campaign", new Dictionary<string, object?>());

        unknown.IsError.Should().BeTrue();
        Text(unknown).Should().Contain("404").And.NotContain(_fake.ApiKey);
        missing.IsError.Should().BeTrue();
        Text(missing).Should().Contain("campaign_id");
    }

    [Fact]
    public async Task Wrong_settings_end_it_with_a_sentence_on_standard_error()
    {
        // Without a client of the protocol: one may wait for ever for a server that is gone before it asks.
        var start = new ProcessStartInfo(Host, [Program])
        {
            RedirectStandardInput = true, RedirectStandardError = true, Environment = { ["VALENTINA_CLIENT_BASE_URL"] = "nowhere" },
        };
        using var server = Process.Start(start)!;

        var said = await server.StandardError.ReadToEndAsync();
        await server.WaitForExitAsync();

        said.Should().Contain("BaseUrl must be an absolute URL");
        server.ExitCode.Should().Be(2);
    }

    private static string Text(CallToolResult result)
        => string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));

    private Task<McpClient> ConnectAsync(params string[] arguments) => ConnectAsync(arguments, []);

    private Task<McpClient> ConnectAsync(string[] arguments, Dictionary<string, string?> variables)
    {
        var environment = new Dictionary<string, string?>
        {
            ["VALENTINA_CLIENT_BASE_URL"] = _server.BaseAddress.AbsoluteUri,
            ["VALENTINA_CLIENT_API_KEY"] = _fake.ApiKey,
            ["VALENTINA_CLIENT_DEFAULT_COMPANY_ID"] = _fake.CompanyId.ToString(),
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = Host, Arguments = [Program, .. arguments], EnvironmentVariables = environment,
        }));
    }

    internal static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The server as it was built beside these tests.</summary>
    internal static string Program
    {
        get
        {
            var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
            return RepositoryRoot.PathOf("src", "Mcp", "bin", configuration, "net8.0", "Valentina.Mcp.dll");
        }
    }
}
