using Valentina.Mcp;

// Standard output belongs to the protocol: whatever else is to be said goes to standard error.
try
{
    return await CommandLine.Create(RunAsync).Parse(args).InvokeAsync().ConfigureAwait(false);
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
    return 2;
}
