using System.Text.Json;
using Refit;

namespace Valentina.Rivals.Clients;

public interface ICompaniesApi
{
    [Get("/api/v1/companies/{id}")]
    Task<Company> GetAsync(Guid id);

    [Get("/api/v1/companies")]
    Task<CompanyPage> ListAsync(int limit, int offset);
}

/// <summary>Refit over System.Text.Json with generated metadata.</summary>
internal sealed class RefitRival(Uri address) : IRival
{
    private static readonly Guid Id = Guid.Parse("01a20162-68a9-761b-9438-e7c3c4072b6c");

    private readonly ICompaniesApi _api = RestService.For<ICompaniesApi>(
        new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "X-API-KEY", "k" } } },
        new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions { TypeInfoResolver = RivalContext.Default })));

    public async Task<object> GetAsync() => await _api.GetAsync(Id);

    public async Task<int> ListAsync()
    {
        var all = new List<Company>();
        for (var offset = 0; ; offset += 100)
        {
            var page = await _api.ListAsync(100, offset);
            all.AddRange(page.items);
            if (offset + 100 >= page.total)
            {
                return all.Count;
            }
        }
    }
}
