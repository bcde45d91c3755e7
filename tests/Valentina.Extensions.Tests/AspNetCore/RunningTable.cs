using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using WebApi;

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>The sample's web API over the fakes, and its users.</summary>
public sealed class RunningTable : IAsyncLifetime
{
    private EmbeddedServices _services = null!;
    private WebApplication _app = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _services = await EmbeddedServices.StartAsync();
        _app = TableApi.Build([], _services, "http://127.0.0.1:0");
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await _services.DisposeAsync();
    }

    /// <summary>A call with JSON, and its answer.</summary>
    public async Task<(int Status, JsonNode? Body)> CallAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonNode.Parse(text) : null);
    }

    public async Task<JsonNode> DocumentAsync() => (await Http.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
}
