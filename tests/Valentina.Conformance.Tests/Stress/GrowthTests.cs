using Valentina.Stress.Scenarios.Soak;

namespace Valentina.Conformance.Tests.Stress;

/// <summary>When the soak calls a figure growing: it must see a leak, and not take a late warm-up for one.</summary>
[TestLimit(10)]
public sealed class GrowthTests
{
    private const long Slack = 2048;

    [Theory]
    [InlineData("a leak that grows evenly", 3000, 3300, 3600, 3900, 4200, 4500, 4800, 5100, 5400, 5700, 6000, 6300)]
    [InlineData("a leak that begins late", 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 6000, 7000, 8000, 9000)]
    [InlineData("a leak with the collector's noise", 3000, 3400, 2900, 4100, 3900, 4700, 4300, 4800, 5600, 5200, 6100, 6400)]
    public void What_leaks_is_growing(string what, params int[] values) => Judge(values).IsGrowing.Should().BeTrue(what);

    [Theory]
    [InlineData("flat", 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000)]
    [InlineData("a warm-up on a slow machine", 2853, 2885, 3121, 4751, 3773, 4782, 4916, 4608, 4857, 5278, 5224, 4680)]
    [InlineData("one busy round", 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 9000, 3000, 3000)]
    [InlineData("what is given back", 9000, 8000, 7000, 6000, 5000, 4000, 3000, 3000, 3000, 3000, 3000, 3000)]
    public void What_stands_still_is_not(string what, params int[] values) => Judge(values).IsGrowing.Should().BeFalse(what);

    private static Growth Judge(int[] values) => new([.. values.Select(value => (long)value)], _ => Slack);
}
