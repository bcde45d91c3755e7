namespace Valentina.AI.Tools;

/// <summary>What a model is told of an operation.</summary>
/// <param name="operationId">The operation of the contract.</param>
/// <param name="name">The name of the tool.</param>
/// <param name="isReading">Whether it changes nothing.</param>
/// <param name="needsActingUser">Whether the service refuses it without an acting user.</param>
/// <param name="text">What it does.</param>
/// <param name="schema">The JSON schema of its arguments.</param>
internal sealed class ToolDescription(
    string operationId, string name, bool isReading, bool needsActingUser, string text, string schema)
{
    public string OperationId { get; } = operationId;

    public string Name { get; } = name;

    public bool IsReading { get; } = isReading;

    public bool NeedsActingUser { get; } = needsActingUser;

    public string Text { get; } = text;

    public string Schema { get; } = schema;
}
