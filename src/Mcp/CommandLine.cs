using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Valentina.Mcp;

/// <summary>The command line of the server. What it leaves open comes from the environment.</summary>
internal static class CommandLine
{
    private const string AnId = "an id (a GUID), such as 01a20190-cb43-70d9-a901-6b9937156b49";

    /// <summary>Makes the command.</summary>
    /// <param name="run">Runs the server and gives the exit code.</param>
    public static Command Create(Func<ServerSettings, CancellationToken, Task<int>> run)
    {
        var company = Id(
            ServerSettings.CompanyOption,
            $"The company, required; otherwise {ServerSettings.CompanyVariable}, then "
            + $"{ValentinaOptions.DefaultCompanyIdEnvironmentVariable}.",
            ServerSettings.CompanyVariable);
        var user = Id(
            "--user",
            $"The user in whose name everything is done; otherwise {ServerSettings.UserVariable}. Without one, only what needs none is "
            + "offered.",
            ServerSettings.UserVariable);
        var writes = new Option<bool>("--allow-writes")
        {
            Description = $"Offers rolling dice, which the service keeps; otherwise {ServerSettings.WritesVariable}=true.",
            DefaultValueFactory = static _ => IsOn(ServerSettings.WritesVariable),
        };

        // Not a RootCommand, whose name is that of the assembly: the tool is called by another.
        var command = new Command(
            ServerSettings.CommandName,
            "A Model Context Protocol server for Valentina Noir over standard input and output. Address and key come from "
            + $"{ValentinaOptions.BaseUrlEnvironmentVariable} and {ValentinaOptions.ApiKeyEnvironmentVariable}.")
        {
            company, user, writes, new HelpOption(), new VersionOption(),
        };
        command.SetAction((parsed, token) => run(
            new ServerSettings(parsed.GetValue(company), parsed.GetValue(user), parsed.GetValue(writes)), token));
        return command;
    }

    private static Option<Guid?> Id(string name, string description, string variable) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = given => Id(name, given),
        DefaultValueFactory = _ => Id(variable),
    };

    private static Guid? Id(string name, ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (Guid.TryParse(text, out var id) && id != Guid.Empty)
        {
            return id;
        }

        given.AddError($"{name} must be {AnId}; it is '{text}'.");
        return null;
    }

    private static Guid? Id(string variable)
        => Variable(variable) is not { Length: > 0 } text ? null
            : Guid.TryParse(text, out var id) && id != Guid.Empty ? id
            : throw new ArgumentException($"The environment variable {variable} must hold {AnId}; it is '{text}'.");

    /// <summary>What is neither yes nor no would be taken for no without a word.</summary>
    private static bool IsOn(string variable) => Variable(variable)?.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        null or "" or "FALSE" or "0" => false,
        _ => throw new ArgumentException($"The environment variable {variable} must be true or false; it is '{Variable(variable)}'."),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
