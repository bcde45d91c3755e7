using System.Net;
using Microsoft.Extensions.Time.Testing;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.Services;

/// <summary>Making, using and closing a client.</summary>
public class ValentinaClientTests
{
    private readonly StubHandler _server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));

    private static ValentinaOptions Options => new() { BaseUrl = "https://valentina.example", ApiKey = "key", SetAsDefault = false };

    [Fact]
    public void All_that_is_wrong_with_the_options_is_told_at_once()
        => FluentActions.Invoking(() => new ValentinaClient(new ValentinaOptions
        {
            BaseUrl = "ftp://x",
            ApiKey = "a b",
            MaxRetries = -1,
            SetAsDefault = false
        }))
            .Should().Throw<ArgumentException>().WithMessage("*BaseUrl*").WithMessage("*ApiKey*").WithMessage("*MaxRetries*");

    [Fact]
    public async Task A_client_may_be_built_over_a_handler_or_an_HttpClient_which_it_does_not_own()
    {
        using var http = new HttpClient(_server);
        await using (var overHandler = new ValentinaClient(Options, _server))
        {
            await overHandler.System.HealthAsync();
        }

        await using (var overHttpClient = new ValentinaClient(Options, http))
        {
            await overHttpClient.System.HealthAsync();
        }

        (await http.GetAsync("https://valentina.example/")).StatusCode.Should().Be(HttpStatusCode.OK, "the HttpClient still works");
        _server.Sent.Should().HaveCount(3);
    }

    [Fact]
    public void A_missing_transport_is_named()
    {
        FluentActions.Invoking(() => new ValentinaClient(Options, (HttpClient)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ValentinaClient(Options, (HttpMessageHandler)null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task A_closed_client_says_so()
    {
        var client = new ValentinaClient(Options, _server);
        var acting = client.ForCompany(Guid.NewGuid()).ActingAs(Guid.NewGuid());
        client.IsDisposed.Should().BeFalse();
        client.Dispose();
        client.Dispose();

        client.IsDisposed.Should().BeTrue();
        await FluentActions.Awaiting(() => client.System.HealthAsync()).Should().ThrowAsync<ObjectDisposedException>();
        FluentActions.Invoking(() => acting.Campaigns.GetPage()).Should().Throw<ObjectDisposedException>("scopes end with their client");
        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    public void Services_are_made_once_for_each_scope()
    {
        using var client = new ValentinaClient(Options, _server);

        client.Companies.Should().BeSameAs(client.Companies);
        client.Campaigns.Should().BeSameAs(client.Campaigns);
    }

    [Fact]
    public async Task The_clock_of_the_client_is_that_of_its_waits()
    {
        var time = new FakeTimeProvider();
        var server = StubHandler.Script(
            () => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"),
            () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        var options = Options;
        options.Timeout = options.TotalTimeout = Timeout.InfiniteTimeSpan;
        await using var client = new ValentinaClient(options, server, timeProvider: time);

        var call = client.System.HealthAsync();
        call.IsCompleted.Should().BeFalse("it waits a second on a clock that stands still");
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await call;
        server.Sent.Should().HaveCount(2);
    }
}
