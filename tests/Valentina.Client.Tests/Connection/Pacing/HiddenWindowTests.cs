using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>What refusals teach about a limit that the server counts anew every minute.</summary>
public sealed class HiddenWindowTests
{
    [Fact]
    public void Only_the_length_of_the_window_is_known_at_first()
    {
        var bucket = new HiddenBucket("minute", period: 60);

        bucket.Describe(5).Should().BeEquivalentTo(
            new RateLimitPolicy { Name = "minute", Window = TimeSpan.FromSeconds(60), ResetAfter = TimeSpan.Zero });
    }

    [Fact]
    public void What_passed_before_the_first_refusal_is_no_quota()
    {
        var bucket = new HiddenBucket("minute", period: 60);
        bucket.CanTake(5).Should().BeTrue();
        Use(bucket, 2, 5);

        bucket.Refuse(20, 30);

        bucket.Describe(31).Quota.Should().BeNull("nobody knows what was used before the first call of this process");
    }

    [Fact]
    public void A_window_in_which_nothing_passed_tells_no_quota()
    {
        var bucket = new HiddenBucket("minute", period: 60);
        bucket.Refuse(20, 0);

        bucket.Refuse(60, 20);

        bucket.Describe(80).Should().BeEquivalentTo(
            new RateLimitPolicy { Name = "minute", Window = TimeSpan.FromSeconds(60), ResetAfter = TimeSpan.Zero });
    }

    [Fact]
    public void What_passed_in_a_whole_window_is_its_quota()
    {
        var bucket = Learned(6);

        bucket.Describe(70).Should().BeEquivalentTo(new RateLimitPolicy
        {
            Name = "minute",
            Quota = 6,
            Window = TimeSpan.FromSeconds(60),
            Remaining = 0,
            ResetAfter = TimeSpan.FromSeconds(10),
        });
        bucket.Describe(80).Remaining.Should().Be(6, "the next window has begun");
    }

    [Theory]
    [InlineData(0, 80)]
    [InlineData(5, 80)]
    [InlineData(6, 140)]
    [InlineData(11, 140)]
    [InlineData(12, 200)]
    public void Each_window_takes_as_many_as_its_quota(double before, double opens)
        => Learned(6).OpensAt(70, before).Should().Be(opens);

    [Theory]
    [InlineData(3, 80)]
    [InlineData(4, 140)]
    [InlineData(9, 140)]
    [InlineData(10, 200)]
    public void What_is_left_of_a_window_goes_before_the_next(double before, double opens)
    {
        var bucket = Learned(6);
        bucket.CanTake(80).Should().BeTrue();

        Use(bucket, 2, 80);

        bucket.OpensAt(80, before).Should().Be(opens, "four are left now and six come with each window");
    }

    [Theory]
    [InlineData(6, 7)]
    [InlineData(10, 11)]
    [InlineData(19, 20)]
    [InlineData(30, 33)]
    public void A_window_used_up_without_a_refusal_is_followed_by_one_of_a_tenth_more(int quota, long next)
    {
        var bucket = Learned(quota);
        bucket.CanTake(80).Should().BeTrue();
        Use(bucket, quota, 80);
        bucket.Describe(90).Remaining.Should().Be(0);

        var state = bucket.Describe(140);

        (state.Quota, state.Remaining).Should().Be((next, next));
        bucket.Describe(200).Quota.Should().Be(next, "nothing was used of the last");
    }

    [Fact]
    public void A_window_that_is_not_used_up_stays_as_it_is()
    {
        var bucket = Learned(6);
        bucket.CanTake(80).Should().BeTrue();
        Use(bucket, 5, 80);
        bucket.Take();
        bucket.CanTake(140).Should().BeTrue();

        bucket.Pass(isProbe: false, 140);
        Use(bucket, 5, 140);

        bucket.Describe(141).Remaining.Should().Be(1, "one of the six that passed took its token in the window before");
        bucket.Describe(200).Quota.Should().Be(6);
    }

    [Fact]
    public void A_window_whose_calls_have_not_all_passed_stays_as_it_is()
    {
        var bucket = Learned(6);
        bucket.CanTake(80).Should().BeTrue();
        Use(bucket, 5, 80);
        bucket.Leave(bucket.Take());

        bucket.Describe(140).Quota.Should().Be(6);
    }

    [Fact]
    public void A_refusal_in_a_later_window_says_nothing_about_an_earlier_one()
    {
        var bucket = Learned(6);
        bucket.CanTake(80).Should().BeTrue();
        Use(bucket, 3, 80);

        bucket.Refuse(50, 150);

        bucket.Describe(150).Quota.Should().Be(6, "three passed in the window before, and none in this one");
        bucket.Describe(200).Remaining.Should().Be(6);
    }

    private static void Use(HiddenBucket bucket, int count, double now)
    {
        for (var number = 0; number < count; number++)
        {
            bucket.Pass(bucket.Take(), now);
        }
    }

    /// <summary>Refused until 20, where a window begins; so many pass in it; refused until 80.</summary>
    private static HiddenBucket Learned(int quota)
    {
        var bucket = new HiddenBucket("minute", period: 60);
        bucket.Refuse(20, 0);
        bucket.CanTake(20).Should().BeTrue();
        Use(bucket, quota, 20);
        bucket.Refuse(10, 70);
        return bucket;
    }
}
