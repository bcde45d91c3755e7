using System.Text;
using System.Text.Json.Nodes;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>A fake in which there is one of everything, and a valid request for each operation.</summary>
internal sealed class Scenario : IDisposable
{
    private static readonly string[] DocumentTakesParents = ["user", "campaign", "book", "chapter", "character"];

    private readonly SampleMaker _samples = new(new Random(7), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Scenario(FakeValentina fake)
    {
        Fake = fake;
        Http = new FakeHttp(fake);
    }

    public FakeValentina Fake { get; }

    public FakeHttp Http { get; }

    public static async Task<Scenario> CreateAsync(bool strict = true)
    {
        var scenario = new Scenario(
            new FakeValentina(new FakeValentinaOptions { Strict = strict, Developers = { new FakeDeveloper("guest", "guest-key") } }));
        await scenario.BuildAsync();
        return scenario;
    }

    public void Dispose() => Http.Dispose();

    /// <summary>The path of an operation, with the ids of what is there.</summary>
    public string Path(ContractOperation operation, string? replaced = null, string? by = null)
        => string.Concat(operation.Segments.Select(segment => segment is ['{', .. var name, '}']
            ? "/" + (name == replaced ? by : Value(operation, name))
            : "/" + segment));

    /// <summary>The parameters of a query that the operation demands.</summary>
    public string Query(ContractOperation operation)
    {
        var required = operation.Parameters
            .Where(parameter => parameter is { In: "query", Required: true })
            .Select(parameter => $"{parameter.Name}={_values[parameter.Name]}")
            .ToList();
        if (operation.Id == "lookupUser")
        {
            required.Add("email=player@example.com");
        }

        return required.Count == 0 ? "" : "?" + string.Join('&', required);
    }

    /// <summary>A valid body; null for none.</summary>
    public object? Body(ContractOperation operation)
        => operation.IsUpload ? FakeHttp.Picture() : operation.RequestBody?.Schema is { } schema ? JsonBody(operation, schema) : null;

    /// <summary>A valid JSON body.</summary>
    public JsonNode JsonBody(ContractOperation operation, ContractSchema schema)
    {
        var body = Linked(_samples.Make(schema)!, operation);
        return operation.Id == "mergeUsers"
            ? new JsonObject { ["primary_user_id"] = Fake.PlayerId.ToString(), ["secondary_user_id"] = _values["unapproved_id"] }
            : body;
    }

    /// <summary>Who acts.</summary>
    public Guid? Actor(ContractOperation operation) => operation.OnBehalfOf == "ignored" ? null
        : operation.Id.Contains("Chargen", StringComparison.Ordinal) ? Fake.PlayerId : Fake.AdminId;

    private async Task BuildAsync()
    {
        var company = Http.CompanyPath;
        _values["company_id"] = Http.Company;
        _values["user_id"] = Fake.PlayerId.ToString();
        _values["user_player_id"] = Fake.PlayerId.ToString();
        _values["provider"] = "google";
        _values["trait_id"] = First(Kinds.Trait, trait => trait.Text("name") == "Might");
        _values["category_id"] = First(Kinds.Category, category => category.Text("name") == "Physical");
        foreach (var (name, kind) in new[]
        {
            ("section_id", Kinds.Section), ("subcategory_id", Kinds.Subcategory), ("concept_id", Kinds.Concept),
            ("vampire_clan_id", Kinds.Clan), ("clan_id", Kinds.Clan), ("werewolf_tribe_id", Kinds.Tribe), ("tribe_id", Kinds.Tribe),
            ("werewolf_auspice_id", Kinds.Auspice), ("auspice_id", Kinds.Auspice)
        })
        {
            _values[name] = First(kind, _ => true);
        }

        _values["campaign_id"] = await CreateAsync($"{company}/campaigns", new { name = "Ashes" });
        _values["book_id"] = await CreateAsync($"{company}/campaigns/{_values["campaign_id"]}/books", new { name = "One" });
        _values["chapter_id"] = await CreateAsync(
            $"{company}/campaigns/{_values["campaign_id"]}/books/{_values["book_id"]}/chapters", new { name = "First" });
        _values["character_id"] = await CreateAsync($"{company}/characters", new
        {
            name_first = "Vera",
            name_last = "Nacht",
            character_class = "MORTAL",
            game_version = "V5",
            campaign_id = _values["campaign_id"],
            user_player_id = Fake.PlayerId
        });
        var other = First(Kinds.Trait, trait => trait.Text("name") == "Grace");
        _values["character_trait_id"] = await CreateAsync(
            $"{company}/characters/{_values["character_id"]}/traits/assign", new { trait_id = other, value = 2, currency = "NO_COST" });
        _values["inventory_item_id"] = await CreateAsync(
            $"{company}/characters/{_values["character_id"]}/inventory", new { name = "Knife", type = "WEAPON" });
        _values["quickroll_id"] = await CreateAsync(
            $"{company}/users/{Fake.PlayerId}/quickrolls", new { name = "Hit", trait_ids = new[] { other } });
        _values["diceroll_id"] = await CreateAsync(
            $"{company}/dicerolls", new { num_dice = 3, difficulty = 6, trait_ids = new[] { other } });
        _values["dictionary_term_id"] = await CreateAsync($"{company}/dictionaries", new { term = "Lantern", definition = "A light." });
        _values["developer_id"] = Http.World[Kinds.Developer].Rows.First(developer => developer.Text("username") == "guest").Id;
        foreach (var parent in DocumentTakesParents)
        {
            var path = ParentPath(parent);
            _values[$"{parent}_note"] = await CreateAsync($"{path}/notes", new { title = "A note", content = "of blood" });
            _values[$"{parent}_asset"] = await CreateAsync($"{path}/assets/upload", FakeHttp.Picture());
        }

        await Http.SendAsync(
            "POST", $"{company}/users/{Fake.PlayerId}/experience/xp/add", new { amount = 1000, campaign_id = _values["campaign_id"] },
            Fake.AdminId);
        var session = await Http.SendAsync(
            "POST", $"{company}/characters/chargen/start?campaign_id={_values["campaign_id"]}", actingUser: Fake.PlayerId);
        _values["session_id"] = session.Id;
        _values["selected_character_id"] = session.Body!["characters"]![0]!["id"]!.GetValue<string>();
        await Http.SendAsync(
            "PATCH", "/api/v1/developers/me", new { provider_audiences = new { google = new[] { "tests" }, apple = new[] { "tests" } } });
        foreach (var provider in new[] { "google", "apple" })
        {
            await Http.SendAsync(
                "POST", $"{company}/users/{Fake.PlayerId}/identities", new { provider, token = Token(provider) }, Fake.PlayerId);
        }

        var newcomer = await Http.SendAsync("POST", $"{company}/auth/identify", new { provider = "google", token = Token("newcomer") });
        _values["unapproved_id"] = newcomer.Body!["user"]!["id"]!.GetValue<string>();
    }

    private async Task<string> CreateAsync(string path, object body)
        => (await Http.SendAsync("POST", path, body, Fake.AdminId)) is { Status: 201 } created
            ? created.Id
            : throw new InvalidOperationException($"{path} was refused.");

    private string ParentPath(string parent)
    {
        var campaign = $"{Http.CompanyPath}/campaigns/{_values["campaign_id"]}";
        return parent switch
        {
            "user" => $"{Http.CompanyPath}/users/{Fake.PlayerId}",
            "campaign" => campaign,
            "book" => $"{campaign}/books/{_values["book_id"]}",
            "chapter" => $"{campaign}/books/{_values["book_id"]}/chapters/{_values["chapter_id"]}",
            _ => $"{Http.CompanyPath}/characters/{_values["character_id"]}",
        };
    }

    private string Value(ContractOperation operation, string name)
    {
        if (name is "note_id" or "asset_id")
        {
            var parent = Array.FindLast(
                DocumentTakesParents, candidate => operation.Segments.Contains($"{{{candidate}_id}}", StringComparer.Ordinal));
            return _values[$"{parent}_{name[..^3]}"];
        }

        return operation.Id is "approveUser" or "denyUser" && name == "user_id" ? _values["unapproved_id"] : _values[name];
    }

    private string First(string kind, Func<Entity, bool> matches) => Http.World[kind].Rows.First(matches).Id;

    private static string Token(string subject)
    {
        var claims = $$"""{"sub":"{{subject}}","aud":"tests","email":"{{subject}}@example.com","email_verified":true}""";
        return $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=')}.signature";
    }

    /// <summary>Replaces what must refer to something that exists, or must suit the moment.</summary>
    private JsonNode Linked(JsonNode node, ContractOperation operation)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Take(1).Select(item => Linked(item!.DeepClone(), operation))]);
        }

        if (node is not JsonObject form)
        {
            return node.DeepClone();
        }

        var linked = new JsonObject();
        foreach (var (name, value) in form)
        {
            linked[name] = value is null ? null : name switch
            {
                "trait_ids" => new JsonArray(_values["trait_id"]),
                "character_ids" => new JsonArray(_values["character_id"]),
                "role" => "PLAYER",
                "type" when value.GetValueKind() == System.Text.Json.JsonValueKind.String
                    && operation.Id.EndsWith("Character", StringComparison.Ordinal) => "PLAYER",
                "token" => Token("linked"),
                "provider" => operation.Id == "linkUserIdentity" ? "github" : "google",
                "currency" => "NO_COST",
                "number" or "value" => 1,
                "target_value" => 3,
                "amount" => 1,
                "is_archived" => false,
                _ when name.EndsWith("_id", StringComparison.Ordinal) && _values.TryGetValue(name, out var id) => id,
                _ => value is JsonObject or JsonArray ? Linked(value, operation) : value.DeepClone(),
            };
        }

        if (operation.Id == "assignTraitToCharacter")
        {
            // Left out, the server takes 0, which is below the least value of most traits.
            linked["value"] = 1;
        }

        if ((string?)linked["type"] == "PLAYER")
        {
            linked["user_player_id"] = _values["user_player_id"];
        }

        return linked;
    }
}
