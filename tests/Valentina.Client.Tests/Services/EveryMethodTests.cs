using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Valentina.Services;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.Client.Tests.Services;

/// <summary>
/// Calls every method of every service, in both styles, with a different value in every place, and compares what leaves the SDK to the
/// contract: method, path, query, headers and body.
/// </summary>
public class EveryMethodTests
{
    public static TheoryData<string, bool> Calls()
    {
        var calls = new TheoryData<string, bool>();
        foreach (var method in Probed.Make().Methods)
        {
            calls.Add(method.ToString(), false);
            calls.Add(method.ToString(), true);
        }

        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Sends_what_the_contract_says(string name, bool synchronous)
    {
        var probed = Probed.Make();
        var method = probed.Methods.Single(candidate => candidate.ToString() == name);
        var operation = Probed.Contract.Operations.Single(candidate => candidate.Id == Probed.Operations[method.Name]);
        var called = synchronous ? method.Synchronous! : method.Asynchronous;
        var arguments = new Arguments().For(called);

        if (synchronous)
        {
            MethodCall.Call(method.Service, called, arguments);
        }
        else
        {
            await MethodCall.CallAsync(method.Service, called, arguments);
        }

        var request = probed.Recorder.Take().Should().ContainSingle().Subject;
        var passed = new Passed(called, arguments);
        request.WasSynchronous.Should().Be(synchronous);
        request.Method.Should().Be(operation.Method);
        PathIsRight(operation, request, passed);
        QueryIsRight(operation, request, passed, called);
        HeadersAreRight(operation, request, HasNoScope(method.Service));
        BodyIsRight(operation, request, passed);
    }

    [Fact]
    public void Every_method_is_in_the_table_and_every_operation_has_a_method()
    {
        var methods = Probed.Make().Methods.Select(method => method.Name).Distinct().ToList();

        methods.Should().BeEquivalentTo(Probed.Operations.Keys);
        Probed.Operations.Values.Distinct().Should().BeEquivalentTo(Probed.Contract.Operations.Select(operation => operation.Id));
    }

    [Fact]
    public void All_seventeen_services_are_reached_from_the_client()
        => Probed.Make().Services.Select(service => service.GetType().Name).Should().BeEquivalentTo(
            "BooksService", "CampaignsService", "ChaptersService", "CharacterAutogenService", "CharacterBlueprintService",
            "CharacterTraitsService",
            "CharactersService", "CompaniesService", "DeveloperService", "DiceRollsService", "DictionaryService", "GlobalAdminService",
            "IdentityService", "OptionsService", "SystemService", "UserLookupService", "UsersService");

    /// <summary>The services that hang on the client itself act for nobody.</summary>
    private static bool HasNoScope(object service)
        => service is CompaniesService or DeveloperService or GlobalAdminService or SystemService or UserLookupService;

    private static void PathIsRight(ContractOperation operation, RecordedRequest request, Passed passed)
    {
        var values = operation.Match(request.Method, request.Path);

        values.Should().NotBeNull($"{request.Path} is to be {operation.Path}");
        values.Should().BeEquivalentTo(operation.ParameterNames("path").ToDictionary(parameter => parameter, passed.PathValue));
    }

    private static void QueryIsRight(ContractOperation operation, RecordedRequest request, Passed passed, MethodInfo called)
    {
        var sent = HttpUtility.ParseQueryString(request.Query);
        var readsAll = called.Name.StartsWith("ListAll", StringComparison.Ordinal)
            || called.Name.StartsWith("EnumerateAll", StringComparison.Ordinal);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "query"))
        {
            var name = parameter["name"]!.GetValue<string>();
            var expected = (readsAll, name) switch
            {
                (true, "limit") =>
                    [parameter["schema"]!["maximum"]!.GetValue<double>().ToString("F0", System.Globalization.CultureInfo.InvariantCulture)],
                (true, "offset") => ["0"],
                _ => passed.QueryValues(name),
            };
            (sent.GetValues(name) ?? []).Select(Normal).Should().Equal(expected, name);
        }

        sent.AllKeys.Should().BeSubsetOf(operation.ParameterNames("query"));
    }

    private static void HeadersAreRight(ContractOperation operation, RecordedRequest request, bool hasNoScope)
    {
        request.Headers["X-API-KEY"].Should().Be("probe-key");
        request.Headers.Should().ContainKey("User-Agent");
        var acts = operation.Node["x-on-behalf-of"]!.GetValue<string>() != "ignored" && !hasNoScope;
        request.Headers.GetValueOrDefault("On-Behalf-Of").Should().Be(acts ? Arguments.Id("actingUserId").ToString("D") : null);
        request.Headers.ContainsKey("Idempotency-Key").Should().Be(operation.ParameterNames("header").Contains("Idempotency-Key"));
        operation.ParameterNames("header").Should().BeSubsetOf(["On-Behalf-Of", "Idempotency-Key"]);
    }

    private static void BodyIsRight(ContractOperation operation, RecordedRequest request, Passed passed)
    {
        if (Probed.Contract.Body(operation) is { } schema)
        {
            request.MediaType.Should().Be("application/json");
            var sent = JsonNode.Parse(request.Body)!;
            var expected = passed.Model is null ? Gather(schema, passed) : Passed.ToJson(passed.Model);
            JsonNode.DeepEquals(sent, expected).Should().BeTrue($"{sent.ToJsonString()} is to be {expected!.ToJsonString()}");
            (sent as JsonObject ?? sent[0]!.AsObject()).Select(member => member.Key)
                .Should().BeEquivalentTo(Members(schema), "a model has all members of the contract, and no other");
        }
        else if (operation.Node["requestBody"] is not null)
        {
            request.MediaType.Should().Be("multipart/form-data");
            Encoding.Latin1.GetString(request.Body!)
                .Should().Contain("name=\"file\"").And.Contain("filename=\"portrait.png\"").And.Contain("\x89PNG");
        }
        else
        {
            (request.Body ?? []).Should().BeEmpty();
        }
    }

    /// <summary>A body made of single arguments.</summary>
    private static JsonObject Gather(JsonObject schema, Passed passed)
        => new(Members(schema).Select(member => KeyValuePair.Create(member, Passed.ToJson(passed.Value(member)))));

    private static IEnumerable<string> Members(JsonObject schema)
        => (schema["items"] is JsonObject item ? Probed.Contract.Follow(item) : schema)["properties"]!.AsObject()
            .Select(property => property.Key);

    /// <summary>Instants may be written in several ways; they are compared as instants.</summary>
    private static string Normal(string value)
        => value.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var instant)
            ? instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
            : value;
}
