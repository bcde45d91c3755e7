using System.Text.Json;

namespace Valentina.AI.Tools;

/// <summary>Does what a tool is asked for.</summary>
internal delegate Task<JsonElement> ToolCall(CompanyScope scope, ToolArguments arguments, CancellationToken cancellationToken);
