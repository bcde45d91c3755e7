using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>A key is found through escapes and through escapes of escapes; what only resembles one stays as it is.</summary>
public sealed class SpelledKeyTests
{
    private const string Key = "secret-key-0123";

    [Theory]
    [InlineData("ke/abcd-0123", "ke%2fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke%2Fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke%252fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke%25252Fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke\\/abcd-0123")]
    [InlineData("ke/abcd-0123", "ke\\u002fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke\\U002Fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke\\\\u002fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke\\x2Fabcd-0123")]
    [InlineData("ke/abcd-0123", "ke&#47;abcd-0123")]
    [InlineData("ke/abcd-0123", "ke&#0047;abcd-0123")]
    [InlineData("ke/abcd-0123", "ke&#x2f;abcd-0123")]
    [InlineData("ke/abcd-0123", "ke&#X002F;abcd-0123")]
    [InlineData("ke&abcd-0123", "ke&amp;abcd-0123")]
    [InlineData("ke<abcd>-0123", "ke&lt;abcd&gt;-0123")]
    [InlineData("\"abcd'-0123", "&quot;abcd&apos;-0123")]
    [InlineData("/abcd-0123", "%2Fabcd-0123")]
    [InlineData("abcd-0123/", "abcd-0123%252F")]
    [InlineData("ke%41bcd-012", "ke%2541bcd-012")]
    [InlineData("%41bcd-01234", "%2541bcd-01234")]
    [InlineData("keyu-key-0123", "key\\u-key-0123")]
    [InlineData("user-key-0123", "\\user-key-0123")]
    [InlineData("keyx-key-0123", "key\\x-key-0123")]
    public void A_key_is_found_through_its_escapes(string key, string spelling)
    {
        foreach (var (before, after) in new[] { ("", ""), ("key ", " is bad"), ("<", ">") })
        {
            Redactor(key).Redact(before + spelling + after).Should().Be($"{before}***{after}");
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Percent_signs_are_followed_five_deep(int deeper, bool isFound)
    {
        var text = $"ke%{string.Concat(Enumerable.Repeat("25", deeper))}2fabcd-0123";

        Redactor("ke/abcd-0123").Redact(text).Should().Be(isFound ? "***" : text);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(16, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void So_are_backslashes_which_double_each_time(int count, bool isFound)
    {
        var text = $"ke{new string('\\', count)}u002fabcd-0123";

        Redactor("ke/abcd-0123").Redact(text).Should().Be(isFound ? "***" : text);
    }

    [Theory]
    [InlineData("sk-abc+defghij", "sk-abc\\u0026#x2B;defghij")]
    [InlineData("sk-abc+defghij", "sk-abc&amp;#x2B;defghij")]
    [InlineData("sk-abc+defghij", "sk-abc%26%2343%3Bdefghij")]
    [InlineData("sk-abc+defghij", "sk-abc%5Cu002Bdefghij")]
    [InlineData("sk-abc+defghij", "sk-abc%255Cu002Bdefghij")]
    [InlineData("sk-abc+defghij", "sk-abc\\u00252Bdefghij")]
    [InlineData("sk-abc+defghij", "sk-abc&#37;2Bdefghij")]
    [InlineData("sk-abc+defghij", "&#115;k-abc\\u0026#x2B;defghi%6a")]
    [InlineData("sk-abc&defghij", "sk-abc%2526amp%253Bdefghij")]
    [InlineData("sk%cdefghij", "sk%2525cdefghij")]
    [InlineData("sk%25cdefghij", "sk%25cdefghij")]
    [InlineData("sk&amp;defghij", "sk&amp;defghij")]
    public void One_kind_of_escape_within_another_hides_no_key(string key, string spelling)
        => Redactor(key).Redact($"is {spelling}.").Should().Be("is ***.");

    [Theory]
    [InlineData("se%41ret-key-0123")]
    [InlineData("se%2541ret-key-0123")]
    [InlineData("se\\u0041ret-key-0123")]
    [InlineData("se\\aret-key-0123")]
    [InlineData("se&#65;ret-key-0123")]
    [InlineData("se&amp;ret-key-0123")]
    [InlineData("%6jecret-key-0123")]
    [InlineData("&#x10073;ecret-key-0123")]
    [InlineData("&#65651;ecret-key-0123")]
    [InlineData("xecret-key-0123 &#x10073;")]
    [InlineData("&=115;ecret-key-0123")]
    [InlineData("secret\r\nkey-0123")]
    [InlineData("secret key 0123")]
    public void An_escape_that_stands_for_another_character_is_no_part_of_a_key(string text)
        => Redactor(Key).Redact(text).Should().BeSameAs(text);

    [Theory]
    [InlineData("key[0]-012345", "key{0}-012345")]
    [InlineData("key@abcd-0123", "key`abcd-0123")]
    [InlineData("a-0123-4567890", "a\r0123\r4567890")]
    public void Only_letters_have_two_cases(string key, string text) => Redactor(key).Redact(text).Should().BeSameAs(text);

    [Theory]
    [InlineData("&")]
    [InlineData("?a=1&")]
    [InlineData("&#")]
    [InlineData("&#1")]
    [InlineData("\\")]
    [InlineData("C:\\")]
    [InlineData("\\\\")]
    [InlineData("\\u")]
    [InlineData("\\u007")]
    [InlineData("\\x7")]
    [InlineData("%")]
    [InlineData("100 %")]
    [InlineData("%7")]
    [InlineData("%25")]
    [InlineData("%%")]
    public void A_text_may_end_within_an_escape(string text)
    {
        Redactor(Key).Redact(text).Should().BeSameAs(text);
        Redactor(Key).Redact(text, isCut: true).Should().BeSameAs(text);
        Redactor("k").Redact(text).Should().BeSameAs(text);
        Redactor(Key).Redact(Key + text).Should().Be("***" + text);
    }

    private static SecretRedactor Redactor(string key)
    {
        var redactor = new SecretRedactor();
        redactor.Add(key);
        return redactor;
    }
}
