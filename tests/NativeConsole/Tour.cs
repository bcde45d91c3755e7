using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using Valentina;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

namespace NativeConsole;

/// <summary>
/// Everything that could need members which trimming takes away: options from configuration, requests of every kind and their checks,
/// answers, free JSON, errors, lists, streams, and the models in System.Text.Json.
/// </summary>
internal sealed class Tour : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ValentinaClient _valentina;
    private readonly ClaudeCodeClient _claude;
    private int _failures;

    public Tour(string url, string key, string claudeUrl, string claudeKey)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Valentina:BaseUrl"] = url,
            ["Valentina:ApiKey"] = key,
            ["Valentina:Timeout"] = "00:00:20",
            ["Valentina:Pacing"] = "Off",
            ["Valentina:RetryStatuses:0"] = "503",
            ["Valentina:Headers:X-Table"] = "night",
            ["ClaudeCode:BaseUrl"] = claudeUrl,
            ["ClaudeCode:ApiKey"] = claudeKey,
            ["ClaudeCode:TaskMaxCost"] = "0.5",
        }).Build();
        var services = new ServiceCollection();
        services.AddValentina(configuration.GetSection("Valentina"));
        services.AddClaudeCode(configuration.GetSection("ClaudeCode"));
        _services = services.BuildServiceProvider();
        var options = _services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ValentinaOptions>>().Value;
        Check("options", options is { Timeout.TotalSeconds: 20, Pacing: RateLimitPacing.Off, RetryStatuses: [503] }
            && options.Headers["X-Table"] == "night");
        _valentina = _services.GetRequiredService<ValentinaClient>();
        _claude = _services.GetRequiredService<ClaudeCodeClient>();
    }

    public async Task<int> GoAsync()
    {
        var founded = await _valentina.Companies.CreateAsync(new CompanyCreate { Name = "Night Court", Email = "teller@example.com" });
        var acting = _valentina.ForCompany(founded.Company.Id).ActingAs(founded.AdminUser.Id);
        var campaign = await CampaignsAsync(acting);
        await RollAsync(acting, campaign);
        await FailAsync(acting, campaign);
        Check("tools", await Table.HasToolsAsync(acting, campaign.Id));
        Serialize(campaign);
        await AskAsync();
        _valentina.Companies.Delete(founded.Company.Id);
        Console.WriteLine(_failures == 0 ? "everything works" : $"{_failures} failed");
        return _failures == 0 ? 0 : 1;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<Campaign> CampaignsAsync(CompanyScope acting)
    {
        for (var number = 1; number <= 25; number++)
        {
            await acting.Campaigns.CreateAsync(new CampaignCreate { Name = $"Night {number}", Description = "Rain.", Danger = 2 });
        }

        var all = await acting.Campaigns.ListAllAsync(paging: new PagingOptions { PageSize = 10 });
        Check("whole list", all.Count == 25 && all.Select(one => one.Id).Distinct().Count() == 25);
        var page = acting.Campaigns.GetPage(limit: 5);
        Check("page, synchronously", page is { Total: 25, Items.Count: 5 });
        var patched = await acting.Campaigns.UpdateAsync(all[0].Id, new CampaignPatch { Danger = 4, Description = null });
        Check("patch", patched is { Danger: 4, Description: null } && patched.Name == all[0].Name);
        return patched;
    }

    private async Task RollAsync(CompanyScope acting, Campaign campaign)
    {
        var roll = await acting.DiceRolls.CreateAsync(
            new DiceRollCreate { DiceSize = DiceSize.D10, NumDice = 6, Difficulty = 6, CampaignId = campaign.Id });
        Check("roll", roll.Result is { TotalResultType.IsKnown: true } && roll.Result.PlayerRoll.Count == 6);
    }

    private async Task FailAsync(CompanyScope acting, Campaign campaign)
    {
        try
        {
            await acting.Campaigns.UpdateAsync(campaign.Id, new CampaignPatch { Danger = 9 });
            Check("refused before sending", false);
        }
        catch (RequestValidationException ex)
        {
            Check("refused before sending", ex.Errors.Count == 1 && ex.Message.Contains("danger", StringComparison.OrdinalIgnoreCase));
        }

        try
        {
            await acting.Campaigns.GetAsync(Guid.NewGuid());
            Check("not found", false);
        }
        catch (NotFoundException ex)
        {
            Check("not found", ex is { Detail.Length: > 0, RequestId: not null });
        }
    }

    private void Serialize(Campaign campaign)
    {
        campaign.AdditionalData = new Dictionary<string, JToken> { ["later"] = new JObject { ["deep"] = new JArray(1, 2.5, "x") } };
        var text = JsonSerializer.Serialize(campaign, WireContext.Default.Campaign);
        var again = JsonSerializer.Deserialize(text, WireContext.Default.Campaign)!;
        Check("model in System.Text.Json", again.Id == campaign.Id && (int)again.AdditionalData!["later"]["deep"]![0]! == 1
            && text.Contains("\"in_game_date\"", StringComparison.Ordinal) == campaign.InGameDate.HasValue);
        var patch = JsonSerializer.Deserialize("""{"description":null}""", WireContext.Default.CampaignPatch)!;
        Check("patch in System.Text.Json", patch.ShouldSerializeDescription() && !patch.ShouldSerializeName());
        var page = new Page<Campaign> { Items = [campaign], Total = 1 };
        var pageText = JsonSerializer.Serialize(page, WireContext.Default.PageCampaign);
        var read = JsonSerializer.Deserialize(pageText, WireContext.Default.PageCampaign)!;
        Check("page in System.Text.Json", read.Items[0].Id == campaign.Id);
        var counts = new Dictionary<RollResultType, int> { [RollResultType.Botch] = 2 };
        Check("enum as a key", JsonSerializer.Serialize(counts, WireContext.Default.DictionaryRollResultTypeInt32) == """{"BOTCH":2}""");
    }

    private async Task AskAsync()
    {
        var completion = await _claude.CompleteAsync("Describe the haven.", ClaudeModel.Haiku);
        Check("completion", completion.Content is { Length: > 0 } && completion.Cost > 0);
        var parts = ChatMessage.User([ContentPart.OfText("What is it?"), ContentPart.OfImage([1, 2, 3], "image/png")]);
        Check("message of parts", (await _claude.CompleteAsync([parts], ClaudeModel.Haiku)).Content is { Length: > 0 });
        var tokens = 0;
        await foreach (var _ in _claude.StreamAsync("What moves in the dark?", ClaudeModel.Haiku))
        {
            tokens++;
        }

        Check("stream", tokens > 0);
        Check("stream, synchronously", _claude.Stream("And now?", ClaudeModel.Haiku).Any());
        Check("chat client", await Table.IsAnsweredAsync(_claude));
    }

    private void Check(string what, bool holds)
    {
        Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
        _failures += holds ? 0 : 1;
    }
}
