using Valentina.Connection;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection;

/// <summary>The key of a connection.</summary>
public sealed class ApiKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\nb")]
    public void A_key_that_cannot_be_sent_is_refused_and_the_former_stays(string key)
    {
        var current = Key("former-key");

        FluentActions.Invoking(() => current.Replace(key)).Should().Throw<ArgumentException>()
            .WithParameterName("key").WithMessage("The API key must be printable ASCII without blanks.*");

        current.Value.Should().Be("former-key");
    }

    [Fact]
    public void A_new_key_is_sent_without_the_blanks_around_it_and_both_are_masked()
    {
        var secrets = new SecretRedactor();
        var current = Key("former-key", secrets);

        current.Replace(" later-key ");

        current.Value.Should().Be("later-key");
        current.HeaderValue.Should().Be("later-key");
        secrets.Redact("former-key and later-key").Should().Be("*** and ***");
    }

    [Fact]
    public void A_client_may_have_none()
    {
        var none = Key(null);

        none.Value.Should().BeNull();
        none.HeaderValue.Should().BeNull();
    }

    private static ApiKey Key(string? key, SecretRedactor? secrets = null)
        => new(key, TestConnection.Options().Resolve(EnvironmentReaders.None).Profile, secrets ?? new SecretRedactor());
}
