using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What a script needs to know of the service it scripts.</summary>
internal interface IScriptHost
{
    bool HasParameter(FakeRoute route, string kind, string name);

    void CheckBodyKind(FakeRoute route, object? body, int? status);

    void CheckList(FakeRoute route);

    FakeResponse Success(FakeRoute route, FakeCall call, JsonNode? body, int? status);

    FakeResponse Page(FakeRoute route, FakeCall call, IReadOnlyList<JsonNode?> items);

    FakeResponse Failure(FakeCall call, FakeProblem problem);
}
