using Valentina.Tests.Shared.PublicApi;

namespace Valentina.Client.Tests.PublicApi;

/// <summary>
/// The public API of each package is written down for each framework, so that a change to it is seen and meant. To write it anew run these
/// tests with the environment variable <c>UPDATE_PUBLIC_API</c> set to 1.
/// </summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Valentina.Client")]
    [InlineData("Valentina.Client.Testing")]
    [InlineData("Valentina.Client.Redis")]
    public void The_public_API_is_what_was_approved(string package)
    {
        var (actual, approved) = ApprovedApi.Of(typeof(PublicApiTests).Assembly, package);

        actual.Except(approved).Should().BeEmpty("what is new must be written down");
        approved.Except(actual).Should().BeEmpty("what is gone must be missed by nobody");
        actual.Should().Equal(approved);
    }
}
