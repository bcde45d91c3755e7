using System.Diagnostics;
using System.Net;
using Valentina.Connection;
using Valentina.Connection.Profiles;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>No key, token or body ends up where people look: logs, exceptions, activities, text forms. All sinks are searched.</summary>
public sealed class SecretsTests
{
    private const string Token = "provider-token-SECRET";

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task No_sink_shows_a_secret_even_when_the_server_echoes_the_key(int status)
    {
        foreach (var profile in new ServiceProfile[] { ValentinaProfile.Instance, ClaudeCodeProfile.Instance })
        {
            foreach (var sync in new[] { false, true })
            {
                var sinks = new List<string>();
                var loggers = new RecordingLoggers();
                using var listener = Listen(sinks);
                var handler = StubHandler.Always(() => status switch
                {
                    0 => throw new HttpRequestException($"cut while sending {TestConnection.Key}"),
                    1 => StubHandler.Json(HttpStatusCode.OK, $"<html>{TestConnection.Key}"),
                    _ => StubHandler.Json((HttpStatusCode)status, $$"""{"detail":"bad key {{TestConnection.Key}}","title":"{{TestConnection.Key}}","code":"{{TestConnection.Key}}"}"""),
                });
                using var connection = new ApiConnection(
                    profile.Settings(options => options.MaxRetries = 1), Transport.Of(handler), loggers, new AutoTimeProvider());

                var request = new ApiRequest(Ops.Post).Literal("/api/v1/identify")
                    .Json(new Newtonsoft.Json.Linq.JObject { ["token"] = Token });
                var failure = await Record.ExceptionAsync(() => connection.CallAsync<Thing>(sync, request));

                // The listener hears what other tests do at the same time, too.
                lock (sinks)
                {
                    if (failure is ValentinaException known)
                    {
                        sinks.AddRange([
                            known.Message, known.Detail ?? "", known.Title ?? "", known.Code ?? "", known.RawBody ?? "",
                            known.GetType().Name
                        ]);
                        sinks.Add(status == 0 ? known.Message : known.ToString());
                    }

                    sinks.AddRange(loggers.Events.Select(entry => entry.Text + string.Join(' ', entry.Fields.Values)));
                    sinks.Should().HaveCountGreaterThan(2);
                    sinks.Should().NotContain(text => text.Contains("SECRET"), $"{profile.Name} {status}");
                }

                handler.Sent[0].Header(profile.AuthenticationHeader).Should().Contain("SECRET", "it must be sent");
            }
        }
    }

    private static ActivityListener Listen(List<string> sinks)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ClientTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (sinks)
                {
                    sinks.Add(activity.DisplayName + string.Join(' ', activity.TagObjects.Select(tag => tag.Value)));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
