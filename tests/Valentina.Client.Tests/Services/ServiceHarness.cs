using System.Net;
using Microsoft.Extensions.Time.Testing;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.Services;

/// <summary>A client over a server that gives one answer, acting as a user in a company.</summary>
internal sealed class ServiceHarness : IDisposable
{
    public ServiceHarness(string answer = "{}", HttpStatusCode status = HttpStatusCode.OK, Action<ValentinaOptions>? configure = null)
    {
        Server = StubHandler.Always(() => StubHandler.Json(status, answer));
        var options = new ValentinaOptions
        {
            BaseUrl = "https://valentina.example",
            ApiKey = "key",
            DefaultCompanyId = Company,
            SetAsDefault = false,

            // The clock of these tests runs ahead of everything; only waits shall be due.
            Timeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
        };
        configure?.Invoke(options);
        Client = new ValentinaClient(options, Server, timeProvider: Time);
        Acting = Client.ActingAs(User);
    }

    public static Guid Company { get; } = Guid.Parse("019c0000-0000-7000-8000-000000000001");

    public static Guid User { get; } = Guid.Parse("019c0000-0000-7000-8000-000000000002");

    public static Guid Id { get; } = Guid.Parse("019c0000-0000-7000-8000-000000000003");

    public FakeTimeProvider Time { get; } = new();

    public StubHandler Server { get; }

    public ValentinaClient Client { get; }

    public CompanyScope Acting { get; }

    /// <summary>The only request that was sent.</summary>
    public SentRequest Sent => Server.Sent.Should().ContainSingle().Subject;

    public void Dispose() => Client.Dispose();

    /// <summary>Lets the clock run until a call is over.</summary>
    public async Task<T> FinishAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        return await call;
    }
}
