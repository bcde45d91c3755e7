using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Valentina.AI.Tools;

/// <summary>A call of the facade as a function that a model may ask for.</summary>
internal sealed class ValentinaTool(
    CompanyScope scope, ToolDescription description, ToolCall call) : AIFunction
{
    public override string Name => description.Name;

    public override string Description => description.Text;

    public override JsonElement JsonSchema { get; } = ToolJson.Parse(Encoding.UTF8.GetBytes(description.Schema));

    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } = new Dictionary<string, object?>
    {
        [ValentinaTools.IsReadingProperty] = description.IsReading,
        [ValentinaTools.OperationProperty] = description.OperationId,
    };

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        => await call(scope, new ToolArguments(arguments), cancellationToken).ConfigureAwait(false);
}
