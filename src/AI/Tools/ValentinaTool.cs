using System.Text.Json;
using Microsoft.Extensions.AI;
using Newtonsoft.Json;

namespace Valentina.AI.Tools;

/// <summary>A call of the facade as a function that a model may ask for.</summary>
internal sealed class ValentinaTool(
    CompanyScope scope, ToolDescription description, ToolCall call) : AIFunction
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    public override string Name => description.Name;

    public override string Description => description.Text;

    public override JsonElement JsonSchema { get; } = Parse(description.Schema);

    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } = new Dictionary<string, object?>
    {
        [ValentinaTools.IsReadingProperty] = description.IsReading,
        [ValentinaTools.OperationProperty] = description.OperationId,
    };

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var result = await call(scope, new ToolArguments(arguments), cancellationToken).ConfigureAwait(false);
        return Parse(JsonConvert.SerializeObject(result, Settings));
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
