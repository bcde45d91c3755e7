using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Valentina.ClaudeCode;
using Valentina.Client.Tests.Connection;
using Valentina.Models;

namespace Valentina.Client.Tests.DependencyInjection;

/// <summary>
/// What a host puts before all its clients: what repeats is left out, the rest stays, and what is added on our builder is the user's own.
/// </summary>
public sealed class HostHandlerTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Inherited_resilience_repeats_nothing_whatever_the_order(bool defaultsFirst, bool sync)
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"));
        var services = new ServiceCollection();
        Action[] steps = [
            () => services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()), () => AddBoth(services, server)
        ];
        steps[defaultsFirst ? 0 : 1]();
        steps[defaultsFirst ? 1 : 0]();
        await using var provider = services.BuildServiceProvider();

        await Fails<ServerErrorException>(sync, provider.GetRequiredService<ClaudeCodeClient>());
        await Fails<ServerErrorException>(sync, provider.GetRequiredService<ValentinaClient>());

        server.Sent.Should().HaveCount(2, "each call is made once");
    }

    [Fact]
    public async Task Other_inherited_handlers_stay()
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        var services = new ServiceCollection();
        var seen = 0;
        services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());
        services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler(() => new Counting(() => seen++)));
        AddBoth(services, server);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ValentinaClient>().System.HealthAsync();

        seen.Should().Be(1);
    }

    [Fact]
    public async Task What_the_user_adds_on_the_builder_stays_also_when_the_client_is_added_again()
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"));
        var services = new ServiceCollection();
        var seen = 0;
        AddBoth(services, server, builder =>
        {
            builder.AddHttpMessageHandler(() => new Counting(() => seen++));
            builder.AddResilienceHandler("own", pipeline => pipeline.AddRetry(Twice));
        });
        services.AddValentina();
        services.AddClaudeCode();
        services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());
        await using var provider = services.BuildServiceProvider();

        var call = async () => await provider.GetRequiredService<ValentinaClient>().System.HealthAsync();

        await call.Should().ThrowAsync<ServerErrorException>();
        seen.Should().Be(1);
        server.Sent.Should().HaveCount(2, "the user's own handler repeats once, and the first primary handler still serves");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paid_call_refuses_to_be_sent_again_by_the_users_own_handler(bool sync)
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"));
        var services = new ServiceCollection();
        AddBoth(services, server, builder => builder.AddResilienceHandler("own", pipeline => pipeline.AddRetry(Twice)));
        await using var provider = services.BuildServiceProvider();

        var failure = await Fails<ConnectionFailedException>(sync, provider.GetRequiredService<ClaudeCodeClient>());

        failure.Message.Should().Contain("a second time").And.Contain("may have taken effect");
        failure.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_write_with_an_idempotency_key_may_be_sent_again_by_the_users_own_handler()
    {
        var server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"));
        var services = new ServiceCollection();
        AddBoth(services, server, builder => builder.AddResilienceHandler("own", pipeline => pipeline.AddRetry(Twice)));
        await using var provider = services.BuildServiceProvider();

        await Fails<ServerErrorException>(sync: false, provider.GetRequiredService<ValentinaClient>());

        server.Sent.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_can_be_read_once_refuses_to_be_sent_again(bool sync)
    {
        using var repeating = new SendsTwice(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}")));
        using var client = new ValentinaClient(Options(new ValentinaOptions()), repeating);
        var file = FileUpload.FromStream("x.bin", new OneWayStream([1, 2, 3]), "application/octet-stream");
        var users = client.ActingAs(Guid.NewGuid()).Users;

        var call = async () => _ = sync ? users.UploadAsset(Guid.NewGuid(), file) : await users.UploadAssetAsync(Guid.NewGuid(), file);

        (await call.Should().ThrowAsync<ConnectionFailedException>()).Which.Message.Should().Contain("a second time");
    }

    private static HttpRetryStrategyOptions Twice => new() { MaxRetryAttempts = 1, Delay = TimeSpan.Zero };

    private static void AddBoth(IServiceCollection services, HttpMessageHandler server, Action<IHttpClientBuilder>? more = null)
    {
        foreach (var builder in new[] { services.AddClaudeCode(o => Options(o)), services.AddValentina(o => Options(o)) })
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => server);
            more?.Invoke(builder);
        }
    }

    private static T Options<T>(T options)
        where T : ClientOptions
    {
        options.BaseUrl = "http://server.test";
        options.ApiKey = "a-key-of-the-tests";
        options.MaxRetries = 0;
        if (options is ValentinaOptions valentina)
        {
            valentina.DefaultCompanyId = Guid.NewGuid();
            valentina.SetAsDefault = false;
        }

        return options;
    }

    private static Task<T> Fails<T>(bool sync, ClaudeCodeClient client)
        where T : Exception
        => Fails<T>(async () => _ = sync ? client.Complete("hello") : await client.CompleteAsync("hello"));

    private static Task<T> Fails<T>(bool sync, ValentinaClient client)
        where T : Exception
    {
        var company = new CompanyCreate { Name = "Night Court", Email = "night@court.example" };
        return Fails<T>(async () => _ = sync ? client.Companies.Create(company) : await client.Companies.CreateAsync(company));
    }

    private static async Task<T> Fails<T>(Func<Task> call)
        where T : Exception
        => (await call.Should().ThrowAsync<T>()).Which;

    private sealed class Counting(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class SendsTwice(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            base.Send(request, cancellationToken).Dispose();
            return base.Send(request, cancellationToken);
        }
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
