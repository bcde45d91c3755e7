using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

public abstract partial class FakeService : IScriptHost
{
    bool IScriptHost.HasParameter(FakeRoute route, string kind, string name)
        => Contract.Find(route.OperationId)!.Parameters.Any(parameter => parameter.In == kind && parameter.Name == name);

    void IScriptHost.CheckBodyKind(FakeRoute route, object? body, int? status)
    {
        var declared = Contract.Find(route.OperationId)!.SuccessBody;
        if (body is not null && status is null && declared is null)
        {
            throw new ArgumentException($"{route} answers without content, so it cannot be given any.", nameof(body));
        }

        if (status is null && declared is { IsJson: false })
        {
            throw new ArgumentException($"{route} answers with bytes: use RespondsBytes.", nameof(body));
        }

        if (body is null && status is null && declared is not null)
        {
            throw new ArgumentException(
                $"{route} answers with {declared.Schema!.Name ?? "content"}, so it must be given some.", nameof(body));
        }
    }

    void IScriptHost.CheckList(FakeRoute route)
    {
        if (ItemsOf(Contract.Find(route.OperationId)!) is null)
        {
            throw new ArgumentException($"{route} is no list.", nameof(route));
        }
    }

    FakeResponse IScriptHost.Success(FakeRoute route, FakeCall call, JsonNode? body, int? status)
    {
        var operation = Contract.Find(route.OperationId)!;
        var declared = operation.SuccessBody;
        var code = status ?? operation.SuccessStatus;
        if (code == operation.SuccessStatus && declared is { IsJson: true, Schema: not null })
        {
            Completion.AddNulls(declared.Schema, body);
            CheckAnswer(operation, body, "scripted answer");
        }

        return body is null && declared is null ? FakeResponse.Empty(code) : Finish(call, FakeResponse.Json(code, body));
    }

    FakeResponse IScriptHost.Page(FakeRoute route, FakeCall call, IReadOnlyList<JsonNode?> items)
    {
        var operation = Contract.Find(route.OperationId)!;
        JsonNode body;
        if (operation.SuccessBody!.Schema!.Core.Types == JsonTypes.Array)
        {
            body = new JsonArray([.. items.Select(item => item?.DeepClone())]);
        }
        else
        {
            var limit = int.TryParse(call.QueryValue("limit"), out var size) ? size : 10;
            var offset = int.TryParse(call.QueryValue("offset"), out var start) ? start : 0;
            body = new JsonObject
            {
                ["items"] = new JsonArray([.. items.Skip(offset).Take(limit).Select(item => item?.DeepClone())]),
                ["limit"] = limit,
                ["offset"] = offset,
                ["total"] = items.Count,
            };
        }

        Completion.AddNulls(operation.SuccessBody.Schema, body);
        CheckAnswer(operation, body, "scripted list");
        return Finish(call, FakeResponse.Json(operation.SuccessStatus, body));
    }

    FakeResponse IScriptHost.Failure(FakeCall call, FakeProblem problem) => Failure(call, problem);

    private static ContractSchema? ItemsOf(ContractOperation operation)
    {
        var schema = operation.SuccessBody?.Schema?.Core;
        return schema?.Items ?? schema?.Member("items")?.Schema.Items;
    }
}
