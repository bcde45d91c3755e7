using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;
using Valentina.Tests.Shared.Schemas;

namespace Valentina.Build.Tests.Overlay.Noir;

/// <summary>Failures and the headers of answers.</summary>
public sealed class ErrorTests
{
    private static readonly string[] Everywhere = ["X-Request-Id", "RateLimit", "RateLimit-Policy", "Cache-Control"];

    [Fact]
    public void Errors_are_problem_details()
    {
        var prepared = Contract.Noir.Prepared;
        var content = prepared["components"]!["responses"]!["Error"]!["content"]!;
        var schemas = new DocumentSchemas(prepared);
        var failures = Recordings.Noir.Failures().Where(recording => recording.Body is JsonObject).ToList();
        failures.Select(recording => recording.MediaType).Distinct()
            .Should().BeEquivalentTo("application/problem+json", "application/json");
        failures.SelectMany(failure => schemas.Errors(content[failure.MediaType]!["schema"], failure.Body)).Should().BeEmpty();

        var declared = Contract.Noir.PublishedOperation("createCompany")["responses"]!["400"]!["content"]!["application/json"]!["schema"];
        failures.Where(failure => failure.Status == 400).Should().NotContain(
            failure => new DocumentSchemas(Contract.Noir.Published, allowsUnknownMembers: true).Accepts(declared, failure.Body));

        foreach (var (_, _, operation) in Contract.Noir.Operations())
        {
            operation["responses"]!["400"].Should().BeNull();
            Evidence.Is(operation["responses"]!["default"], """{"$ref":"#/components/responses/Error"}""");
        }
    }

    [Fact]
    public void Answers_carry_the_headers_that_are_not_declared()
    {
        foreach (var name in Everywhere)
        {
            Recordings.Noir.Successes().Should().Contain(recording => recording.ResponseHeader(name.ToLowerInvariant()) != null);
            Contract.Noir.Prepared["components"]!["headers"]![name].Should().NotBeNull();
        }

        foreach (var (_, _, operation) in Contract.Noir.Operations())
        {
            var success = operation["responses"]!.AsObject().Single(answer => answer.Key.StartsWith('2')).Value!;
            success["headers"]!.AsObject().Select(header => header.Key).Should().StartWith(Everywhere, Contract.Id(operation));
        }

        var archive = Recordings.Noir.OfOperation("globalAdminDownloadServerLogs").Successes().First();
        archive.ResponseHeader("content-disposition").Should().Contain("filename=");
        archive.ResponseHeader("etag").Should().BeNull();
        Contract.Noir.Operation("globalAdminDownloadServerLogs")["responses"]!["200"]!["headers"]!.AsObject()
            .Select(header => header.Key).Should().Equal([.. Everywhere, "Content-Disposition"]);
    }
}
