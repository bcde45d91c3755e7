using Valentina.Connection.RateLimits;

namespace Valentina.Client.Tests.Connection.RateLimits;

/// <summary>A header is read member by member: every form of a value that the standard knows, and no member that is broken.</summary>
public sealed class StructuredFieldTests
{
    [Theory]
    [InlineData("a;r=1", "a r=1")]
    [InlineData("z;r=1", "z r=1")]
    [InlineData("A;r=1", "A r=1")]
    [InlineData("Z;r=1", "Z r=1")]
    [InlineData("*;r=1", "* r=1")]
    [InlineData("x!#$%&'*+-.^_`|~:/9;r=1", "x!#$%&'*+-.^_`|~:/9 r=1")]
    [InlineData("\"a b\";r=1", "a b r=1")]
    [InlineData("\"a~b\";r=1", "a~b r=1")]
    [InlineData("\"\";r=1", " r=1")]
    [InlineData("-1.5;r=1", "-1.5 r=1")]
    public void A_limit_may_be_named_by_any_value(string header, string expected) => Read(header).Should().Be(expected);

    [Theory]
    [InlineData("\"a\";x_y=1", "a x_y=1")]
    [InlineData("\"a\";x-y=1", "a x-y=1")]
    [InlineData("\"a\";x.y=1", "a x.y=1")]
    [InlineData("\"a\";*x=1", "a *x=1")]
    [InlineData("\"a\";r = 1", "a r=1")]
    [InlineData("\"a\" ;\tr\t=\t1 ", "a r=1")]
    [InlineData("\"a\";r =1, \"b\";t= 2", "a r=1|b t=2")]
    [InlineData("\"a\";pk=::;r=1", "a pk= r=1")]
    [InlineData("\"a\";name=%\"\";r=1", "a name= r=1")]
    [InlineData("\"a\";at=@-1;r=1", "a at=-1 r=1")]
    [InlineData("\"a\";by=burst;r=1", "a by=burst r=1")]
    public void A_parameter_may_have_any_name_and_value(string header, string expected) => Read(header).Should().Be(expected);

    [Theory]
    [InlineData("\"bad\";, \"good\";r=2")]
    [InlineData("\"bad\";=1, \"good\";r=2")]
    [InlineData("\"bad\";r=;t=1, \"good\";r=2")]
    [InlineData("\"bad\";f=?2, \"good\";r=2")]
    [InlineData("\"bad\";f=@, \"good\";r=2")]
    [InlineData("\"bad\";f=@x, \"good\";r=2")]
    [InlineData("\"bad\";f=%x, \"good\";r=2")]
    [InlineData("\"bad\";f=:x, \"good\";r=2")]
    [InlineData("\"bad\";r=1.2.3, \"good\";r=2")]
    [InlineData("\"bad\";f=%\"C:\\\";r=, \"good\";r=2")]
    [InlineData("\"bad\";f=\"a\\\",b\";r=, \"good\";r=2")]
    [InlineData("[x;r=1, \"good\";r=2")]
    [InlineData("`x;r=1, \"good\";r=2")]
    [InlineData("{x;r=1, \"good\";r=2")]
    [InlineData("_x;r=1, \"good\";r=2")]
    [InlineData("\"b\\ad\";r=1, \"good\";r=2")]
    [InlineData("\"b\u001bad\";r=1, \"good\";r=2")]
    [InlineData("\"b\u007fad\";r=1, \"good\";r=2")]
    [InlineData("\"a, b;r=0, c\" bad, \"good\";r=2")]
    [InlineData("\"a\\\", b;r=0, c\" bad, \"good\";r=2")]
    [InlineData("\"good\";r=2, \"bad\";")]
    [InlineData("\"good\";r=2, \"bad\";r=")]
    [InlineData("\"good\";r=2, \"bad\";f=?")]
    [InlineData("\"good\";r=2, \"bad\";f=@")]
    [InlineData("\"good\";r=2, \"bad\";f=%")]
    [InlineData("\"good\";r=2, \"bad\";f=%\"x")]
    [InlineData("\"good\";r=2, \"bad\";f=:")]
    [InlineData("\"good\";r=2, \"bad\";r=-")]
    [InlineData("\"good\";r=2, \"bad")]
    [InlineData("\"good\";r=2, \"bad\\")]
    [InlineData("\"good\";r=2, \"bad\t")]
    public void A_broken_member_is_left_out_and_the_others_are_read(string header) => Read(header).Should().Be("good r=2");

    [Fact]
    public void Only_a_number_has_a_number()
    {
        const string Header = "\"5\";a=-2.5;b=\"3\";c=x;d=?1;e;f=:NQ==:;g=@7;h=%\"8\"";

        var item = StructuredFieldParser.ParseList(Header).Should().ContainSingle().Subject;

        item.Value.Number.Should().BeNull();
        item.Parameters.Where(static pair => pair.Value.Number is not null).Select(static pair => (pair.Key, pair.Value.Number))
            .Should().Equal(("a", -2.5m));
    }

    private static string Read(string header) => string.Join('|', StructuredFieldParser.ParseList(header).Select(static item => string.Join(
        ' ', item.Parameters.Select(static pair => $"{pair.Key}={pair.Value.Text}").Prepend(item.Value.Text))));
}
