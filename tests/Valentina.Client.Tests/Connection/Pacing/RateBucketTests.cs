using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>What holds for every limit: who finds out whether it is open again, how long it is closed, who is under way.</summary>
public sealed class RateBucketTests
{
    [Fact]
    public void Who_has_taken_a_token_is_under_way_until_the_call_ends()
    {
        var bucket = Told(5);
        bucket.Take().Should().BeFalse("nothing has to be found out");
        bucket.Take();
        bucket.Take();
        var counts = new List<int> { bucket.InFlight };

        bucket.Pass(isProbe: false, 0);
        counts.Add(bucket.InFlight);
        bucket.Leave(isProbe: false);
        counts.Add(bucket.InFlight);
        bucket.Return(isProbe: false);
        counts.Add(bucket.InFlight);

        counts.Should().Equal(3, 2, 1, 0);
        bucket.Describe(0).Remaining.Should().Be(3, "the call that was never sent has given its token back");
    }

    [Fact]
    public void After_a_refusal_one_call_finds_out()
    {
        var bucket = Told(5);
        bucket.Refuse(2, 0);

        bucket.Take().Should().BeTrue();
        bucket.CanTake(50).Should().BeFalse("nobody else asks meanwhile");
        bucket.Pass(isProbe: true, 50);

        bucket.CanTake(50).Should().BeTrue();
        bucket.Take().Should().BeFalse();
    }

    [Fact]
    public void A_call_sent_before_the_refusal_does_not_find_out()
    {
        var bucket = Told(5);
        bucket.Take();
        bucket.Take();
        bucket.Refuse(2, 0);
        bucket.Take().Should().BeTrue();

        bucket.Leave(isProbe: false);
        bucket.CanTake(50).Should().BeFalse("the call that asks is still under way");
        bucket.Pass(isProbe: false, 50);
        bucket.CanTake(50).Should().BeFalse();

        bucket.Leave(isProbe: true);
        bucket.CanTake(50).Should().BeTrue("the answer got lost, and somebody else has to ask");
        bucket.Take().Should().BeTrue();
    }

    [Fact]
    public void A_call_that_was_to_find_out_and_was_never_sent_leaves_it_to_the_next()
    {
        var bucket = Told(5);
        bucket.Refuse(2, 0);
        bucket.Take();

        bucket.Return(isProbe: true);

        bucket.CanTake(50).Should().BeTrue();
        bucket.Take().Should().BeTrue();
    }

    [Fact]
    public void Who_closes_it_without_the_server_leaves_nothing_to_find_out()
    {
        var bucket = Told(5);

        bucket.Close(5, 10);

        bucket.CanTake(14.9).Should().BeFalse();
        bucket.CanTake(15).Should().BeTrue();
        bucket.Take().Should().BeFalse();
    }

    [Fact]
    public void The_longer_of_two_waits_holds()
    {
        var (closed, refused) = (Told(5), Told(5));

        closed.Close(5, 10);
        closed.Close(1, 10);
        refused.Refuse(5, 10);
        refused.Refuse(1, 10);

        (closed.CanTake(14.9), refused.CanTake(14.9)).Should().Be((false, false));
        closed.OpensAt(10, 0).Should().Be(15);
    }

    [Fact]
    public void What_came_before_a_refusal_is_not_counted_after_it()
    {
        var bucket = Told(0);

        bucket.Refuse(2, 10);

        bucket.OpensAt(12, 1).Should().BeApproximately(12 + (1 / 0.7), 1e-9, "there is one token when the wait is over, and no other");
    }

    private static ToldBucket Told(long remaining)
    {
        var bucket = new ToldBucket("burst");
        bucket.Tell(
            new RateLimitPolicy { Name = "burst", Quota = 10, Window = TimeSpan.FromSeconds(10), Remaining = remaining }, 0, 0, 0);
        return bucket;
    }
}
