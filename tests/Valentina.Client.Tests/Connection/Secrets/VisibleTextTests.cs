using System.Text;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>No text of a server starts a line of a log, moves a cursor or turns the direction of writing.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("a\rb\nc\td", "a\\rb\\nc\\td")]
    [InlineData("\0", "\\u0000")]
    [InlineData("\u001B[31mred", "\\u001B[31mred")]
    [InlineData("\u007F\u0085\u009F", "\\u007F\\u0085\\u009F")]
    [InlineData("ab\u202Ecd", "ab\\u202Ecd")]
    [InlineData("end\u2028", "end\\u2028")]
    public void What_cannot_be_seen_is_written_as_an_escape(string text, string expected)
    {
        VisibleText.IsSafe(text).Should().BeFalse();
        VisibleText.Of(text).Should().Be(expected);
        VisibleText.Append(new StringBuilder("> "), text).ToString().Should().Be("> " + expected);
    }

    [Fact]
    public void Every_control_and_every_mark_of_direction_counts()
    {
        var unsafeOnes = Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code)
            .Where(static one => !VisibleText.IsSafe(one.ToString())).ToList();

        unsafeOnes.Should().Contain(Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code).Where(char.IsControl));
        unsafeOnes.Where(static one => !char.IsControl(one)).Should().Equal(
            '\u061C', '\u200B', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066',
            '\u2067', '\u2068', '\u2069', '\uFEFF');
    }

    [Theory]
    [InlineData("")]
    [InlineData("größe – „ja“ 🦇 ~ ")]
    public void What_can_be_seen_stays_the_same_object(string text)
    {
        VisibleText.IsSafe(text).Should().BeTrue();
        VisibleText.Of(text).Should().BeSameAs(text);
    }
}
