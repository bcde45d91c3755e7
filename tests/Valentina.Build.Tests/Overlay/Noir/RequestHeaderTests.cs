using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;

namespace Valentina.Build.Tests.Overlay.Noir;

/// <summary>Paths, the acting user, idempotency and the API key: what a request must carry and the document does not say.</summary>
public sealed class RequestHeaderTests
{
    [Fact]
    public void Undeclared_path_parameters_are_declared()
    {
        var contract = Contract.Noir;
        var published = Undeclared(contract.Published);
        published.Select(hole => hole.Operation).Distinct().Should().HaveCount(23);
        published.Should().HaveCount(28);

        Undeclared(contract.Prepared).Should().BeEmpty();
        foreach (var (id, name) in published)
        {
            var parameter = Contract.Parameter(contract.Operation(id), "path", name)!;
            parameter["required"]!.GetValue<bool>().Should().BeTrue();
            parameter["schema"]!["format"]!.GetValue<string>().Should().Be("uuid");
        }
    }

    [Fact]
    public void The_acting_user_is_a_uuid()
    {
        Recordings.Noir.Where(recording => recording.RequestHeader("on-behalf-of") == "not-a-uuid")
            .Should().NotBeEmpty().And.OnlyContain(recording => recording.Status == 404);

        Contract.Noir.Operations().Select(entry => Contract.Parameter(entry.Operation, "header", "On-Behalf-Of"))
            .Where(parameter => parameter is not null)
            .Should().OnlyContain(parameter => (string)parameter!["schema"]!["format"]! == "uuid");
    }

    [Fact]
    public void A_declared_acting_user_is_required()
    {
        var declared = Contract.OperationsOf(Contract.Noir.Published)
            .Where(entry => Contract.Parameter(entry.Operation, "header", "On-Behalf-Of") is not null)
            .Select(entry => Contract.Id(entry.Operation)).ToList();
        declared.Should().HaveCount(56);
        Recordings.Noir
            .Where(recording => recording.Note.Contains("omitted where the document declares it required", StringComparison.Ordinal))
                .Should().NotBeEmpty().And.OnlyContain(recording => recording.Status == 400 || recording.Status == 403);

        WithRule("required").Should().Contain(declared);
    }

    [Fact]
    public void Every_route_of_a_character_needs_an_acting_user()
    {
        var refused = Recordings.Noir
            .Where(recording => recording.Status == 403 && recording.Detail == "On-Behalf-Of header is required")
            .Select(recording => recording.OperationId)
            .Where(id => Contract.Parameter(Contract.Noir.PublishedOperation(id), "header", "On-Behalf-Of") is null)
            .Distinct().ToList();
        refused.Should().HaveCount(16);

        WithRule("required").Should().Contain(refused);
        refused.Select(id => Contract.Parameter(Contract.Noir.Operation(id), "header", "On-Behalf-Of"))
            .Should().OnlyContain(parameter => parameter != null && (bool)parameter["required"]!);
    }

    [Fact]
    public void An_undeclared_acting_user_is_looked_at()
    {
        Recordings.Noir.OfOperation("listUsers").Select(recording => recording.Detail)
            .Should().Contain("User '00000000-0000-4000-8000-000000000000' not found").And.Contain("User has not been approved yet");

        WithRule("honoured").Should().HaveCount(40).And.Contain([
            "listUsers", "getUser", "identifyUser", "createCampaignNote", "getCompanyStatistics"
        ]);
        WithRule("honoured").Select(id => Contract.Parameter(Contract.Noir.Operation(id), "header", "On-Behalf-Of"))
            .Should().OnlyContain(parameter => parameter != null && !(bool)parameter["required"]!);
    }

    [Fact]
    public void Every_operation_has_a_rule_for_the_acting_user()
    {
        WithRule("required").Should().HaveCount(72);
        WithRule("ignored").Should().HaveCount(54).And.Contain([
            "listCompanies", "getCampaign", "lookupUser", "checkSystemHealth", "getCompanyOptions"
        ]);
        Contract.Noir.Operations().Should().HaveCount(166).And.OnlyContain(entry => entry.Operation.ContainsKey("x-on-behalf-of"));
    }

    [Fact]
    public void Writes_take_an_idempotency_key()
    {
        Recordings.Noir.Should().Contain(
            recording => recording.Status == 409 && recording.RequestHeader("idempotency-key") != null,
            "the server knows a key it never declares");

        foreach (var (_, method, operation) in Contract.Noir.Operations())
        {
            var key = Contract.Parameter(operation, "header", "Idempotency-Key");
            (key is not null).Should().Be(method is "post" or "put" or "patch", $"{Contract.Id(operation)} is a {method}");
        }
    }

    [Fact]
    public void Every_call_needs_the_api_key()
    {
        Recordings.Noir.Where(recording => recording.Status == 401).Select(recording => recording.Detail)
            .Should().Contain("API key not provided").And.Contain("Unauthorized API key");
        Contract.Noir.Published.ContainsKey("security").Should().BeFalse();

        var prepared = Contract.Noir.Prepared;
        JsonNode.DeepEquals(prepared["security"], JsonNode.Parse("""[{"ApiKey":[]}]""")).Should().BeTrue();
        JsonNode.DeepEquals(
            prepared["components"]!["securitySchemes"],
            JsonNode.Parse("""{"ApiKey":{"type":"apiKey","in":"header","name":"X-API-KEY"}}""")).Should().BeTrue();
        prepared["components"]!["headers"]!["X-API-KEY"].Should().BeNull("it is no header of an answer");
    }

    private static IEnumerable<string> WithRule(string rule)
        => Contract.Noir.Operations().Where(entry => (string?)entry.Operation["x-on-behalf-of"] == rule)
            .Select(entry => Contract.Id(entry.Operation));

    private static List<(string Operation, string Name)> Undeclared(JsonObject document)
        => [
            .. from entry in Contract.OperationsOf(document)
               from segment in entry.Path.Split('/')
               where segment.StartsWith('{') && Contract.Parameter(entry.Operation, "path", segment[1..^1]) is null
               select (Contract.Id(entry.Operation), segment[1..^1]),
        ];
}
