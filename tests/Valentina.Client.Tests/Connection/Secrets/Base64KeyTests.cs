using System.Text;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>Within base64, of either alphabet, every character that holds bits of a key is masked, and no other one.</summary>
public sealed class Base64KeyTests
{
    /// <summary>Keys with '/' or '+' as the fourth character of their base64, and as the first one when two bytes precede them.</summary>
    private const string Slashes = "~a?b>c~~d??e>>fo";
    private const string Pluses = "?a~b>c~~d??e>>fo";

    public static TheoryData<string, string> Surroundings()
    {
        var data = new TheoryData<string, string>();
        foreach (var before in new[] { "", "a", "ab", "abc", "user", "user:" })
        {
            foreach (var after in new[] { "", "z", "yz", "xyz", ":", "é", "€", "🔑" })
            {
                data.Add(before, after);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Surroundings))]
    public void What_holds_bits_of_the_key_is_masked_and_nothing_else(string before, string after)
    {
        foreach (var key in new[] { Slashes, Pluses, Slashes + "o", Pluses + "oo" })
        {
            var redactor = Redactor(key);
            var encoded = Encode(before + key + after);
            var start = before.Length * 8 / 6;
            var end = (((before.Length + key.Length) * 8) + 5) / 6;

            redactor.Redact(encoded).Should().Be($"{encoded[..start]}***{encoded[end..]}");
            redactor.Redact(OfUrls(encoded)).Should().Be($"{OfUrls(encoded[..start])}***{OfUrls(encoded[end..])}");
            redactor.Redact($"\"{encoded}\"").Should().Be($"\"{encoded[..start]}***{encoded[end..]}\"");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_characters_beside_it_may_be_missing(int before)
    {
        var encoded = Encode(new string('a', before) + Slashes + "z");
        var core = encoded[(before + 1)..((before + Slashes.Length) * 8 / 6)];

        Redactor(Slashes).Redact(core).Should().Be("***");
        Redactor(Slashes).Redact($"\"{core}\"").Should().Be("\"***\"");
        Redactor(Slashes).Redact($"={core}=").Should().Be("=***=");
        Redactor(Slashes).Redact($" {core} ").Should().Be(" *** ");
    }

    [Theory]
    [InlineData(Slashes, 'A')]
    [InlineData(Slashes, '+')]
    [InlineData(Slashes, '-')]
    [InlineData(Slashes, '.')]
    [InlineData(Pluses, 'A')]
    [InlineData(Pluses, '/')]
    [InlineData(Pluses, '_')]
    [InlineData(Pluses, '.')]
    public void Another_character_makes_it_another_text(string key, char other)
    {
        var encoded = Encode(key);
        var changed = string.Concat(encoded.AsSpan(0, 3), [other], encoded.AsSpan(4));

        encoded[3].Should().Be(key == Slashes ? '/' : '+', "this is the character that is exchanged");
        Redactor(key).Redact(changed).Should().BeSameAs(changed);
    }

    [Theory]
    [InlineData('-')]
    [InlineData('_')]
    public void A_letter_has_one_form_in_both_alphabets(char other)
    {
        var encoded = Encode(Slashes);
        var changed = string.Concat(encoded.AsSpan(0, 2), [other], encoded.AsSpan(3));

        Redactor(Slashes).Redact(changed).Should().BeSameAs(changed);
    }

    [Fact]
    public void In_base64_the_case_of_a_letter_counts()
    {
        foreach (var before in new[] { "", "a", "ab" })
        {
            var encoded = Encode(before + Slashes);
            var swapped = string.Concat(encoded.Select(
                static one => char.IsAsciiLetterUpper(one) ? char.ToLowerInvariant(one) : char.ToUpperInvariant(one)));

            Redactor(Slashes).Redact(swapped).Should().BeSameAs(swapped);
        }
    }

    [Fact]
    public void Base64_within_an_escaped_text_is_found_too()
    {
        var encoded = Encode("ab" + Pluses + "zzz");
        var json = encoded.Replace("+", "\\u002B", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal);

        Redactor(Pluses).Redact(json).Should().Be(Redactor(Pluses).Redact(encoded));
        Redactor(Pluses).Redact(Uri.EscapeDataString(encoded)).Should().Be(Redactor(Pluses).Redact(encoded));
    }

    [Fact]
    public void The_beginning_of_base64_counts_where_the_text_was_cut_off()
    {
        var encoded = Encode(Slashes);

        Redactor(Slashes).Redact($"Basic {encoded[..4]}", isCut: true).Should().Be("Basic ***");
        Redactor(Slashes).Redact($"Basic {encoded[..3]}", isCut: true).Should().Be($"Basic {encoded[..3]}");
        Redactor(Slashes).Redact($"Basic {encoded[..4]}").Should().Be($"Basic {encoded[..4]}");
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string OfUrls(string base64) => base64.Replace('+', '-').Replace('/', '_');

    private static SecretRedactor Redactor(string key)
    {
        var redactor = new SecretRedactor();
        redactor.Add(key);
        return redactor;
    }
}
