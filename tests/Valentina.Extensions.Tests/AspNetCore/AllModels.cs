using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>An API that has every model of the SDK, types of its own around them, and controllers.</summary>
public sealed class AllModels : IAsyncLifetime
{
    private WebApplication _app = null!;

    /// <summary>Every model and enum that goes over the wire.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(ValentinaClient).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, IsGenericType: false })
            .Where(type => type.Namespace is "Valentina.Models" or "Valentina.ClaudeCode.Models")
            .Where(type => type.IsDefined(typeof(JsonConverterAttribute))),
    ];

    public HttpClient Http { get; private set; } = null!;

    public JsonObject Schemas { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddControllers().AddApplicationPart(Assembly.GetExecutingAssembly());
        builder.Services.AddOpenApi(options => options.AddValentinaModels());
        _app = builder.Build();
        _app.MapOpenApi();
        _app.MapControllers();
        foreach (var type in Types.Append(typeof(Shelf)))
        {
            _app.MapGet($"/models/{type.Name}", () => "").Produces(200, type);
        }

        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        Schemas = (await Http.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!["components"]!["schemas"]!.AsObject();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
