using System.CommandLine.Invocation;
using Valentina.Mcp;

const int WrongSettings = 2;

// Standard output belongs to the protocol: whatever else is to be said goes to standard error.
try
{
    var command = CommandLine.Create(RunAsync).Parse(args);
    var code = await command.InvokeAsync().ConfigureAwait(false);
    return command.Action is ParseErrorAction ? WrongSettings : code;
}
catch (ArgumentException ex)
{
    return await FailAsync(ex).ConfigureAwait(false);
}

static async Task<int> RunAsync(ServerSettings settings, CancellationToken cancellationToken)
{
    try
    {
        await ToolServer.RunAsync(settings, cancellationToken).ConfigureAwait(false);
        return 0;
    }
    catch (ArgumentException ex)
    {
        return await FailAsync(ex).ConfigureAwait(false);
    }
}

static async Task<int> FailAsync(ArgumentException ex)
{
    await Console.Error.WriteLineAsync(ex.Message).ConfigureAwait(false);
    return WrongSettings;
}
