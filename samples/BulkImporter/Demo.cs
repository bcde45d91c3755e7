using System.Net;
using BulkImporter.Input;
using BulkImporter.Views;
using Valentina;
using Valentina.Models;
using Valentina.Testing;

namespace BulkImporter;

/// <summary>
/// An import on an embedded server that dies in the middle, after the server has made a character and before anybody hears of it, and a
/// second one that goes on.
/// </summary>
internal static class Demo
{
    private const int SurvivedRequests = 25;

    public static async Task<int> RunAsync(IImportView view, CancellationToken cancellationToken)
    {
        var fake = new FakeValentina(new FakeValentinaOptions { TimeProvider = TimeProvider.System });
        using var client = fake.CreateClient();
        var company = client.ActingAs(fake.StorytellerId);
        var campaign = await company.Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" }, cancellationToken);
        var cast = await CastFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "cast.csv"), cancellationToken);
        var journalPath = Path.Combine(Path.GetTempPath(), $"cast-{Guid.NewGuid():N}.journal");

        // As slow as a server may be, so that there is something to see.
        fake.On(ValentinaRoutes.CreateCharacter).Takes(TimeSpan.FromMilliseconds(60));
        try
        {
            view.Say($"{cast.Count} characters for an embedded server, which is unplugged in the middle:");
            using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            using var unplugged = new Unplugged(power) { InnerHandler = fake.CreateHandler() };
            var options = new ValentinaOptions
            {
                BaseUrl = FakeValentina.BaseAddress.AbsoluteUri,
                ApiKey = fake.ApiKey,
                DefaultCompanyId = fake.CompanyId,
                SetAsDefault = false,
            };
            using (var dying = new ValentinaClient(options, unplugged))
            {
                await ImportAsync(dying.ActingAs(fake.StorytellerId), power.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            view.Say("The lights went out. And again, with the same journal:");
        }

        var result = await ImportAsync(company, cancellationToken);
        File.Delete(journalPath);
        var present = await company.Characters.ListAllAsync(paging: cancellationToken);
        var names = present.Select(character => character.NameFull).Distinct().Count();
        view.Say($"On the server are {present.Count} characters with {names} names.");
        return result.IsComplete && present.Count == cast.Count && names == cast.Count ? 0 : 1;

        async Task<ImportResult> ImportAsync(CompanyScope scope, CancellationToken token)
        {
            using var journal = Journal.Open(journalPath);
            var importer = new Importer(scope, journal);
            var done = await view.ShowAsync(
                cast.Count, (reading, importing) => importer.RunAsync(cast, campaign.Id, reading, importing, token));
            view.Summarize(done);
            return done;
        }
    }

    /// <summary>Lets some creations through; of the next ones the server hears, and nobody hears of the server.</summary>
    private sealed class Unplugged(CancellationTokenSource power) : DelegatingHandler
    {
        private int _created;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Created && Interlocked.Increment(ref _created) > SurvivedRequests)
            {
                response.Dispose();
                await power.CancelAsync();
                power.Token.ThrowIfCancellationRequested();
            }

            return response;
        }
    }
}
