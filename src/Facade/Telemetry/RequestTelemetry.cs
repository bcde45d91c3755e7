using System.Diagnostics;
using Valentina.Connection;
using Valentina.Connection.Responses;
using Valentina.Connection.Secrets;
using Valentina.Logging;

namespace Valentina.Telemetry;

/// <summary>Activities and measurements of calls. Costs nothing while nobody listens.</summary>
internal sealed class RequestTelemetry(ConnectionSettings settings, TimeProvider time, SecretRedactor secrets)
{
    private readonly string _server = settings.BaseUrl.Host;
    private readonly int _port = settings.BaseUrl.Port;
    private readonly string _baseUrl = settings.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public void Begin(RequestContext call)
    {
        if (!ClientTelemetry.Source.HasListeners())
        {
            return;
        }

        var activity = ClientTelemetry.Source.StartActivity($"{call.Operation.Method.Method} {call.Operation.Path}", ActivityKind.Client);
        call.Activity = activity;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", call.Operation.Method.Method);
            activity.SetTag("url.template", call.Operation.Path);
            activity.SetTag("url.full", secrets.RedactLine(_baseUrl + LoggedUrl.Of(call.Request)));
            activity.SetTag("server.address", _server);
            activity.SetTag("server.port", _port);
            activity.SetTag("valentina.service", settings.Profile.Name);
            activity.SetTag("valentina.operation.id", call.Operation.Id);
        }
    }

    public void Repeating(RequestContext call)
    {
        if (ClientTelemetry.Retries.Enabled)
        {
            ClientTelemetry.Retries.Add(1, Tags(call));
        }
    }

    public void End(RequestContext call)
    {
        if (ClientTelemetry.Duration.Enabled)
        {
            ClientTelemetry.Duration.Record(time.GetElapsedTime(call.StartedAt).TotalSeconds, Tags(call));
        }

        if (call.Activity is not { } activity)
        {
            return;
        }

        if (call.Attempts > 1)
        {
            activity.SetTag("http.request.resend_count", call.Attempts - 1);
        }

        if (call.Status != 0)
        {
            activity.SetTag("http.response.status_code", call.Status);
        }

        if (secrets.RedactLine(HeaderMap.RequestId(call)) is { } requestId)
        {
            activity.SetTag("valentina.request.id", requestId);
        }

        if (!call.IsSuccess)
        {
            activity.SetTag("error.type", ErrorType(call));
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }

    private TagList Tags(RequestContext call)
    {
        var tags = new TagList
        {
            { "http.request.method", call.Operation.Method.Method },
            { "url.template", call.Operation.Path },
            { "server.address", _server },
            { "server.port", _port },
            { "valentina.service", settings.Profile.Name },
            { "valentina.operation.id", call.Operation.Id },
        };
        if (call.Status != 0)
        {
            tags.Add("http.response.status_code", call.Status);
        }

        if (!call.IsSuccess)
        {
            tags.Add("error.type", ErrorType(call));
        }

        return tags;
    }

    private static string ErrorType(RequestContext call) => call.Outcome switch
    {
        AttemptOutcome.Answered => call.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        AttemptOutcome.TimedOut => "timeout",
        AttemptOutcome.Cancelled => "cancelled",
        _ => call.Failure?.GetType().FullName ?? "_OTHER",
    };
}
