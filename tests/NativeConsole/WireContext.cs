using System.Text.Json;
using System.Text.Json.Serialization;
using Valentina;
using Valentina.Models;

namespace NativeConsole;

/// <summary>The models of the SDK in a program's own System.Text.Json, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(CampaignPatch))]
[JsonSerializable(typeof(Page<Campaign>))]
[JsonSerializable(typeof(Dictionary<RollResultType, int>))]
internal sealed partial class WireContext : JsonSerializerContext;
