using Valentina.Models;
using Valentina.Validation;

namespace Valentina.Client.Tests.Validation;

/// <summary>Some texts have a least length and may be empty all the same: the server then stores none.</summary>
public sealed class EmptyTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("abc")]
    public void A_description_may_be_absent_empty_or_long_enough(string? description)
        => ModelValidator.FindErrors(new CampaignCreate { Name = "The Long Night", Description = description }).Should().BeEmpty();

    [Fact]
    public void A_description_of_two_characters_is_refused_before_sending()
        => ModelValidator.FindErrors(new CampaignCreate { Name = "The Long Night", Description = "ab" })
            .Should().ContainSingle().Which.Member.Should().Be("description");
}
