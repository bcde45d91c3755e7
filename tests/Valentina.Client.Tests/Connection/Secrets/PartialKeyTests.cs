using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>The part of a key that gives it away is masked, alone or where a text was cut off; a smaller part is not.</summary>
public sealed class PartialKeyTests
{
    private const string Key = "my-ke/y-0123456789";

    [Theory]
    [InlineData("my-", "my-")]
    [InlineData("my-k", "***")]
    [InlineData("my-ke/y-0", "***")]
    [InlineData("MY-KE", "***")]
    [InlineData("my-ke%2Fy", "***")]
    [InlineData("my-ko", "my-ko")]
    [InlineData("my-key", "my-key")]
    [InlineData("my-ke is no key", "my-ke is no key")]
    [InlineData("my-ke/ and more", "my-ke/ and more")]
    public void Four_characters_at_the_end_of_a_cut_text_are_a_key_in_the_making(string end, string expected)
    {
        Redactor(Key).Redact(end, isCut: true).Should().Be(expected);
        Redactor(Key).Redact($"name: {end}", isCut: true).Should().Be($"name: {expected}");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%25")]
    [InlineData("%252")]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("\\u002")]
    [InlineData("\\\\u002")]
    [InlineData("&")]
    [InlineData("&#4")]
    [InlineData("&#x002f")]
    public void An_escape_that_was_cut_off_may_have_been_the_next_character(string end)
    {
        var text = $"name: my-ke{end}";

        Redactor(Key).Redact(text, isCut: true).Should().Be("name: ***");
        Redactor(Key).Redact(text).Should().BeSameAs(text, "a text that is whole has nothing to come");
    }

    [Theory]
    [InlineData("my-ke%2Dy-012")]
    [InlineData("my-ke\\u002D-0")]
    [InlineData("my-ke&nbsp;it")]
    public void An_escape_that_was_not_cut_off_is_what_it_is(string text)
        => Redactor(Key).Redact(text, isCut: true).Should().BeSameAs(text);

    [Theory]
    [InlineData("abcd/efgh-0123", "abcd%2", "***")]
    [InlineData("abc/defgh-0123", "abc%2", "abc%2")]
    [InlineData("abcd/ef", "abcd%2", "abcd%2")]
    [InlineData("abcd/ef", "abcd/", "abcd/")]
    [InlineData("abcd/ef", "abcd/e", "abcd/e")]
    public void It_takes_four_characters_of_a_long_key_before_an_escape_too(string key, string text, string expected)
        => Redactor(key).Redact(text, isCut: true).Should().Be(expected);

    [Theory]
    [InlineData("abcd-efgh-01", 8, true)]
    [InlineData("abcd-efgh-01", 7, false)]
    [InlineData("abcd-efgh-012", 9, true)]
    [InlineData("abcd-efgh-012", 8, false)]
    [InlineData("abcd-efgh", 8, true)]
    [InlineData("abcd-efgh", 7, false)]
    [InlineData("abcd-efg", 7, false)]
    [InlineData("abcd-ef", 6, false)]
    [InlineData("abcdef", 4, false)]
    public void Two_thirds_and_at_least_eight_characters_give_a_key_away(string key, int length, bool isMasked)
    {
        var part = key[..length];
        var expected = isMasked ? "***" : part;

        Redactor(key).Redact(part).Should().Be(expected);
        Redactor(key).Redact($"'{part}' is bad").Should().Be($"'{expected}' is bad");
    }

    [Theory]
    [InlineData("0123456789my-ke", 14, "0123456789***")]
    [InlineData("0123456789my-ke", 15, "0123456789my-ke")]
    [InlineData("0123456789my-ke", 16, "0123456789my-ke")]
    [InlineData("0123456789my-ke", 11, "0123456789*")]
    [InlineData("0123456789abcde", 10, "0123456789")]
    public void The_shown_start_of_a_text_counts_as_cut_off_only_where_more_came(string text, int max, string expected)
        => Redactor(Key).RedactStart(text, max).Should().Be(expected);

    private static SecretRedactor Redactor(string key)
    {
        var redactor = new SecretRedactor();
        redactor.Add(key);
        return redactor;
    }
}
