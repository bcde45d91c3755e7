using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Valentina.Rivals.Clients;

/// <summary>What a careful developer writes over <see cref="HttpClient"/>.</summary>
internal abstract class HandWritten(Uri address) : IRival
{
    private protected const string Company = "/api/v1/companies/01a20162-68a9-761b-9438-e7c3c4072b6c";

    private protected HttpClient Http { get; } = new() { BaseAddress = address, DefaultRequestHeaders = { { "X-API-KEY", "k" } } };

    public abstract Task<object> GetAsync();

    public async Task<int> ListAsync()
    {
        var all = new List<Company>();
        for (var offset = 0; ; offset += 100)
        {
            var page = await PageAsync(offset);
            all.AddRange(page.items);
            if (offset + 100 >= page.total)
            {
                return all.Count;
            }
        }
    }

    private protected abstract Task<CompanyPage> PageAsync(int offset);

    private protected static string Page(int offset) => $"/api/v1/companies?limit=100&offset={offset}";
}

/// <summary>With Newtonsoft.Json, which reads the socket synchronously.</summary>
internal sealed class NewtonsoftRival(Uri address) : HandWritten(address)
{
    private readonly Newtonsoft.Json.JsonSerializer _json = new() { DateParseHandling = DateParseHandling.None };

    public override async Task<object> GetAsync() => await ReadAsync<Company>(Company);

    private protected override Task<CompanyPage> PageAsync(int offset) => ReadAsync<CompanyPage>(Page(offset));

    private async Task<T> ReadAsync<T>(string path)
    {
        using var response = await Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new JsonTextReader(new StreamReader(stream));
        return _json.Deserialize<T>(reader)!;
    }
}

/// <summary>With System.Text.Json and generated metadata.</summary>
internal sealed class SystemTextJsonRival(Uri address) : HandWritten(address)
{
    public override async Task<object> GetAsync() => await ReadAsync(Company, RivalContext.Default.Company);

    private protected override Task<CompanyPage> PageAsync(int offset) => ReadAsync(Page(offset), RivalContext.Default.CompanyPage);

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type)
    {
        using var response = await Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        return (await JsonSerializer.DeserializeAsync(stream, type))!;
    }
}

[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(CompanyPage))]
internal sealed partial class RivalContext : JsonSerializerContext;
