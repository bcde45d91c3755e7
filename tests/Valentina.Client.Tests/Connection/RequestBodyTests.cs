using System.Net;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.Json;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>A body that cannot be sent is refused before anything is, and what else is wrong is not lost over it.</summary>
public sealed class RequestBodyTests
{
    private static readonly ApiOperation ActingOperation =
        new("createThing", HttpMethod.Post, "/things") { OnBehalfOf = OnBehalfOfMode.Required };

    [Fact]
    public async Task What_cannot_be_written_is_told_with_its_cause()
    {
        var refused = await RefusedAsync(new ApiRequest(Ops.Post).Literal("/things").Json(new Unwritable()));

        refused.Errors.Should().ContainSingle().Which.ToString().Should().Be("body cannot be written as JSON: no letters left");
        refused.InnerException.Should().BeOfType<NotSupportedException>();
    }

    [Fact]
    public async Task What_else_is_wrong_comes_first()
    {
        var refused = await RefusedAsync(new ApiRequest(ActingOperation).Literal("/things").Json(new Unwritable()));

        refused.Errors.Should().ContainSingle().Which.Member.Should().Be("On-Behalf-Of");
    }

    [Fact]
    public async Task A_character_that_the_database_cannot_store_is_told_by_its_member()
    {
        var body = new JObject { ["name"] = "a\0b", ["notes"] = new JArray("fine", "\0") };

        var refused = await RefusedAsync(new ApiRequest(Ops.Post).Literal("/things").Json(body));

        refused.Errors.Select(static error => error.Member).Should().Equal("name", "notes[1]");
        refused.Errors.Should().OnlyContain(static error => error.Message.Contains("U+0000"));
    }

    private static async Task<RequestValidationException> RefusedAsync(ApiRequest request)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var call = () => connection.SendAsync<Thing>(request, null, default);

        var refused = (await call.Should().ThrowAsync<RequestValidationException>()).Which;
        handler.Sent.Should().BeEmpty();
        return refused;
    }

    private sealed class Unwritable : IJsonModel<Unwritable>
    {
        public static Unwritable ReadJson(ref Utf8JsonReader reader) => new();

        public void WriteJson(Utf8JsonWriter writer) => throw new NotSupportedException("no letters left");
    }
}
