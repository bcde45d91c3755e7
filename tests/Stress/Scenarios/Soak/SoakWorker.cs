using Valentina.ClaudeCode;
using Valentina.Models;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Soak;

/// <summary>One user who does everything, in no order.</summary>
internal sealed class SoakWorker(ValentinaClient client, ClaudeCodeClient claude, Random chances, Tally tally)
{
    private static readonly byte[] Image = new byte[100_000];
    private static readonly Type[] Failures = [
        typeof(NotFoundException), typeof(ServerErrorException), typeof(UnreadableResponseException), typeof(ConnectionFailedException)
    ];

    public async Task RunAsync(Func<bool> isOver)
    {
        while (!isOver())
        {
            var what = Draw();
            try
            {
                await DoAsync(what).ConfigureAwait(false);
                tally.Count(what);
            }
            catch (Exception ex)
            {
                tally.Violate($"{what} failed", $"async: {ex}");
            }
        }
    }

    public void Run(Func<bool> isOver)
    {
        while (!isOver())
        {
            var what = Draw();
            try
            {
                Do(what);
                tally.Count(what);
            }
            catch (Exception ex)
            {
                tally.Violate($"{what} failed", $"sync: {ex}");
            }
        }
    }

    private string Draw() => chances.Next(20) switch
    {
        < 7 => "gets",
        < 9 => "lists",
        < 11 => "creates",
        < 13 => "uploads",
        < 15 => "downloads",
        < 17 => "streams",
        < 19 => "errors",
        _ => "cancels",
    };

    private async Task DoAsync(string what)
    {
        switch (what)
        {
            case "gets":
                var number = chances.Next();
                Expect(CompanyJson.NumberOf((await client.Companies.GetAsync(CompanyJson.Id(number)).ConfigureAwait(false)).Id), number);
                break;
            case "lists":
                Expect((await client.Companies.ListAllAsync(Paging()).ConfigureAwait(false)).Count, SoakServer.ListLength);
                break;
            case "creates":
                Expect(CompanyJson.NumberOf((await client.Companies.CreateAsync(NewCourt()).ConfigureAwait(false)).Company.Id), 1);
                break;
            case "uploads":
                Expect(CompanyJson.NumberOf(
                    (await Users.UploadAssetAsync(Clients.Company, FileUpload.FromBytes("moon.png", Image)).ConfigureAwait(false)).Id), 1);
                break;
            case "downloads":
                await using (var file = await client.GlobalAdmin.DownloadLogsAsync().ConfigureAwait(false))
                {
                    var content = new MemoryStream();
                    await file.Content.CopyToAsync(content).ConfigureAwait(false);
                    Expect((int)content.Length, SoakServer.FileLength);
                }

                break;
            case "streams":
                var tokens = 0;
                await foreach (var _ in claude.StreamAsync("Go on.").ConfigureAwait(false))
                {
                    tokens++;
                }

                Expect(tokens, 20);
                break;
            case "errors":
                var failure = chances.Next(Failures.Length);
                try
                {
                    await client.Companies.GetAsync(CompanyJson.Id(-1 - failure), Once()).ConfigureAwait(false);
                    throw new InvalidOperationException("No error came.");
                }
                catch (ValentinaException ex) when (ex.GetType() == Failures[failure])
                {
                }

                break;
            default:
                using (var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(chances.Next(4))))
                {
                    try
                    {
                        await client.Companies.GetAsync(CompanyJson.Id(-5), null, source.Token).ConfigureAwait(false);
                    }
                    catch (OperationCanceledException ex) when (ex.CancellationToken == source.Token)
                    {
                    }
                }

                break;
        }
    }

    private void Do(string what)
    {
        switch (what)
        {
            case "gets":
                var number = chances.Next();
                Expect(CompanyJson.NumberOf(client.Companies.Get(CompanyJson.Id(number)).Id), number);
                break;
            case "lists":
                Expect(client.Companies.ListAll(Paging()).Count, SoakServer.ListLength);
                break;
            case "creates":
                Expect(CompanyJson.NumberOf(client.Companies.Create(NewCourt()).Company.Id), 1);
                break;
            case "uploads":
                Expect(CompanyJson.NumberOf(Users.UploadAsset(Clients.Company, FileUpload.FromBytes("moon.png", Image)).Id), 1);
                break;
            case "downloads":
                using (var file = client.GlobalAdmin.DownloadLogs())
                {
                    var content = new MemoryStream();
                    file.Content.CopyTo(content);
                    Expect((int)content.Length, SoakServer.FileLength);
                }

                break;
            case "streams":
                Expect(claude.Stream("Go on.").Count(), 20);
                break;
            case "errors":
                var failure = chances.Next(Failures.Length);
                try
                {
                    client.Companies.Get(CompanyJson.Id(-1 - failure), Once());
                    throw new InvalidOperationException("No error came.");
                }
                catch (ValentinaException ex) when (ex.GetType() == Failures[failure])
                {
                }

                break;
            default:
                using (var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(chances.Next(4))))
                {
                    try
                    {
                        client.Companies.Get(CompanyJson.Id(-5), null, source.Token);
                    }
                    catch (OperationCanceledException ex) when (ex.CancellationToken == source.Token)
                    {
                    }
                }

                break;
        }
    }

    private Services.UsersService Users => client.ActingAs(Clients.Company).Users;

    private static PagingOptions Paging() => new() { PageSize = SoakServer.PageSize };

    private static RequestOptions Once() => new() { MaxRetries = 0 };

    private static CompanyCreate NewCourt() => new() { Name = "Night Court", Email = "court@example.com" };

    private static void Expect(int got, int expected)
    {
        if (got != expected)
        {
            throw new InvalidOperationException($"{expected} was expected, {got} came.");
        }
    }
}
