using System.Reflection;

namespace Valentina.Client.Tests.PublicApi;

/// <summary>
/// The public surface of each package is written down, so that a change to it is seen and meant. To write it anew run the tests with the
/// environment variable <c>UPDATE_PUBLIC_API</c> set to 1.
/// </summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Valentina.Client")]
    [InlineData("Valentina.Client.Testing")]
    public void The_public_surface_is_what_was_written_down(string assembly)
    {
        var file = RepositoryRoot.PathOf("tests", "Valentina.Client.Tests", "PublicApi", $"{assembly}.txt");
        var actual = ApiListing.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var expected = File.ReadAllText(file).Split('\n');
        var lines = actual.Split('\n');
        lines.Except(expected).Should().BeEmpty("what is new must be written down");
        expected.Except(lines).Should().BeEmpty("what is gone must be missed by nobody");
        lines.Should().Equal(expected);
    }
}
