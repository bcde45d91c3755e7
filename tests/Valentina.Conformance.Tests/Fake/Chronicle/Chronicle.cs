using System.Globalization;
using System.Text.RegularExpressions;
using Valentina.Models;
using Valentina.Services;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <summary>
/// A walk through nearly every operation of the facade, in steps with names; the same walk was made on the real server. Steps that fail are
/// steps like the others: later ones go on with what there is.
/// </summary>
internal sealed partial class Chronicle : IDisposable
{
    /// <summary>What makes the names of developers and companies, and the tokens, this walk's own: the one of the recorded walk.</summary>
    private const string Suffix = "cd4249";
    private const string RootKey = "root-key";

    /// <summary>A PNG of one pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly List<ValentinaClient> _clients = [];
    private readonly List<ChronicleStep> _steps = [];

    private ValentinaClient _root = null!;
    private ValentinaClient _owner = null!;
    private ValentinaClient _helper = null!;
    private AdminDeveloper _ownerDeveloper = null!;
    private AdminDeveloper _helperDeveloper = null!;
    private Guid _companyId;
    private Guid _adminId;
    private User _storyteller = null!;
    private User _player = null!;
    private User _other = null!;
    private CompanyScope _company = null!;
    private CompanyScope _asAdmin = null!;
    private CompanyScope _asStoryteller = null!;
    private CompanyScope _asPlayer = null!;
    private CompanyScope _asOther = null!;
    private Guid _campaignId;
    private Campaign _secondCampaign = null!;
    private BooksService _books = null!;
    private ChaptersService _chapters = null!;
    private CampaignBook _firstBook = null!;
    private CampaignChapter _firstChapter = null!;
    private CampaignChapter _secondChapter = null!;
    private IReadOnlyList<TraitCategory> _categories = null!;
    private IReadOnlyList<Trait> _traits = null!;
    private IReadOnlyList<VampireClan> _clans = null!;
    private IReadOnlyList<WerewolfTribe> _tribes = null!;
    private IReadOnlyList<WerewolfAuspice> _auspices = null!;
    private IReadOnlyList<CharacterConcept> _concepts = null!;
    private IReadOnlyList<CharacterTrait> _ownTraits = null!;
    private Character _mortal = null!;
    private Guid _vampireId;
    private Character _werewolf = null!;
    private Character _mage = null!;
    private Character _npc = null!;
    private Character _villain = null!;

    public Chronicle()
    {
        var options = new FakeValentinaOptions { SeedCompany = false, Strict = false };
        options.Developers.Add(new FakeDeveloper("root-admin", RootKey, isGlobalAdmin: true));
        Fake = new FakeValentina(options);
    }

    public FakeValentina Fake { get; }

    /// <summary>Walks all steps.</summary>
    public async Task<IReadOnlyList<ChronicleStep>> WalkAsync()
    {
        await DevelopersAsync();
        await CompaniesAsync();
        await UsersAsync();
        await IdentitiesAsync();
        await CampaignsAsync();
        await BlueprintAsync();
        await ExperienceAsync();
        await CharactersAsync();
        await ImpossibleCharactersAsync();
        await CharacterListsAsync();
        await CharacterUpdatesAsync();
        await TraitsAsync();
        await SheetsAsync();
        await BelongingsAsync();
        await NotesAsync();
        await AssetsAsync();
        await DiceRollsAsync();
        await QuickRollsAsync();
        await AutogenerationAsync();
        await DictionaryAsync();
        await PermissionsAsync();
        await IdempotencyAsync();
        await PagingAsync();
        await AuditAsync();
        await AdministrationAsync();
        await RefusalsAsync();
        await KeysAsync();
        await DeletionsAsync();
        return _steps;
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private static string Said(params object?[] values)
        => string.Join(' ', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    /// <summary>A name without what makes it this walk's own.</summary>
    private static string? Bare(string? name) => name?.Replace(Suffix, "", StringComparison.Ordinal);

    private ValentinaClient Client(string key)
    {
        var client = Fake.CreateClient(options => options.ApiKey = key);
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes a step, and notes what it shows of its result, or how it was refused.</summary>
    private async Task<T> StepAsync<T>(string name, Func<Task<T>> call, Func<T, object?>? show = null)
    {
        var before = Fake.Calls.Count;
        try
        {
            var result = await call();
            Keep(name, "OK", before, show?.Invoke(result));
            return result;
        }
        catch (Exception ex) when (ex is ValentinaException or OperationCanceledException)
        {
            Keep(name, "EX", before, Words(ex));
            return default!;
        }
    }

    private Task StepAsync(string name, Func<Task> call)
        => StepAsync<object?>(
            name,
            async () =>
            {
                await call();
                return null;
            });

    private T Step<T>(string name, Func<T> call, Func<T, object?>? show = null)
    {
        var before = Fake.Calls.Count;
        try
        {
            var result = call();
            Keep(name, "OK", before, show?.Invoke(result));
            return result;
        }
        catch (Exception ex) when (ex is ValentinaException or OperationCanceledException)
        {
            Keep(name, "EX", before, Words(ex));
            return default!;
        }
    }

    private void Step(string name, Action call)
        => Step<object?>(
            name,
            () =>
            {
                call();
                return null;
            });

    private void Note(string name, string text) => Keep(name, "NOTE", Fake.Calls.Count, text);

    private void Keep(string name, string outcome, int before, object? shown)
    {
        var statuses = Fake.Calls.Skip(before)
            .Where(call => call.Status > 0)
            .GroupBy(call => call.Status)
            .Select(group => group.Count() > 1 ? $"{group.Key}x{group.Count()}" : $"{group.Key}");
        var text = Convert.ToString(shown, CultureInfo.InvariantCulture) ?? "";
        _steps.Add(new ChronicleStep(name, outcome, string.Join(',', statuses), Uuid().Replace(text, "<id>").Replace("\n", "\\n")));
    }

    private static string Words(Exception exception) => exception switch
    {
        RequestValidationException invalid => "CLIENT " + string.Join(" | ", invalid.Errors),
        BadRequestException { InvalidParameters: { Count: > 0 } parameters } error
            => $"{Words(error, error.Code)} [{string.Join("; ", parameters.Select(one => $"{one.Field}: {one.Message}"))}]",
        ApiException error => Words(error, error.Code),
        _ => $"!!! {exception.GetType().Name}: {exception.Message}",
    };

    private static string Words(ApiException error, string? code)
        => $"{error.GetType().Name} {(int?)error.StatusCode} {code} {error.Detail}";

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Uuid();
}
