using System.Globalization;
using System.Net;
using System.Web;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.Paging;

/// <summary>A server that does not move along ends in an exception that says where, never in an endless loop.</summary>
public sealed class RunawayListTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 4)]
    [InlineData(true, 1)]
    public async Task A_server_that_ignores_the_offset_and_moves_the_total_away_is_given_up(bool sync, int window)
    {
        using var handler = new StubHandler((_, request, _) =>
        {
            var offset = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["offset"]!, CultureInfo.InvariantCulture);
            var items = string.Join(',', Enumerable.Range(1, 100).Select(index => $$"""{"id":"{{new Guid(index, 0, 0, new byte[8])}}","name":"n"}"""));
            return StubHandler.Json(HttpStatusCode.OK, $$"""{"items":[{{items}}],"total":{{offset + 101}},"limit":100,"offset":{{offset}}}""");
        });
        using var client = new ValentinaClient(
            new ValentinaOptions { BaseUrl = "http://server.test", ApiKey = "a-key-of-the-tests", DefaultCompanyId = Guid.NewGuid(), SetAsDefault = false }, handler);
        var paging = new PagingOptions { Window = window };

        var call = async () => _ = sync ? client.Campaigns.ListAll(paging) : await client.Campaigns.ListAllAsync(paging);

        (await call.Should().ThrowAsync<UnreadableResponseException>()).Which.ResumeOffset.Should().BePositive();
        handler.Sent.Count.Should().BeLessThan(20);
    }
}
