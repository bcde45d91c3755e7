using Valentina.Connection.RateLimits;

namespace Valentina.Client.Tests.Connection.RateLimits;

/// <summary>What a server says about waiting becomes a time from zero to ten years, or none at all.</summary>
public sealed class WaitTimeTests
{
    private static readonly DateTimeOffset Now = new(1994, 11, 6, 8, 49, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(0.00000001, 1)]
    [InlineData(1.92, 19_200_000)]
    [InlineData(2.00000001, 20_000_001)]
    [InlineData(315_359_999, 3_153_599_990_000_000)]
    [InlineData(315_360_001, 3_153_600_000_000_000)]
    [InlineData(double.MaxValue, 3_153_600_000_000_000)]
    [InlineData(double.PositiveInfinity, 3_153_600_000_000_000)]
    public void Seconds_are_rounded_up_to_the_next_tick_and_kept_within_ten_years(double seconds, long ticks)
        => WaitTime.FromSeconds(seconds).Should().Be(TimeSpan.FromTicks(ticks));

    [Fact]
    public void No_number_is_no_wait() => WaitTime.FromSeconds(double.NaN).Should().BeNull();

    [Theory]
    [InlineData("30", 30)]
    [InlineData(" 1.5 ", 1.5)]
    [InlineData("-3", 0)]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", 30)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 30)]
    [InlineData("Sun Nov  6 08:49:37 1994", 30)]
    [InlineData("Wed Nov 16 08:49:07 1994", 864_000)]
    [InlineData("Sun, 06 Nov 1994 08:49:07 GMT", 0)]
    [InlineData("Sun, 06 Nov 1994 08:49:00 GMT", 0)]
    [InlineData("Sun Nov  6 08:49:00 1994", 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 315_360_000)]
    [InlineData("9999999999999999999999", 315_360_000)]
    public void Retry_After_tells_seconds_or_a_date_and_one_that_is_past_means_at_once(string value, double seconds)
        => WaitTime.FromRetryAfter(value, Now).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")]
    public void Anything_else_tells_nothing(string value) => WaitTime.FromRetryAfter(value, Now).Should().BeNull();
}
