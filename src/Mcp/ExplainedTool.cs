using Microsoft.Extensions.AI;
using ModelContextProtocol;

namespace Valentina.Mcp;

/// <summary>A tool whose failures tell the model what was wrong; the protocol hides every exception but its own.</summary>
internal sealed class ExplainedTool(AIFunction tool) : DelegatingAIFunction(tool)
{
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is ValentinaException or ArgumentException)
        {
            throw new McpException(ex.Message, ex);
        }
    }
}
