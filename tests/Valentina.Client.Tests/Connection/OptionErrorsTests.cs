using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Each check of an option at the edge of what it takes, and what it says beyond.</summary>
public sealed class OptionErrorsTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly OptionErrors _errors = new("ValentinaOptions");

    [Theory]
    [InlineData(null, "BaseUrl is missing: set ValentinaOptions.BaseUrl or the environment variable URL.")]
    [InlineData(
        "b.test",
        "BaseUrl must be an absolute URL that begins with http:// or https://, such as https://api.example; it is b.test.")]
    [InlineData("https://a@b.test", "BaseUrl must hold no user name or password.")]
    [InlineData("https://b.test?", "BaseUrl must hold no query and no fragment; it is https://b.test?….")]
    [InlineData("https://b.test#", "BaseUrl must hold no query and no fragment; it is https://b.test#….")]
    [InlineData("https://b.test/a?x=1", "BaseUrl must hold no query and no fragment; it is https://b.test/a?….")]
    [InlineData("https://b.test/a#x", "BaseUrl must hold no query and no fragment; it is https://b.test/a#….")]
    public void A_base_URL_that_is_refused_is_told_once_and_replaced_by_one_that_leads_nowhere(string? url, string problem)
    {
        _errors.BaseUrl(url, "URL", isFromVariable: false).Host.Should().EndWith(".invalid");

        _errors.Problems.Should().Equal(problem);
    }

    [Theory]
    [InlineData("http://b.test")]
    [InlineData("https://b.test:8443/a/")]
    public void A_base_URL_is_taken_without_its_last_slash(string url)
    {
        _errors.BaseUrl(url, "URL", isFromVariable: true).OriginalString.Should().Be(url.TrimEnd('/'));

        _errors.Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_base_URL_from_the_environment_is_said_to_come_from_there()
    {
        _errors.BaseUrl("b.test", "URL", isFromVariable: true);

        _errors.Problems.Should().ContainSingle().Which.Should().EndWith("; it is b.test, from the environment variable URL.");
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void A_wrong_value_is_shown_up_to_a_hundred_characters(int length, bool isCut)
    {
        var text = new string('x', length);

        OptionErrors.Shown(text).Should().Be(isCut ? $"; it is {text[..100]}…" : $"; it is {text}");
    }

    [Fact]
    public void A_time_limit_is_above_zero_and_at_most_what_a_timer_takes()
    {
        foreach (var taken in new[] { TimeSpan.FromTicks(1), Longest, Timeout.InfiniteTimeSpan })
        {
            _errors.Limit(taken, "Timeout").Should().Be(taken);
        }

        _errors.Problems.Should().BeEmpty();
        foreach (var refused in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-1), Longest + TimeSpan.FromTicks(1) })
        {
            _errors.Limit(refused, "Timeout");
            _errors.Problems[^1].Should()
                .Be($"Timeout must be above zero and at most 24 days, or Timeout.InfiniteTimeSpan; it is {refused}.");
        }

        _errors.Problems.Should().HaveCount(3);
    }

    [Fact]
    public void A_wait_may_be_zero_but_not_without_end()
    {
        foreach (var taken in new[] { TimeSpan.Zero, Longest })
        {
            _errors.Wait(taken, "RetryDelay").Should().Be(taken);
        }

        _errors.Problems.Should().BeEmpty();
        foreach (var refused in new[] { Timeout.InfiniteTimeSpan, Longest + TimeSpan.FromTicks(1) })
        {
            _errors.Wait(refused, "RetryDelay");
            _errors.Problems[^1].Should().Be($"RetryDelay must be zero or above and at most 24 days; it is {refused}.");
        }

        _errors.Problems.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(399, false)]
    [InlineData(400, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public void Only_failures_can_be_repeated(int status, bool isTaken)
    {
        _errors.Statuses([503, status], "RetryStatuses").Should().BeEquivalentTo([503, status]);

        _errors.Problems.Should().Equal(isTaken ? [] : [$"RetryStatuses must hold statuses from 400 to 599; {status} is not one."]);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void A_number_of_times_is_no_less_than_none(int count, bool isTaken)
    {
        _errors.Count(count, "MaxRetries").Should().Be(count);

        _errors.Problems.Should().Equal(isTaken ? [] : ["MaxRetries must be 0 or above; it is -1."]);
    }

    [Fact]
    public void No_headers_are_as_good_as_none_and_a_wrong_one_is_named()
    {
        _errors.Headers(null, "X-API-KEY").Should().BeEmpty();
        _errors.Headers(new Dictionary<string, string>(), "X-API-KEY").Should().BeEmpty();
        _errors.Headers(new Dictionary<string, string> { ["X-Trace"] = "1" }, "X-API-KEY").Single().Key.Should().Be("X-Trace");
        _errors.Problems.Should().BeEmpty();

        _errors.Headers(new Dictionary<string, string> { ["x-api-key"] = "1", ["a"] = "1", ["A"] = "2" }, "X-API-KEY");

        _errors.Problems.Should().Equal(
            "Headers: X-API-KEY cannot be set as a header; use the option ApiKey.", "Headers: A is there twice, in different cases.");
    }
}
