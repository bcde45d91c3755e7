using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Valentina.Connection.Secrets;

namespace Valentina.Client.Tests.Connection.Secrets;

/// <summary>A key is taken out of whatever holds texts: fields, limits, headers, exceptions within exceptions.</summary>
public sealed class RedactedObjectTests
{
    private const string Key = "key-0123456789";

    private readonly SecretRedactor _redactor = new();

    public RedactedObjectTests() => _redactor.Add(Key);

    public static TheoryData<Exception> Failures() => new()
    {
        new HttpRequestException(HttpRequestError.ConnectionError, $"{Key} refused", null, HttpStatusCode.BadGateway),
        new WebSocketException(WebSocketError.Faulted, $"{Key} refused"),
        new OperationCanceledException($"{Key} cancelled", new CancellationToken(true)),
        new JsonException($"{Key} is no JSON"),
        new InvalidDataException($"{Key} is no data"),
        new IOException($"{Key} is lost"),
    };

    [Fact]
    public void Fields_that_a_server_names_show_no_key()
    {
        var field = _redactor.Redact([new InvalidParameter($"a\n{Key}", $"{Key} is wrong"), new InvalidParameter(null, null)]);

        field.Select(static one => one.ToString()).Should().Equal("a\\n***: *** is wrong", "");
        IReadOnlyList<InvalidParameter> none = [];
        _redactor.Redact(none).Should().BeSameAs(none);
    }

    [Fact]
    public void Limits_that_a_server_names_show_no_key_and_keep_their_figures()
    {
        var told = new RateLimitState(
        [
            new RateLimitPolicy { Name = "burst" },
            new RateLimitPolicy
            {
                Name = Key, Quota = 10, Window = TimeSpan.FromSeconds(60), Remaining = 3, ResetAfter = TimeSpan.FromSeconds(7),
            },
        ]);

        var policy = _redactor.Redact(told)!.Policies[1];

        (policy.Name, policy.Quota, policy.Window, policy.Remaining, policy.ResetAfter).Should()
            .Be(("***", 10, TimeSpan.FromSeconds(60), 3, TimeSpan.FromSeconds(7)));
        var clean = new RateLimitState([new RateLimitPolicy { Name = "burst" }]);
        _redactor.Redact(clean).Should().BeSameAs(clean);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void An_exception_stays_one_of_its_kind(Exception failure)
    {
        var outer = new HttpRequestException("It failed.", failure);

        var clean = _redactor.Redact(outer)!;

        clean.ToString().Should().NotContain(Key);
        clean.InnerException.Should().BeOfType(failure.GetType());
        clean.InnerException!.Message.Should().StartWith("***");
        (clean.InnerException as HttpRequestException)?.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (clean.InnerException as WebSocketException)?.WebSocketErrorCode.Should().Be(WebSocketError.Faulted);
        (clean.InnerException as OperationCanceledException)?.CancellationToken.Should().Be(new CancellationToken(true));
    }

    [Fact]
    public void One_that_shows_nothing_is_the_same_object_and_an_odd_one_keeps_its_name()
    {
        var harmless = new IOException("The connection is lost.");

        _redactor.Redact(harmless).Should().BeSameAs(harmless);
        _redactor.Redact(new NotSupportedException(Key))!.Message.Should().Be("NotSupportedException: ***");
        _redactor.Redact(new IOException("a\nforged line"))!.Message.Should().Be("a\\nforged line");
        _redactor.Redact(new IOException("a") { Data = { ["url"] = Key } })!.Data.Count.Should().Be(0);
    }
}
