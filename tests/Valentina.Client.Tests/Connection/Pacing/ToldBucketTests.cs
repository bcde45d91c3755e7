using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>What is reckoned of a limit that the server describes with its answers.</summary>
public sealed class ToldBucketTests
{
    private readonly ToldBucket _bucket = new("burst");

    [Fact]
    public void What_the_server_tells_is_shown()
    {
        _bucket.Tell(Policy(remaining: 7, window: 20), 1, 0, 3);

        _bucket.Describe(3).Should().BeEquivalentTo(new RateLimitPolicy
        {
            Name = "burst",
            Quota = 10,
            Window = TimeSpan.FromSeconds(20),
            Remaining = 7,
            ResetAfter = TimeSpan.Zero,
        });
    }

    [Fact]
    public void It_fills_steadily_up_to_the_quota()
    {
        _bucket.Tell(Policy(remaining: 0), 1, 0, 5);

        new[] { 5, 6, 8.5, 15, 100 }.Select(now => _bucket.Describe(now).Remaining).Should().Equal(0, 1, 3, 10, 10);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(2, 8)]
    public void Each_call_before_one_costs_it_the_time_of_a_token(double before, double opens)
    {
        _bucket.Tell(Policy(remaining: 0), 1, 0, 5);

        _bucket.OpensAt(5, before).Should().Be(opens);
        _bucket.OpensAt(5.5, before).Should().Be(opens);
        _bucket.Describe(5.5).ResetAfter.Should().Be(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void Tenths_of_a_token_add_up_to_a_whole_one()
    {
        _bucket.Tell(Policy(remaining: 0), 1, 0, 5);

        var now = 5d;
        for (var tenth = 0; tenth < 10; tenth++)
        {
            now += 0.1;
            _bucket.Describe(now);
        }

        _bucket.CanTake(now).Should().BeTrue();
        _bucket.OpensAt(now, 0).Should().Be(now, "a call that may go has nothing to wait for");
        _bucket.Describe(now).Remaining.Should().Be(1);
    }

    [Fact]
    public void Calls_that_the_server_may_not_have_counted_yet_are_taken_off()
    {
        _bucket.Tell(Policy(remaining: 5), 1, unseen: 2, 0);

        _bucket.Describe(0).Remaining.Should().Be(3);
    }

    [Theory]
    [InlineData(2, 0, 6, 6)]
    [InlineData(2, 3, 6, 3)]
    [InlineData(5, 3, 6, 5)]
    [InlineData(6.5, 0, 6, 6.5)]
    [InlineData(7, 0, 6, 6.5)]
    [InlineData(9, 0, 6, 6.5)]
    public void A_younger_answer_corrects_what_it_contradicts(double reckoned, long unseen, long told, double tokens)
    {
        _bucket.Tell(Policy(remaining: 0), 0, 0, 0);

        _bucket.Tell(Policy(remaining: told), 1, unseen, reckoned);

        _bucket.OpensAt(reckoned, 9).Should().Be(reckoned + 10 - tokens, "so much is missing until there are ten");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void An_answer_that_is_not_younger_than_the_last_tells_nothing(long sequence)
    {
        _bucket.Tell(Policy(remaining: 2), 3, 0, 0);

        _bucket.Tell(Policy(remaining: 9), sequence, 0, 0);

        _bucket.Describe(0).Remaining.Should().Be(2);
    }

    [Fact]
    public void A_new_pace_holds_from_the_moment_it_is_told()
    {
        _bucket.Tell(Policy(remaining: 0), 1, 0, 0);

        _bucket.Tell(Policy(remaining: 4, window: 5), 2, 0, 4);

        _bucket.Describe(4).Remaining.Should().Be(4);
        _bucket.Describe(5).Remaining.Should().Be(6);
        _bucket.Describe(5).Window.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_time_that_was_told_in_whole_seconds_may_be_one_less()
    {
        _bucket.Tell(Policy(remaining: 0, reset: 5), 1, 0, 10);

        _bucket.OpensAt(10, 0).Should().Be(14);
        _bucket.CanTake(13.9).Should().BeFalse();
        _bucket.CanTake(14).Should().BeTrue();
    }

    [Fact]
    public void Without_a_pace_only_the_times_count_that_are_told()
    {
        _bucket.Tell(new RateLimitPolicy { Name = "burst", Remaining = 0, ResetAfter = TimeSpan.FromSeconds(5) }, 1, 0, 10);

        _bucket.CanTake(14.9).Should().BeFalse();
        _bucket.OpensAt(10, 0).Should().Be(15);
        _bucket.OpensAt(16, 100).Should().Be(16, "nobody knows how many may go after that");
        _bucket.CanTake(15).Should().BeTrue();
        _bucket.Describe(10).Window.Should().BeNull();
    }

    [Fact]
    public void Of_a_limit_whose_size_nobody_told_only_what_is_left_is_known()
    {
        _bucket.Tell(new RateLimitPolicy { Name = "burst", Remaining = 3, ResetAfter = TimeSpan.Zero }, 1, 0, 0);

        foreach (var now in new[] { 0, 1, 100 })
        {
            _bucket.Describe(now).Should().BeEquivalentTo(
                new RateLimitPolicy { Name = "burst", Remaining = 3, ResetAfter = TimeSpan.Zero });
        }
    }

    [Fact]
    public void Nothing_is_left_while_it_is_closed()
    {
        _bucket.Tell(Policy(remaining: 3), 1, 0, 0);

        _bucket.Close(5, 0);

        (_bucket.Describe(1).Remaining, _bucket.Describe(1).ResetAfter).Should().Be((0, TimeSpan.FromSeconds(4)));
        _bucket.Describe(5).Remaining.Should().Be(8);
    }

    [Fact]
    public void A_refusal_where_a_token_was_reckoned_leaves_a_part_of_the_pace_to_others()
    {
        _bucket.Tell(Policy(remaining: 5), 1, 0, 0);

        _bucket.Refuse(2, 10);

        _bucket.OpensAt(10, 0).Should().BeApproximately(12, 1e-9);
        _bucket.OpensAt(10, 7).Should().BeApproximately(22, 1e-9, "seven more at seven tenths of one a second");
        _bucket.OpensAt(12, 7).Should().BeApproximately(22, 1e-9);
    }

    [Theory]
    [InlineData(0, 0.7)]
    [InlineData(1, 0.75)]
    [InlineData(3, 0.85)]
    [InlineData(6, 1)]
    [InlineData(20, 1)]
    public void Calls_that_pass_take_the_whole_pace_back_little_by_little(int passed, double share)
    {
        _bucket.Tell(Policy(remaining: 5), 1, 0, 0);
        _bucket.Refuse(2, 0);

        for (var number = 0; number < passed; number++)
        {
            _bucket.Pass(isProbe: false, 0);
        }

        Pace().Should().BeApproximately(share, 1e-9);
    }

    [Fact]
    public void However_often_it_is_refused_some_of_the_pace_is_left()
    {
        _bucket.Tell(Policy(remaining: 5), 1, 0, 0);

        for (var number = 0; number < 20; number++)
        {
            _bucket.Refuse(1, 0);
        }

        Pace().Should().BeApproximately(0.05, 1e-9);
    }

    /// <summary>Tokens a second, far behind in the queue.</summary>
    private double Pace() => 100 / (_bucket.OpensAt(0, 300) - _bucket.OpensAt(0, 200));

    private static RateLimitPolicy Policy(long remaining, double window = 10, double reset = 0) => new()
    {
        Name = "burst",
        Quota = 10,
        Window = TimeSpan.FromSeconds(window),
        Remaining = remaining,
        ResetAfter = TimeSpan.FromSeconds(reset),
    };
}
