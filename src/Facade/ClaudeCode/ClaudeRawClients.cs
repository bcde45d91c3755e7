using Valentina.ClaudeCode.Raw;
using Valentina.Raw;

namespace Valentina.ClaudeCode;

/// <summary>The generated clients of the Claude Code API over one connection: the operations exactly as the contract has them.</summary>
public sealed class ClaudeRawClients
{
    internal ClaudeRawClients(IApiConnection connection)
    {
        Completions = new CompletionsClient(connection);
        Tasks = new TasksClient(connection);
        Usage = new UsageClient(connection);
        Providers = new ProvidersClient(connection);
        Service = new ServiceClient(connection);
    }

    /// <summary>Completions, batches, <c>process</c> and recommendations.</summary>
    public CompletionsClient Completions { get; }

    /// <summary>Agentic tasks and what they may use.</summary>
    public TasksClient Tasks { get; }

    /// <summary>What was used and what it cost.</summary>
    public UsageClient Usage { get; }

    /// <summary>The providers and their models.</summary>
    public ProvidersClient Providers { get; }

    /// <summary>The state of the service.</summary>
    public ServiceClient Service { get; }
}
