using System.Net;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>A key that the server has just made is known to nobody yet, and all the same no exception shows it.</summary>
public sealed class NewKeyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_with_a_new_key_that_cannot_be_read_does_not_show_it(bool sync)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(
            HttpStatusCode.OK, """{"id":"no uuid","username":"ada","api_key":"brand-new-0123456789"}"""));
        using var client = new ValentinaClient(TestConnection.Options(), handler);

        var failure = await Record.ExceptionAsync(async () => _ = sync
            ? client.Developer.RegenerateApiKey()
            : await client.Developer.RegenerateApiKeyAsync());

        var unreadable = failure.Should().BeOfType<UnreadableResponseException>().Subject;
        unreadable.RawBody.Should().Contain("\"username\":\"ada\"").And.Contain("\"api_key\":\"***\"");
        unreadable.ToString().Should().NotContain("brand-new");
    }

    [Theory]
    [InlineData("""{"api_key":"abc","x":1}""", """{"api_key":"***","x":1}""")]
    [InlineData("""{ "API_KEY" : "a\"b\\" }""", """{ "API_KEY" : "***" }""")]
    [InlineData("""{"api_key":"cut in the mid""", """{"api_key":"***""")]
    [InlineData("""{"token":"abc"}""", """{"token":"***"}""")]
    [InlineData("""{"api_key":null,"type":"token","content":"api_key"}""", """{"api_key":null,"type":"token","content":"api_key"}""")]
    [InlineData("api_key: abc", "api_key: abc")]
    public void Only_the_value_is_masked(string body, string expected)
        => SecretMembers.Mask(body).Should().Be(expected);
}
