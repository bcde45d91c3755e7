using System.Text.Json.Nodes;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>What every error response of a service looks like, whatever was sent.</summary>
internal static class OwnShape
{
    public static void OfNoir(RawAnswer answer, string because)
    {
        answer.Status.Should().NotBe(0, because);
        if (answer.Status < 400)
        {
            return;
        }

        answer.Body.Should().NotBeEmpty(because);
        var body = answer.Json;
        if (answer.Status == 500 && body.ContainsKey("status_code"))
        {
            answer.Header("Content-Type").Should().Be("application/json", because);
            body["detail"]!.GetValue<string>().Should().Be("Internal Server Error", because);
            return;
        }

        answer.Header("Content-Type").Should().Be("application/problem+json", because);
        ((int)body["status"]!).Should().Be(answer.Status, because);
        foreach (var member in new[] { "title", "detail", "instance" })
        {
            body[member].Should().BeAssignableTo<JsonValue>(because);
        }
    }

    public static void OfClaude(RawAnswer answer, string because)
    {
        answer.Status.Should().NotBe(0, because);
        if (answer.Status < 400)
        {
            return;
        }

        answer.Body.Should().NotBeEmpty(because);
        if (answer.Status == 500 && answer.Header("Content-Type") == "text/plain; charset=utf-8")
        {
            answer.Text.Should().Be("Internal Server Error", because);
            answer.Header("X-Request-ID").Should().BeNull(because);
            return;
        }

        answer.Header("Content-Type").Should().Be("application/json", because);
        answer.Json["detail"].Should().NotBeNull(because);
    }
}
