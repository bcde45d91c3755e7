namespace Valentina.AI.Tools;

/// <summary>Does what a tool is asked for.</summary>
internal delegate Task<object> ToolCall(CompanyScope scope, ToolArguments arguments, CancellationToken cancellationToken);
