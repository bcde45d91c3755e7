using System.Text.Json.Nodes;
using Valentina.Tests.Shared.Schemas;

namespace Valentina.Build.Tests.Overlay.Support;

/// <summary>Holds recorded bodies against the published and the prepared schema.</summary>
internal static class Evidence
{
    /// <summary>A schema is exactly this one.</summary>
    public static void Is(JsonNode? schema, string expected)
        => JsonNode.DeepEquals(schema, JsonNode.Parse(expected)).Should().BeTrue($"{schema?.ToJsonString()} should be {expected}");

    /// <summary>Every recorded success of the operation passes its prepared schema.</summary>
    public static void PreparedAccepts(string id)
        => Answers(id, _ => true).SelectMany(recording => Errors(Contract.Noir.Prepared, recording)).Should().BeEmpty();

    /// <summary>The recorded successes pass the prepared schema and fail the published one.</summary>
    public static void OnlyPreparedAccepts(string id, Func<Recording, bool>? where = null)
    {
        foreach (var recording in Answers(id, where ?? (_ => true)))
        {
            Errors(Contract.Noir.Prepared, recording).Should().BeEmpty();
            Errors(Contract.Noir.Published, recording).Should().NotBeEmpty("the published schema cannot hold {0}", recording);
        }
    }

    private static IReadOnlyList<Recording> Answers(string id, Func<Recording, bool> where)
    {
        var answers = Recordings.Noir.OfOperation(id).Successes().Where(where).ToList();
        answers.Should().NotBeEmpty("the recordings must show {0}", id);
        return answers;
    }

    private static IReadOnlyList<string> Errors(JsonObject document, Recording recording)
    {
        var operation = Contract.OperationsOf(document).Single(entry => Contract.Id(entry.Operation) == recording.OperationId).Operation;
        return new DocumentSchemas(document).Errors(Contract.AnswerSchema(operation, recording.Status), recording.Body);
    }
}
