using System.Globalization;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>A client remembers its own key and the 999 latest others.</summary>
public sealed class KnownKeysTests
{
    private const string Own = "own-key-of-the-client";

    [Fact]
    public void The_oldest_of_the_others_is_forgotten_when_there_are_a_thousand_keys()
    {
        var redactor = new SecretRedactor();
        redactor.Add(Own);
        for (var number = 0; number < 999; number++)
        {
            redactor.Add(Other(number));
        }

        redactor.Redact($"{Own} {Other(0)} {Other(998)}").Should().Be("*** *** ***");

        redactor.Add(Other(999));

        redactor.Redact($"{Own} {Other(0)} {Other(1)} {Other(999)}").Should().Be($"*** {Other(0)} *** ***");
    }

    [Fact]
    public void A_key_told_again_and_again_drives_no_other_one_out()
    {
        var redactor = new SecretRedactor();
        redactor.Add(Own);
        redactor.Add(Other(1));
        for (var time = 0; time < 1100; time++)
        {
            redactor.Add(Own);
            redactor.Add($" {Other(2)} ");
        }

        redactor.Redact($"{Own} {Other(1)} {Other(2)}").Should().Be("*** *** ***");
    }

    [Fact]
    public void A_key_learned_after_a_text_was_looked_at_is_found_in_the_next()
    {
        var redactor = new SecretRedactor();
        redactor.Redact(Own).Should().Be(Own);

        redactor.Add(Own);
        redactor.Add(null);
        redactor.Add("   ");

        redactor.Redact($"   {Own}").Should().Be("   ***");
    }

    [Fact]
    public void Keys_side_by_side_are_masked_each()
    {
        var redactor = new SecretRedactor();
        redactor.Add(Own);
        redactor.Add(Other(1));

        redactor.Redact($"{Own}{Other(1)}{Own}").Should().Be("*********");
    }

    private static string Other(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:0000}-key-of-another");
}
