using Valentina.SpecTool.Packing;

namespace Valentina.Build.Tests.Packing;

/// <summary>A package has no other files, so the links of its page lead to the repository.</summary>
public class PackagePageTests
{
    private static readonly Uri Root = new("https://example.org/some/one/blob/v1.2.3/");

    [Theory]
    [InlineData("", "[a](docs/a.md)", "[a](https://example.org/some/one/blob/v1.2.3/docs/a.md)")]
    [InlineData("", "[a](docs/a.md#part), it", "[a](https://example.org/some/one/blob/v1.2.3/docs/a.md#part), it")]
    [InlineData("", "[a](#a) and [b](LICENSE)", "[a](#a) and [b](https://example.org/some/one/blob/v1.2.3/LICENSE)")]
    [InlineData("src/AI", "[a](../../docs/a.md)", "[a](https://example.org/some/one/blob/v1.2.3/docs/a.md)")]
    [InlineData("src/AI", "[a](ToolCalls.cs)", "[a](https://example.org/some/one/blob/v1.2.3/src/AI/ToolCalls.cs)")]
    [InlineData(".", "![a](docs/a.png)", "![a](https://example.org/some/one/blob/v1.2.3/docs/a.png)")]
    public void A_link_within_the_repository_becomes_absolute(string folder, string text, string expected)
    {
        PackagePage.HasRelativeLinks(text).Should().BeTrue();
        PackagePage.Of(text, folder, Root).Should().Be(expected);
        PackagePage.HasRelativeLinks(expected).Should().BeFalse();
    }

    [Theory]
    [InlineData("[a](#test)")]
    [InlineData("[a](https://example.org/x)")]
    [InlineData("items[0](1, 2)")]
    [InlineData("50% of; `$x` \\ \"quoted\"\n\n\ttext")]
    public void Everything_else_stays(string text)
    {
        PackagePage.Of(text, "src/AI", Root).Should().Be(text);
        PackagePage.HasRelativeLinks(text).Should().BeFalse();
    }
}
