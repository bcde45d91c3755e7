using System.Globalization;
using Valentina.Connection.Profiles;
using Valentina.Connection.RateLimits;

namespace Valentina.Client.Tests.Connection.RateLimits;

/// <summary>Of several hints at a wait the first above zero counts; a service is guessed at only where nothing was said.</summary>
public sealed class RetryHintTests
{
    /// <summary>Half a minute before the next, which is when the limits of the Claude Code service start anew.</summary>
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 10, 20, 30, TimeSpan.Zero);

    [Theory]
    [InlineData(7, 5, "3", 7)]
    [InlineData(0, 5, "3", 5)]
    [InlineData(null, 5, "3", 5)]
    [InlineData(0, 0, "3", 3)]
    [InlineData(null, 0, "3", 3)]
    [InlineData(null, null, "3", 3)]
    [InlineData(null, 0, "0", 0)]
    [InlineData(0, 0, null, 0)]
    [InlineData(null, 0, null, 0)]
    [InlineData(0, null, null, 0)]
    [InlineData(null, null, "soon", 30)]
    [InlineData(null, null, null, 30)]
    public void The_limit_comes_before_the_body_and_the_body_before_the_header(int? limit, int? body, string? header, int expected)
        => Read(429, limit, body, header, ClaudeCodeProfile.Instance).Should().Be(TimeSpan.FromSeconds(expected));

    [Fact]
    public void A_service_without_known_habits_is_not_guessed_at()
        => Read(429, null, null, null, ValentinaProfile.Instance).Should().BeNull();

    [Theory]
    [InlineData("3", 3)]
    [InlineData(null, null)]
    public void Only_the_header_counts_with_another_status(string? header, int? expected)
        => Read(503, 7, 5, header, ClaudeCodeProfile.Instance)
            .Should().Be(expected is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private static TimeSpan? Read(int status, int? limit, int? body, string? header, ServiceProfile profile)
    {
        using var response = new HttpResponseMessage();
        if (header is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        if (limit is { } wait)
        {
            response.Headers.TryAddWithoutValidation("RateLimit", string.Create(CultureInfo.InvariantCulture, $"\"a\";r=0;t={wait}"));
        }

        var error = new ErrorContent { RetryAfter = body is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        return RetryHints.Read(status, response.Headers, RateLimitReader.Read(response.Headers), error, profile, Now);
    }
}
