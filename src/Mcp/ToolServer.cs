using System.Reflection;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Valentina.AI;

namespace Valentina.Mcp;

/// <summary>Serves the tools of a scope over standard input and output until the client goes.</summary>
internal static class ToolServer
{
    /// <summary>Runs the server.</summary>
    /// <exception cref="ArgumentException">Address, key or company are missing or wrong.</exception>
    public static async Task RunAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        using var valentina = Client();
        var options = Options(Scope(valentina, settings), settings.AllowsWrites);
        var transport = new StdioServerTransport(options);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The client, or what is wrong in words of the environment: whoever starts the tool sets no property.</summary>
    private static ValentinaClient Client()
    {
        try
        {
            return new ValentinaClient(new ValentinaOptions { SetAsDefault = false });
        }
        catch (ArgumentException ex)
        {
            const string Options = nameof(ValentinaOptions);
            throw new ArgumentException(
                ex.Message.Replace($"{Options}: ", "", StringComparison.Ordinal)
                    .Replace($"{Options}.{nameof(ValentinaOptions.BaseUrl)} or ", "", StringComparison.Ordinal)
                    .Replace($"{Options}.{nameof(ValentinaOptions.ApiKey)} or ", "", StringComparison.Ordinal),
                ex);
        }
    }

    private static CompanyScope Scope(ValentinaClient valentina, ServerSettings settings)
    {
        // The tools refuse it too, in words for whoever calls them in code.
        if ((settings.CompanyId ?? valentina.CompanyId) is null)
        {
            throw new ArgumentException(
                $"The company is missing: give {ServerSettings.CompanyOption} with its id, or set the environment variable "
                + $"{ServerSettings.CompanyVariable} or {ValentinaOptions.DefaultCompanyIdEnvironmentVariable}.");
        }

        var company = settings.CompanyId is { } id ? valentina.ForCompany(id) : valentina;
        return settings.UserId is { } user ? company.ActingAs(user) : company;
    }

    private static McpServerOptions Options(CompanyScope scope, bool allowsWrites)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation
            {
                Name = ServerSettings.CommandName,
                Version = typeof(ToolServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                    .InformationalVersion,
            },
            ToolCollection = [],
        };
        foreach (var tool in scope.AsTools(readOnly: !allowsWrites))
        {
            options.ToolCollection.Add(McpServerTool.Create(new ExplainedTool(tool), Hints(tool)));
        }

        return options;
    }

    /// <summary>By these a host decides whether it asks its user first. A roll adds to the record and changes nothing else.</summary>
    private static McpServerToolCreateOptions Hints(AIFunction tool)
    {
        var isReading = tool.AdditionalProperties[ValentinaTools.IsReadingProperty] is true;
        return new McpServerToolCreateOptions { ReadOnly = isReading, Destructive = false, Idempotent = isReading, OpenWorld = false };
    }
}
