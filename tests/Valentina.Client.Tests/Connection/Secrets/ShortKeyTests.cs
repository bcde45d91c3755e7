using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>A key of up to seven characters is masked where it is a whole word, in its own case; a longer one wherever it stands.</summary>
public sealed class ShortKeyTests
{
    [Theory]
    [InlineData("token", "***")]
    [InlineData("a token", "a ***")]
    [InlineData("token?", "***?")]
    [InlineData("(token)", "(***)")]
    [InlineData("t%6Fken", "***")]
    [InlineData("&#116;oken", "***")]
    [InlineData("mytoken", "mytoken")]
    [InlineData("my_token", "my_token")]
    [InlineData("7token", "7token")]
    [InlineData("tokens", "tokens")]
    [InlineData("token7", "token7")]
    [InlineData("toke", "toke")]
    [InlineData("tok en", "tok en")]
    [InlineData("tOKEN", "tOKEN")]
    [InlineData("Token", "Token")]
    public void It_is_masked_as_a_whole_word_only(string text, string expected) => Redact("token", text).Should().Be(expected);

    [Theory]
    [InlineData("%20token", "%20***")]
    [InlineData("%00token", "%00***")]
    [InlineData("a%2Ctoken", "a%2C***")]
    [InlineData("\\ntoken", "\\n***")]
    [InlineData("a\\ntoken", "a\\n***")]
    [InlineData("\\u0020token", "\\u0020***")]
    [InlineData("a\\u0022token\\u0022", "a\\u0022***\\u0022")]
    [InlineData("&#32;token&#32;", "&#32;***&#32;")]
    [InlineData("\\\\ntoken", "\\\\n***")]
    [InlineData("\\x20token", "\\x20***")]
    [InlineData("%2520token", "%2520***")]
    [InlineData("%25252Ctoken", "%25252C***")]
    [InlineData("\\x61token", "\\x61token")]
    [InlineData("%2561token", "%2561token")]
    [InlineData("&#115;token", "&#115;token")]
    [InlineData("%5Ftoken", "%5Ftoken")]
    [InlineData("%61token", "%61token")]
    [InlineData("\\u0061token", "\\u0061token")]
    public void An_escape_before_it_counts_as_what_it_stands_for(string text, string expected)
        => Redact("token", text).Should().Be(expected);

    [Theory]
    [InlineData("token%20", "***%20")]
    [InlineData("token\\n", "***\\n")]
    [InlineData("token&amp;", "***&amp;")]
    [InlineData("token%", "***%")]
    [InlineData("token%73", "token%73")]
    [InlineData("token\\u0073", "token\\u0073")]
    [InlineData("token&#95;", "token&#95;")]
    public void So_does_one_after_it(string text, string expected) => Redact("token", text).Should().Be(expected);

    [Fact]
    public void A_percent_sign_before_it_is_an_end_of_a_word_even_where_digits_follow()
        => Redact("beef", "100%25beef").Should().Be("100%25***");

    [Theory]
    [InlineData("abcdefg", "abcdefg", "***")]
    [InlineData("abcdefg", "xabcdefgx", "xabcdefgx")]
    [InlineData("abcdefg", "ABCDEFG", "ABCDEFG")]
    [InlineData("abcdefgh", "xabcdefghx", "x***x")]
    [InlineData("abcdefgh", "ABCDEFGH", "***")]
    [InlineData("  abcdefg ", "xabcdefgx abcdefg", "xabcdefgx ***")]
    public void Eight_characters_make_a_long_key(string key, string text, string expected) => Redact(key, text).Should().Be(expected);

    private static string Redact(string key, string text)
    {
        var redactor = new SecretRedactor();
        redactor.Add(key);
        return redactor.Redact(text);
    }
}
