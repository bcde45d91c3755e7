using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>What refusals alone teach about a limit whose tokens come one by one.</summary>
public sealed class HiddenBucketTests
{
    [Fact]
    public void Nothing_is_claimed_before_anything_is_known()
    {
        var bucket = new HiddenBucket("hidden", period: null);

        bucket.Describe(7).Should().BeEquivalentTo(new RateLimitPolicy { Name = "hidden", ResetAfter = TimeSpan.Zero });
    }

    [Fact]
    public void One_call_goes_first_and_twice_as_many_after_each_that_passes()
    {
        var bucket = new HiddenBucket("hidden", period: null);

        var together = new List<int>();
        for (var round = 0; round < 3; round++)
        {
            together.Add(TakeAll(bucket, 0));
            bucket.Pass(isProbe: false, 0);
        }

        together.Should().Equal(1, 2, 3);
        bucket.InFlight.Should().Be(3);
        TakeAll(bucket, 0).Should().Be(5, "eight may be under way after three that passed");
    }

    [Fact]
    public void A_refusal_closes_for_as_long_as_the_server_asks()
    {
        var bucket = new HiddenBucket("hidden", period: null);

        bucket.Refuse(10, 3);

        bucket.Describe(5).Should().BeEquivalentTo(
            new RateLimitPolicy { Name = "hidden", Remaining = 0, ResetAfter = TimeSpan.FromSeconds(8) });
        bucket.CanTake(12.9).Should().BeFalse();
        bucket.CanTake(13).Should().BeTrue();
    }

    [Fact]
    public void Two_refusals_tell_how_many_pass_and_how_fast_tokens_come()
    {
        var bucket = Learned();

        bucket.Describe(12).Should().BeEquivalentTo(
            new RateLimitPolicy
            {
                Name = "hidden",
                Quota = 3,
                Window = TimeSpan.FromSeconds(6),
                Remaining = 0,
                ResetAfter = TimeSpan.FromSeconds(4),
            },
            "three passed in the six seconds between the ends of the two waits");
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 18)]
    [InlineData(2, 20)]
    public void Each_call_before_one_costs_it_the_time_of_a_token(double before, double opens)
    {
        var bucket = Learned();

        bucket.OpensAt(12, before).Should().Be(opens);
        bucket.OpensAt(13, before).Should().Be(opens, "time that passes fills what it should");
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(17, 1)]
    [InlineData(18, 2)]
    [InlineData(20, 3)]
    [InlineData(100, 3)]
    public void Tokens_come_one_by_one_up_to_the_quota(double now, long remaining)
        => Learned().Describe(now).Remaining.Should().Be(remaining);

    [Fact]
    public void A_token_that_was_taken_is_missing_until_it_is_given_back()
    {
        var bucket = Learned();
        bucket.CanTake(20).Should().BeTrue();

        bucket.Take();
        bucket.Describe(20).Remaining.Should().Be(2);
        bucket.Return(isProbe: true);

        bucket.Describe(20).Remaining.Should().Be(3);
    }

    [Fact]
    public void A_first_refusal_tells_no_pace_however_many_passed_before()
    {
        var bucket = new HiddenBucket("hidden", period: null);
        bucket.Pass(bucket.Take(), 1);
        bucket.Pass(bucket.Take(), 2);

        bucket.Refuse(10, 3);

        bucket.Describe(13).Should().BeEquivalentTo(new RateLimitPolicy { Name = "hidden", ResetAfter = TimeSpan.Zero });
    }

    [Theory]
    [InlineData(0, 20, "nobody passed between the two")]
    [InlineData(1, 6, "the second wait ends before the first")]
    [InlineData(1, 8, "the second wait ends with the first")]
    public void A_refusal_without_news_tells_no_pace(int passed, double wait, string because)
    {
        var bucket = new HiddenBucket("hidden", period: null);
        bucket.Take();
        bucket.Refuse(10, 0);
        for (var number = 0; number < passed; number++)
        {
            bucket.Pass(isProbe: false, 1);
        }

        bucket.Refuse(wait, 2);

        var state = bucket.Describe(100);
        (state.Quota, state.Window, state.Remaining).Should().Be((null, null, null), because);
        bucket.CanTake(9.9).Should().BeFalse("the longer wait holds");
    }

    [Fact]
    public void Tenths_of_a_token_add_up_to_a_whole_one()
    {
        var bucket = new HiddenBucket("hidden", period: null);
        bucket.Refuse(3, 0);
        bucket.Pass(bucket.Take(), 3);
        bucket.Refuse(1, 3);
        bucket.Describe(3).Window.Should().Be(TimeSpan.FromSeconds(1));
        bucket.CanTake(5).Should().BeTrue();
        bucket.Pass(bucket.Take(), 5);
        bucket.Describe(5).Remaining.Should().Be(0);

        var now = 5d;
        for (var tenth = 0; tenth < 10; tenth++)
        {
            now += 0.1;
            bucket.Describe(now);
        }

        bucket.CanTake(now).Should().BeTrue();
        bucket.OpensAt(now, 0).Should().Be(now, "a call that may go has nothing to wait for");
        bucket.Describe(now).Remaining.Should().Be(1);
    }

    [Fact]
    public void After_a_refusal_it_begins_with_one_again()
    {
        var bucket = new HiddenBucket("hidden", period: null);
        bucket.Pass(bucket.Take(), 0);
        bucket.Pass(bucket.Take(), 0);
        bucket.Refuse(5, 0);

        bucket.Pass(bucket.Take(), 5);

        TakeAll(bucket, 5).Should().Be(2, "one has passed since the refusal");
    }

    private static int TakeAll(HiddenBucket bucket, double now)
    {
        var count = 0;
        while (bucket.CanTake(now))
        {
            bucket.Take();
            count++;
        }

        return count;
    }

    /// <summary>Refused until 10, then three pass, and the next has to wait until 16.</summary>
    private static HiddenBucket Learned()
    {
        var bucket = new HiddenBucket("hidden", period: null);
        bucket.Refuse(10, 0);
        for (var number = 0; number < 3; number++)
        {
            bucket.Pass(bucket.Take(), 10);
        }

        bucket.Refuse(4, 12);
        return bucket;
    }
}
