using System.Text.Json.Nodes;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>One recorded exchange.</summary>
internal sealed class Row(int number, JsonObject source)
{
    /// <summary>Its place in the recording, from 0.</summary>
    public int Number { get; } = number;

    public string? OperationId => source["operationId"]?.GetValue<string>();

    public string Method => source["method"]!.GetValue<string>();

    public string Path => source["path"]!.GetValue<string>();

    public JsonNode? Query => source["query"];

    public JsonNode? RequestBody => source["request_body"];

    public int Status => source["status"]!.GetValue<int>();

    public JsonNode? Answer => source["response_body"];

    public string Key => source["auth"]!.GetValue<string>();

    public string Note => source["note"]?.GetValue<string>() ?? "";

    public string? RequestHeader(string name) => source["request_headers"]?[name]?.GetValue<string>();

    public string? AnswerHeader(string name) => source["response_headers"]?[name]?.GetValue<string>();

    public override string ToString() => $"{Number} {OperationId ?? Method + " " + Path}{(Note.Length == 0 ? "" : $" ({Note})")}";

    public static IReadOnlyList<Row> Load()
        => [.. TranscriptLines.Read("valentina").Select((line, number) => new Row(number, (JsonObject)JsonNode.Parse(line)!))];
}
