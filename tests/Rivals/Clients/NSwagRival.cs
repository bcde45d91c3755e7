using Valentina.Rivals.NSwagDefault;

namespace Valentina.Rivals.Clients;

/// <summary>What NSwag generates with its own templates, of the two operations alone.</summary>
/// <remarks>
/// <c>dotnet-nswag openapi2csclient /input:NSwagDefault.json /output:NSwagDefault.g.cs /namespace:Valentina.Rivals.NSwagDefault
/// /jsonLibrary:NewtonsoftJson /className:NSwagClient</c>
/// </remarks>
internal sealed class NSwagRival(Uri address) : IRival
{
    private static readonly Guid Id = Guid.Parse("01a20162-68a9-761b-9438-e7c3c4072b6c");

    private readonly NSwagClient _client = new(
        address.ToString(), new HttpClient { DefaultRequestHeaders = { { "X-API-KEY", "k" } } });

    public async Task<object> GetAsync() => await _client.GetCompanyAsync(Id);

    public async Task<int> ListAsync()
    {
        var count = 0;
        for (var offset = 0; ; offset += 100)
        {
            var page = await _client.ListCompaniesAsync(100, offset);
            count += page.Items.Count;
            if (offset + 100 >= page.Total)
            {
                return count;
            }
        }
    }
}
