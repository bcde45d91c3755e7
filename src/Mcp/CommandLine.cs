using System.CommandLine;

namespace Valentina.Mcp;

/// <summary>The command line of the server. What it leaves open comes from the environment.</summary>
internal static class CommandLine
{
    /// <summary>Makes the command.</summary>
    /// <param name="run">Runs the server and gives the exit code.</param>
    public static RootCommand Create(Func<ServerSettings, CancellationToken, Task<int>> run)
    {
        var company = new Option<Guid?>("--company")
        {
            Description = $"The company; otherwise {ServerSettings.CompanyVariable}, then {ValentinaOptions.DefaultCompanyIdEnvironmentVariable}.",
            DefaultValueFactory = static _ => Id(ServerSettings.CompanyVariable),
        };
        var user = new Option<Guid?>("--user")
        {
            Description = $"The user in whose name everything is done; otherwise {ServerSettings.UserVariable}. Without one, only what needs none is offered.",
            DefaultValueFactory = static _ => Id(ServerSettings.UserVariable),
        };
        var writes = new Option<bool>("--allow-writes")
        {
            Description = $"Offers rolling dice, which the service keeps; otherwise {ServerSettings.WritesVariable}=true.",
            DefaultValueFactory = static _ => bool.TryParse(Variable(ServerSettings.WritesVariable), out var allowed) && allowed,
        };
        var root = new RootCommand(
            "A Model Context Protocol server for Valentina Noir over standard input and output. Address and key come from "
            + $"{ValentinaOptions.BaseUrlEnvironmentVariable} and {ValentinaOptions.ApiKeyEnvironmentVariable}.")
        {
            company, user, writes,
        };
        root.SetAction((parsed, token) => run(
            new ServerSettings(parsed.GetValue(company), parsed.GetValue(user), parsed.GetValue(writes)), token));
        return root;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static Guid? Id(string variable)
        => Variable(variable) is not { Length: > 0 } text ? null
            : Guid.TryParse(text, out var id) ? id
            : throw new ArgumentException($"The environment variable {variable} must hold an id; it is {text}.");
}
