using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Support;

internal static class FakeRoutes
{
    /// <summary>The route of an operation; the fake compares routes by their operation alone.</summary>
    public static FakeRoute Find(string operationId) => new(operationId, "", "");
}
