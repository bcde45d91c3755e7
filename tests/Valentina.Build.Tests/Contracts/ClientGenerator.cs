using NSwag.Commands;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.View;

namespace Valentina.Build.Tests.Contracts;

/// <summary>NSwag in process, with the settings and templates of the build.</summary>
internal static class ClientGenerator
{
    private const string Models = "Models.g.cs";

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["View"] = "none", ["Models"] = Models, ["Clients"] = "Clients.g.cs", ["ModelNamespace"] = "Changed.Models",
        ["ClientNamespace"] = "Changed.Raw",
    };

    /// <summary>The sources made of a view: models and clients.</summary>
    public static async Task<IReadOnlyList<string>> GenerateAsync(ApiView view)
    {
        var settings = await NSwagDocument.LoadWithTransformationsAsync(
            Path.Combine(RepositoryRoot.Path, "nswag.json"), string.Join(',', Variables.Select(pair => $"{pair.Key}={pair.Value}")));
        var command = settings.CodeGenerators.OpenApiToCSharpClientCommand!;
        command.Input = JsonText.Write(view.Document);
        return [.. (await command.RunAsync()).Values];
    }
}
