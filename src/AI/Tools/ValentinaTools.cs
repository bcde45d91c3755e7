using Microsoft.Extensions.AI;
using Valentina.AI.Tools;

namespace Valentina.AI;

/// <summary>The readings and dice rolls of Valentina Noir as tools for a model.</summary>
public static class ValentinaTools
{
    /// <summary>The name under which <see cref="AITool.AdditionalProperties"/> holds whether a tool changes nothing, a bool.</summary>
    public const string IsReadingProperty = "valentina.is_reading";

    /// <summary>The name under which <see cref="AITool.AdditionalProperties"/> holds the operation of the contract.</summary>
    public const string OperationProperty = "valentina.operation";

    /// <summary>
    /// The operations of a company that read, and those that roll dice, as functions with names, descriptions and schemas from the
    /// contract. A model calls them with the rights of the scope: company and acting user are not its to choose. What a call throws is
    /// what the client throws.
    /// </summary>
    /// <remarks>
    /// Without an acting user the scope has only the tools that need none. A result is JSON as the service gives it, without what is null.
    /// </remarks>
    /// <param name="scope">The company, and the user in whose name it is done.</param>
    /// <param name="readOnly">Whether the dice are left out: a roll is kept by the service.</param>
    /// <exception cref="ArgumentException">The scope has no company.</exception>
    /// <example>
    /// <code>
    /// var tools = valentina.ForCompany(companyId).ActingAs(userId).AsTools();
    /// var answer = await chat.GetResponseAsync("Who rolled best last night?", new ChatOptions { Tools = [.. tools] });
    /// </code>
    /// </example>
    public static IReadOnlyList<AIFunction> AsTools(this CompanyScope scope, bool readOnly = false)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.CompanyId is null)
        {
            throw new ArgumentException("The scope has no company: use ForCompany, or set DefaultCompanyId.", nameof(scope));
        }

        return
        [
            .. ToolDescriptions.All
                .Where(tool => (tool.IsReading || !readOnly) && (!tool.NeedsActingUser || scope.ActingUserId is not null))
                .Where(static tool => ToolCalls.All.ContainsKey(tool.OperationId))
                .Select(tool => new ValentinaTool(scope, tool, ToolCalls.All[tool.OperationId])),
        ];
    }
}
