using Valentina.Connection.Requests;

namespace Valentina.Client.Tests.Connection.Requests;

/// <summary>A URL is put together piece by piece, and stays what it is once it is complete.</summary>
public sealed class UrlWriterTests
{
    [Theory]
    [InlineData("/things", "http://a.test/things")]
    [InlineData("things", "http://a.test/things")]
    [InlineData("", "http://a.test/")]
    public void A_slash_stands_between_base_and_path(string path, string expected)
    {
        var url = new UrlWriter();
        url.Append(path);

        url.Complete("http://a.test").Should().Be(expected);
    }

    [Fact]
    public void It_can_be_completed_again_and_under_another_base()
    {
        var url = new UrlWriter();
        url.Append("/things?q=1");

        url.Complete("http://a.test").Should().Be("http://a.test/things?q=1");
        url.Complete("http://a.test").Should().BeSameAs(url.Complete("http://a.test"));
        url.Complete("http://b.test").Should().Be("http://b.test/things?q=1");
        url.Complete("http://long.test/x").Should().Be("http://long.test/x/things?q=1");
        url.ToString().Should().Be("/things?q=1");
    }

    [Fact]
    public void Nothing_is_added_once_it_is_complete()
    {
        var url = new UrlWriter();
        url.Append("/things");
        url.Complete("http://a.test");

        FluentActions.Invoking(() => url.Append("/more")).Should().Throw<InvalidOperationException>()
            .WithMessage("The request was sent already.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(10_000)]
    public void It_grows_with_what_it_holds(int length)
    {
        var (first, second) = (new string('a', length), new string('b', length));
        var id = Guid.Parse("01a20190-cb47-7136-b945-f4bab262d58b");
        var url = new UrlWriter();

        url.Append(first);
        url.Append(id);
        url.Append(second);

        url.ToString().Should().Be($"{first}{id}{second}");
    }

    [Theory]
    [InlineData("AZaz09-._~", "AZaz09-._~")]
    [InlineData("!*'()", "%21%2A%27%28%29")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("é😀", "%C3%A9%F0%9F%98%80")]
    public void What_is_not_unreserved_is_escaped(string text, string expected)
    {
        var url = new UrlWriter();
        url.AppendEscaped(text);

        url.ToString().Should().Be(expected);
    }
}
