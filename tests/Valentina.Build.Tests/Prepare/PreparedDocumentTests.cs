using System.Text.Json.Nodes;
using Valentina.Build.Tests.Overlay.Support;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.Tests.Shared.Schemas;

namespace Valentina.Build.Tests.Prepare;

/// <summary>The two prepared documents, held against everything that was recorded.</summary>
public sealed class PreparedDocumentTests
{
    /// <summary>Requests the service took although no typed model can say them.</summary>
    private static readonly string[] Inexpressible = ["no model: auto-selected; content blocks", "message without role/content accepted"];

    public static TheoryData<string> Apis => ["valentina", "claude-code"];

    [Theory]
    [MemberData(nameof(Apis))]
    public void The_committed_document_is_what_the_published_one_and_the_overlay_give(string api)
    {
        var contract = Contract.Of(api);
        var prepared = Preparer.Prepare(contract.Published, contract.Overlay);
        prepared.ToText().Should().Be(File.ReadAllText(contract.Files.Prepared), "otherwise run 'spectool prepare' and commit the result");
        Preparer.Prepare(contract.Published, contract.Overlay).ToText().Should().Be(prepared.ToText());
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Nothing_is_left_undecided(string api)
        => Preparer.Prepare(Contract.Of(api).Published, Contract.Of(api).Overlay).Report.Undecided.Should().BeEmpty();

    [Theory]
    [InlineData("valentina", 166)]
    [InlineData("claude-code", 12)]
    public void Every_recorded_success_is_what_the_document_says(string api, int operations)
    {
        var contract = Contract.Of(api);
        var schemas = new DocumentSchemas(contract.Prepared);
        var seen = new HashSet<string>();
        var errors = new List<string>();
        foreach (var recording in Recordings.Of(api).Successes().Where(recording => recording.OperationId.Length > 0))
        {
            seen.Add(recording.OperationId);
            var operation = contract.Operation(recording.OperationId);
            operation["responses"]!.AsObject()
                .Should().ContainKey(recording.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), "{0}", recording);
            if (Contract.AnswerSchema(operation, recording.Status) is { } schema)
            {
                errors.AddRange(schemas.Errors(schema, recording.Body).Select(error => $"{recording}: {error}"));
            }
        }

        errors.Should().BeEmpty();
        seen.Should().HaveCount(operations);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Every_recorded_failure_is_what_the_document_says(string api)
    {
        var contract = Contract.Of(api);
        var schemas = new DocumentSchemas(contract.Prepared);
        var errors = new List<string>();
        foreach (var recording in Recordings.Of(api).Failures().Where(recording => recording.Body is JsonObject))
        {
            var own = recording.OperationId.Length > 0
                && contract.Operations().Any(entry => Contract.Id(entry.Operation) == recording.OperationId)
                ? contract.Operation(recording.OperationId)["responses"]![recording.Status.ToString(
                    System.Globalization.CultureInfo.InvariantCulture)]
                : null;
            var content = (own ?? contract.Prepared["components"]!["responses"]!["Error"])!["content"]![recording.MediaType];
            content.Should().NotBeNull("{0} came as {1}", recording, recording.MediaType);
            errors.AddRange(schemas.Errors(content!["schema"], recording.Body).Select(error => $"{recording}: {error}"));
        }

        errors.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void No_request_the_server_took_is_refused(string api)
    {
        var contract = Contract.Of(api);
        var schemas = new DocumentSchemas(contract.Prepared, allowsUnknownMembers: true);
        Recordings.Of(api).Successes()
            .Where(recording => recording.HasJsonBody && !Inexpressible.Contains(recording.Note))
            .Select(recording => (Recording: recording, Schema: Contract.BodySchema(contract.Operation(recording.OperationId))))
            .Where(entry => entry.Schema is not null)
            .SelectMany(entry => schemas.Errors(entry.Schema, entry.Recording.RequestBody).Select(error => $"{entry.Recording}: {error}"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Null_is_refused_where_the_server_refused_it_and_nowhere_else()
    {
        var contract = Contract.Noir;
        var schemas = new DocumentSchemas(contract.Prepared, allowsUnknownMembers: true);
        var matrix = Recordings.Noir.Where(recording => recording.Line["method"]!.ToString() == "PATCH" && recording.HasJsonBody
            && recording.RequestBody!.ToJsonString().Contains(":null", StringComparison.Ordinal)
            && recording.Status is 200 or 400).ToList();
        matrix.Should().HaveCountGreaterThan(40);
        foreach (var recording in matrix)
        {
            // Whether a player may be taken away depends on the character's type, which only the server knows.
            var refusedForNull = recording.Status == 400 && !recording.Detail.StartsWith("You may not", StringComparison.Ordinal)
                && !recording.Detail.StartsWith("PLAYER characters must have", StringComparison.Ordinal);
            schemas.Accepts(Contract.BodySchema(contract.Operation(recording.OperationId)), recording.RequestBody)
                .Should().Be(!refusedForNull, "{0} {1}", recording, recording.RequestBody!.ToJsonString());
        }
    }

    [Fact]
    public void A_page_has_items_limit_offset_and_total()
    {
        var pages = Contract.Noir.Prepared["components"]!["schemas"]!.AsObject()
            .Where(schema => schema.Key.StartsWith("OffsetPagination_", StringComparison.Ordinal)).ToList();
        pages.Should().HaveCount(24);
        pages.Should().OnlyContain(page => JsonNode.DeepEquals(
            page.Value!["required"], JsonNode.Parse("""["items","limit","offset","total"]""")));
    }
}
