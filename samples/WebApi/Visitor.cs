using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace WebApi;

/// <summary>Calls the API as its users would, with plain HTTP, and tells what came back.</summary>
internal sealed class Visitor(Uri address, TextWriter output)
{
    private readonly HttpClient _http = new() { BaseAddress = address };
    private bool _isWell = true;

    public async Task<bool> VisitAsync()
    {
        output.WriteLine($"A table on {address}");
        await CallAsync("GET", "/health", HttpStatusCode.OK);
        var created = await CallAsync("POST", "/campaigns", HttpStatusCode.Created, """{"name":"the long night","danger":2}""");
        var campaign = $"/campaigns/{created?["id"]}";
        await CallAsync("PATCH", campaign, HttpStatusCode.OK, """{"description":"It has been raining for a week."}""");
        await CallAsync("PATCH", campaign, HttpStatusCode.BadRequest, """{"danger":9}""");
        await CallAsync("GET", "/campaigns?limit=2", HttpStatusCode.OK);
        await CallAsync("GET", $"/campaigns/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        await CallAsync("GET", "/characters?class=VAMPIRE&status=ALIVE&status=DEAD", HttpStatusCode.OK);
        await CallAsync("GET", "/rules/V5/clans", HttpStatusCode.OK);
        await CallAsync("POST", "/rolls", HttpStatusCode.OK, """{"dice_size":10,"num_dice":5,"difficulty":6}""");
        await CallAsync("POST", "/ask", HttpStatusCode.OK, """[{"role":"user","content":"Who rules this city?"}]""");
        var document = await _http.GetFromJsonAsync<JsonNode>("/openapi/v1.json");
        var schemas = document!["components"]!["schemas"]!.AsObject();
        var members = schemas["Campaign"]!["properties"]!.AsObject().Select(member => member.Key);
        output.WriteLine($"Its document describes {schemas.Count} schemas; a campaign has {string.Join(", ", members)}");
        return _isWell;
    }

    private async Task<JsonNode?> CallAsync(
        string method, string path, HttpStatusCode wanted, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var isWell = answer.StatusCode == wanted;
        _isWell &= isWell;
        output.WriteLine($"{(isWell ? "✓" : "✗")} {method} {path} → {(int)answer.StatusCode} {Short(text)}");
        return text.StartsWith('{') ? JsonNode.Parse(text) : null;
    }

    private static string Short(string text) => text.Length <= 110 ? text : text[..110] + "…";
}
