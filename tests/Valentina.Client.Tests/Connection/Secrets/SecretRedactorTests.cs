using System.Globalization;
using System.Text;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>No key is left in a text, however it is written; nothing else is touched.</summary>
public sealed class SecretRedactorTests
{
    private const string Key = "cc_k3y/Wi+th-%odd~Ch4rs";
    private static readonly string[] Plain = ["no key here", "cc_k3y/Wi+th", "100 % & more \\ text", "%zz %2", "&#; &#x;", "\\u00", ""];

    public static TheoryData<string> Spellings()
        => [
            Key,
            Key.ToUpperInvariant(),
            Uri.EscapeDataString(Key),
            Percent(Key, "x2"),
            Percent(Key, "X2"),
            Percent(Percent(Key, "x2"), "X2"),
            Escaped(Key, "\\u", "x4"),
            Escaped(Key, "\\u", "X4"),
            Escaped(Key, "\\\\u", "x4"),
            Escaped(Key, "\\x", "x2"),
            Escaped(Key, "&#x", "x2", ";"),
            string.Concat(Key.Select(character => string.Create(CultureInfo.InvariantCulture, $"&#{(int)character};"))),
            Key.Replace("/", "\\/", StringComparison.Ordinal),
            Key[..5] + Percent(Key[5..12], "x2") + Escaped(Key[12..], "\\u", "X4"),
        ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_long_key_is_found_however_it_is_written(string spelling)
    {
        foreach (var (before, after) in new[] { ("", ""), ("bad key ", "!"), ("x", "y"), ("%", "%"), ("\\n", "\\n") })
        {
            Redactor(Key).Redact(before + spelling + after).Should().Be($"{before}***{after}");
        }
    }

    [Fact]
    public void A_long_key_is_found_in_base64_wherever_it_begins()
    {
        foreach (var length in Enumerable.Range(8, 12))
        {
            var key = "abcDEF0123456789_-xyz"[..length];
            foreach (var before in new[] { "", "a", "ab", "abc", "user:", "Bearer " })
            {
                foreach (var after in new[] { "", "z", "yz", "xyz" })
                {
                    var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + key + after));
                    var core = encoded[(((before.Length * 8) + 5) / 6)..((before.Length + length) * 8 / 6)];
                    foreach (var text in new[]
                    {
                        encoded, encoded.Replace('+', '-').Replace('/', '_'), Uri.EscapeDataString(encoded), $"\"{encoded}\""
                    })
                    {
                        Redactor(key).Redact(text).Should().Contain("***").And.NotContain(core[2..8]);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("k", "checkSystemHealth k (k) k.", "checkSystemHealth *** (***) ***.")]
    [InlineData("token", "tokens token_1 a%20token \\ntoken", "tokens token_1 a%20*** \\n***")]
    [InlineData("token", "TOKEN", "TOKEN")]
    public void A_short_key_is_found_as_a_whole_word_only(string key, string text, string expected)
        => Redactor(key).Redact(text).Should().Be(expected);

    [Fact]
    public void Texts_without_a_key_stay_the_same_object()
    {
        foreach (var text in Plain)
        {
            Redactor(Key).Redact(text).Should().BeSameAs(text);
            new SecretRedactor().Redact(text).Should().BeSameAs(text);
        }
    }

    [Fact]
    public void The_longer_of_two_keys_wins_and_old_ones_stay_known()
    {
        var redactor = Redactor("abcdefgh", "abcdefgh-new");

        redactor.Redact("abcdefgh-new abcdefgh").Should().Be("*** ***");
    }

    [Fact]
    public void A_key_cut_off_at_the_end_is_taken_out_too()
    {
        var cut = "x" + Key[..10];

        Redactor(Key).Redact(cut, isCut: true).Should().Be("x***");
        Redactor(Key).Redact(cut).Should().Be(cut);
        Redactor(Key).RedactStart(new string('a', 95) + Key + new string('b', 100), 100).Should().NotContain("cc_k");
    }

    [Fact]
    public void Two_thirds_of_a_key_are_a_leak_too()
    {
        Redactor(Key).Redact($"bad name: '{Key[..16]}'").Should().Be("bad name: '***'");
        Redactor(Key).Redact($"bad name: '{Key[..15]}'").Should().Contain(Key[..15]);
    }

    [Fact]
    public void The_oldest_of_very_many_keys_is_forgotten_but_never_the_clients_own()
    {
        var redactor = Redactor(Key);
        for (var number = 0; number < 1100; number++)
        {
            redactor.Add(string.Create(CultureInfo.InvariantCulture, $"another-key-{number:0000}"));
        }

        redactor.Redact($"{Key} another-key-1099").Should().Be("*** ***");
    }

    [Theory]
    [InlineData("a\r\nb", "a\\r\\nb")]
    [InlineData("\u001b[31m\0", "\\u001B[31m\\u0000")]
    [InlineData("\u0085\u202e\u2066\ufeff\u2028", "\\u0085\\u202E\\u2066\\uFEFF\\u2028")]
    public void Control_characters_become_visible(string text, string expected)
    {
        new SecretRedactor().RedactLine(text).Should().Be(expected);
        new ValentinaException(text).Message.Should().Be(expected);
    }

    [Fact]
    public void Exceptions_that_show_a_key_are_replaced_and_others_are_not()
    {
        var redactor = Redactor(Key);
        var clean = new HttpRequestException("cut", new IOException("broken"));
        redactor.Redact(clean).Should().BeSameAs(clean);

        var inner = new InvalidOperationException($"sent {Key}");
        var dirty = redactor.Redact(new HttpRequestException(HttpRequestError.ConnectionError, "outer", inner))!;

        dirty.Should().BeOfType<HttpRequestException>().Which.HttpRequestError.Should().Be(HttpRequestError.ConnectionError);
        dirty.ToString().Should().NotContain(Key).And.Contain("InvalidOperationException: sent ***");
        redactor.Redact(new AggregateException(clean, inner))!.ToString().Should().NotContain(Key);
        redactor.Redact(new IOException("a\nb"))!.Message.Should().Be("a\\nb");
    }

    private static SecretRedactor Redactor(params string[] keys)
    {
        var redactor = new SecretRedactor();
        Array.ForEach(keys, redactor.Add);
        return redactor;
    }

    private static string Percent(string text, string format) => Escaped(text, "%", format);

    private static string Escaped(string text, string before, string format, string after = "")
        => string.Concat(text.Select(character => before + ((int)character).ToString(format, CultureInfo.InvariantCulture) + after));
}
