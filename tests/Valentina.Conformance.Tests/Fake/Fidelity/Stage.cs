using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>
/// The fake set up as the recorded server was: its catalogue and developers, what it held before the recording, and what exchanges
/// changed that the kept part of the recording leaves out (the notes of the rows say it).
/// </summary>
internal sealed partial class Stage : IDisposable
{
    private const string Audience = "recorded";
    private const string Admin = "admin-key";
    private const string Ordinary = "ordinary-key";

    private readonly Sightings _sightings;
    private readonly FakeValentina _fake;
    private readonly Dictionary<string, FakeHttp> _servers = new(StringComparer.Ordinal);
    private readonly HashSet<(World, string)> _imported = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private string _otherKey = "no-key-yet";

    public Stage(IReadOnlyList<Row> rows)
    {
        _sightings = new Sightings(new FakeValentina().Contract, rows);
        _fake = Fake();
        _servers["plain"] = new FakeHttp(_fake);
        _servers["limited"] = new FakeHttp(Fake(
            new FakeRateLimit("hourly", 1000, TimeSpan.FromSeconds(3704)) { Priority = 2 },
            new FakeRateLimit("burst", 5, TimeSpan.FromSeconds(10)) { Priority = 1 }));
        _servers["silent"] = new FakeHttp(Fake(new FakeRateLimit("silent", 3, TimeSpan.FromSeconds(15)) { SendsHeaders = false }));
        Grant(rows.First(row => row.OperationId == "getDeveloperMe"), Admin);
        Grant(rows.First(row => row is { OperationId: "updateDeveloperMe", Status: 200 }), Ordinary);
    }

    public IdMap Ids { get; } = new();

    public ContractDocument Contract => _fake.Contract;

    private World World => _fake.Server.HandlerRegistry.World;

    public void Dispose()
    {
        foreach (var server in _servers.Values)
        {
            server.Dispose();
        }
    }

    /// <summary>The server a row was recorded on: one with two limits, one with a silent one, else the plain one.</summary>
    public FakeHttp Http(Row row)
        => row.AnswerHeader("ratelimit-policy")?.Contains("\"burst\"", StringComparison.Ordinal) == true ? _servers["limited"]
            : row.Note.StartsWith("policy with both header switches off", StringComparison.Ordinal) ? _servers["silent"]
            : _servers["plain"];

    public string? KeyOf(Row row) => row.Key switch
    {
        "global_admin_key" => Admin,
        "ordinary_developer_key" => Ordinary,
        "other_key" => _otherKey,
        "invalid_key" => "nobody's",
        _ => null,
    };

    /// <summary>How many of the numbered requests were sent before this one, which counts too.</summary>
    public int CountRequest(Row row, int number)
    {
        var server = row.Note.StartsWith("policy", StringComparison.Ordinal) ? "silent" : "limited";
        var sent = _counts.GetValueOrDefault(server) + 1;
        _counts[server] = number;
        return sent;
    }

    /// <summary>Brings in what a row needs and the fake does not have yet.</summary>
    public void Prepare(Row row)
    {
        var world = Http(row).World;
        if (row.Key == "other_key" && row.Status == 200 && row.Answer?["id"]?.GetValue<string>() is { } developer && !Ids.Knows(developer))
        {
            Import(world, developer, row.Number);
            _otherKey = $"key-of-{developer}";
            DeveloperKeys.Grant(world, world[Kinds.Developer].Find(developer)!, _otherKey);
        }

        var texts = new[]
        {
            row.Path, row.RequestHeader("on-behalf-of") ?? "", row.Query?.ToJsonString() ?? "", row.RequestBody?.ToJsonString() ?? ""
        };
        foreach (var id in texts.SelectMany(IdMap.Ids))
        {
            Import(world, id, row.Number);
        }

        new Continuity(world, Ids).Restore(row);
    }

    /// <summary>Learns from the answers to a row.</summary>
    public void Notice(Row row, WireAnswer answer)
    {
        if (row.Status < 300 && answer.Status == row.Status)
        {
            Ids.Learn(row.Answer, answer.Body);
        }

        if (answer.Body is JsonObject body && body["api_key"] is { } key)
        {
            _otherKey = key.GetValue<string>();
        }
    }

