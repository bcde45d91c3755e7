using Valentina.Connection.RateLimits;

namespace Valentina.Client.Tests.Connection.RateLimits;

/// <summary>Quota and window come from the header of policies, else from that of the state; what is left, from the state.</summary>
public sealed class RateLimitReaderTests
{
    [Fact]
    public void The_policies_alone_tell_quota_and_window()
        => Read(null, "\"a\";q=5;w=10, \"b\";q=6;r=1;t=2").Should().Equal(("a", 5, 10, null, null), ("b", 6, null, null, null));

    [Fact]
    public void The_state_alone_may_tell_quota_and_window_too()
        => Read("\"a\";q=5;w=10;r=3;t=2", null).Should().Equal(("a", 5, 10, 3, 2));

    [Fact]
    public void Where_both_tell_a_quota_the_policy_counts()
        => Read("\"a\";q=7;w=70;r=3, \"b\";q=8;w=80;r=4", "\"a\";q=5;w=10").Should().Equal(("a", 5, 10, 3, null), ("b", 8, 80, 4, null));

    [Fact]
    public void A_quota_that_is_no_number_is_none()
        => Read("\"a\";q=\"5\";w=x;r=?1;t", null).Should().Equal(("a", null, null, null, null));

    [Theory]
    [InlineData("2.9", 2)]
    [InlineData("-0.5", -1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("79228162514264337593543950335", long.MaxValue)]
    [InlineData("-79228162514264337593543950335", long.MinValue)]
    public void Requests_are_counted_in_whole_numbers_within_reach(string told, long expected)
        => Read($"\"a\";r={told}", null).Should().Equal(("a", null, null, expected, null));

    private static List<(string, long?, double?, long?, double?)> Read(string? state, string? policy)
    {
        using var response = new HttpResponseMessage();
        if (state is not null)
        {
            response.Headers.TryAddWithoutValidation("RateLimit", state);
        }

        if (policy is not null)
        {
            response.Headers.TryAddWithoutValidation("RateLimit-Policy", policy);
        }

        return [.. RateLimitReader.Read(response.Headers)!.Policies.Select(static one
            => (one.Name, one.Quota, one.Window?.TotalSeconds, one.Remaining, one.ResetAfter?.TotalSeconds))];
    }
}
