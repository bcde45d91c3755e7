using System.Net;
using System.Net.Http.Headers;
using Valentina.Connection;
using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Takes the whole process, since others' work would be counted in.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationCollection;

/// <summary>What a small read allocates, from the raw client to the model, with nobody listening.</summary>
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    private static readonly byte[] Body =
        """
        {"id":"01a20190-db48-7264-84d2-b63bfdba7b71","date_created":"2026-11-22T04:18:37.313186Z","date_modified":"2026-11-22T04:18:37.313186Z",
         "name":"The Long Night of the Wolf","description":"Seven nights in Prague","company_id":"01a20190-cb43-70d9-a901-6b9937156b49",
         "desperation":2,"danger":1,"in_game_date":"2023-10-31"}
        """u8.ToArray();

#if DEBUG
    // Unoptimised state machines are objects.
    private const int Limit = 4600;
#else
    private const int Limit = 2253;
#endif

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_small_read_allocates_little(bool sync)
        => BytesOfACall(sync, RateLimitPacing.Learned).Should().BeLessThan(Limit);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_server_that_tells_no_limits_costs_no_byte(bool sync)
        => BytesOfACall(sync, RateLimitPacing.Learned).Should().Be(BytesOfACall(sync, RateLimitPacing.Off));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_facade_adds_little_to_the_raw_client(bool sync)
    {
        using var client = new ValentinaClient(TestConnection.Options(), new Canned());
        var campaigns = client.ForCompany(Guid.NewGuid()).Campaigns;
        var campaign = Guid.NewGuid();

        var whole = Measure(() =>
        {
            if (sync)
            {
                campaigns.Get(campaign);
            }
            else
            {
                _ = campaigns.GetAsync(campaign);
            }
        });

        (whole - BytesOfACall(sync, RateLimitPacing.Learned)).Should().BeLessThan(500);
    }

    private static long BytesOfACall(bool sync, RateLimitPacing pacing)
    {
        var options = TestConnection.Options(options => options.Pacing = pacing).Resolve(EnvironmentReaders.None);
        using var connection = new ApiConnection(options, Transport.Of(new Canned()));
        var client = new CampaignsClient(connection);
        var company = Guid.NewGuid();
        var campaign = Guid.NewGuid();
        return Measure(() =>
        {
            if (sync)
            {
                client.GetCampaign(company, campaign);
            }
            else
            {
                _ = client.GetCampaignAsync(company, campaign);
            }
        });
    }

    private static long Measure(Action action)
    {
        const int Rounds = 200;
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private sealed class Canned : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(Send(request, cancellationToken));

        // With a header, as every server's answer has one: the list of headers is an object of its own.
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
            => new(HttpStatusCode.OK)
            {
                Headers = { Date = DateTimeOffset.UnixEpoch },
                Content = new ByteArrayContent(Body) { Headers = { ContentType = Json } },
            };
    }
}