    /// <summary>What a row's note says was different while it was recorded; undone when the row is over.</summary>
    public IDisposable Direct(Row row)
    {
        var undo = new Undo();
        if (Later().Match(row.Note) is { Success: true } later)
        {
            Http(row).Clock.Advance(TimeSpan.FromSeconds(double.Parse(later.Groups[1].Value, CultureInfo.InvariantCulture)));
        }

        if (row.Note == "with Idempotency-Key")
        {
            Http(row).Clock.Advance(TimeSpan.FromSeconds(10));
        }

        if (Setting().Match(row.Note) is { Success: true } setting && IdMap.Ids(row.Path).FirstOrDefault() is { } company)
        {
            var settings = World[Kinds.Company].Find(Ids.ToFake(company))!["settings"]!;
            undo.Set(settings, setting.Groups[1].Value, setting.Groups[2].Value);
        }

        if (Role().Match(row.Note) is { Success: true } role && row.RequestHeader("on-behalf-of") is { } user)
        {
            undo.Set(World[Kinds.User].Find(Ids.ToFake(user))!.Data, "role", role.Groups[1].Value);
        }

        if (row.OperationId is "identifyUser" or "linkUserIdentity" && row.Note != "no audiences configured")
        {
            foreach (var developer in Http(row).World[Kinds.Developer].All)
            {
                undo.Set(developer.Data, "provider_audiences", new JsonObject
                {
                    ["google"] = new JsonArray(Audience), ["apple"] = new JsonArray(Audience)
                });
            }
        }

        if (row.Note.StartsWith("deletion probe", StringComparison.Ordinal))
        {
            var developer = DeveloperKeys.Find(World, _otherKey, _fake.Clock.GetUtcNow())!;
            DeveloperKeys.Retire(World, developer);
        }

        return undo;
    }

    /// <summary>A sign-in token that says what the recorded one said.</summary>
    public static string TokenFor(Row row)
    {
        var user = row.Answer?["user"] ?? row.Answer;
        var profile = user?[row.RequestBody!["provider"]!.GetValue<string>() + "_profile"];
        var claims = new JsonObject
        {
            ["sub"] = profile?["id"]?.DeepClone() ?? "somebody",
            ["aud"] = Audience,
            ["email"] = profile?["email"]?.DeepClone(),
            ["email_verified"] = true,
        };
        return $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";
    }

    private FakeValentina Fake(params FakeRateLimit[] limits)
    {
        var options = new FakeValentinaOptions
        {
            Strict = false,
            SeedCompany = false,
            ApiKey = "unused",
            Catalogue = world =>
            {
                foreach (var (kind, looks) in _sightings.Catalogue)
                {
                    world.Import(kind, (JsonObject)looks.DeepClone());
                }

                // The recording names this trait, but no kept answer shows it.
                var standIn = (JsonObject)_sightings.Catalogue
                    .First(seen => seen.Kind == Kinds.Trait && seen.Looks["max_value"]!.GetValue<int>() == 5)
                    .Looks.DeepClone();
                standIn["id"] = "01a20161-f0df-7261-8430-9ffcc124e63f";
                world.Import(Kinds.Trait, standIn);
            },
            UnreachableProviders = { "discord" },
        };
        foreach (var limit in limits)
        {
            options.RateLimits.Add(limit);
        }

        return new FakeValentina(options);
    }

    private void Grant(Row row, string key)
    {
        var id = row.Answer!["id"]!.GetValue<string>();
        Ids.Add(id, id);
        foreach (var server in _servers.Values)
        {
            var world = server.World;
            var data = (JsonObject)row.Answer.DeepClone();
            data["is_global_admin"] = key == Admin;
            data["companies"] = new JsonObject((row.Answer["companies"] as JsonArray ?? []).Select(company => KeyValuePair.Create(
                company!["company_id"]!.GetValue<string>(), company["permission"]?.DeepClone())));
            DeveloperKeys.Grant(world, world.Import(Kinds.Developer, data), key);
        }
    }

    private void Import(World world, string id, int row)
    {
        if (_sightings.Find(id, row) is not { } seen
            || world[seen.Kind].FindAny(Ids.ToFake(id)) is not null
            || (world == World && Ids.Knows(id) && Ids.ToFake(id) != id)
            || !_imported.Add((world, id)))
        {
            return;
        }

        Ids.Add(id, id);
        var data = (JsonObject)seen.Looks.DeepClone();
        data["id"] = Ids.ToFake(id);
        if (seen.Kind == Kinds.CharacterTrait)
        {
            data["trait_id"] = data["trait"]!["id"]!.DeepClone();
            data.Remove("trait");
        }
        else if (seen.Kind == Kinds.Developer)
        {
            data["companies"] = new JsonObject();
        }

        foreach (var link in data
            .Where(member => member.Key.EndsWith("_id", StringComparison.Ordinal) && member.Value is not null)
            .Select(member => member.Key)
            .ToList())
        {
            var target = data[link]!.GetValue<string>();
            Import(world, target, row);
            data[link] = Ids.ToFake(target);
        }

        world.Import(seen.Kind, data);
    }

    [GeneratedRegex(@"(permission_\w+)=(\w+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(\d+\.\d+) s later")]
    private static partial Regex Later();

    [GeneratedRegex("acting user (UNAPPROVED|DEACTIVATED)")]
    private static partial Regex Role();

    private sealed class Undo : IDisposable
    {
        private readonly List<Action> _actions = [];

        public void Set(JsonNode form, string member, JsonNode value)
        {
            var before = form[member]?.DeepClone();
            form[member] = value;
            _actions.Add(() => form[member] = before);
        }

        public void Dispose() => _actions.ForEach(action => action());
    }
}
