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

    public void Begin(RequestContext context)
    {
        if (!ClientTelemetry.Source.HasListeners())
        {
            return;
        }

        var activity = ClientTelemetry.Source.StartActivity(
            $"{context.Operation.Method.Method} {context.Operation.Path}", ActivityKind.Client);
        context.Activity = activity;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", context.Operation.Method.Method);
            activity.SetTag("url.template", context.Operation.Path);
            activity.SetTag("url.full", secrets.RedactLine(_baseUrl + LoggedUrl.Of(context.Request)));
            activity.SetTag("server.address", _server);
            activity.SetTag("server.port", _port);
            activity.SetTag("valentina.service", settings.Profile.Name);
            activity.SetTag("valentina.operation.id", context.Operation.Id);
        }
    }

    public void Repeating(RequestContext context)
    {
        if (ClientTelemetry.Retries.Enabled)
        {
            ClientTelemetry.Retries.Add(1, Tags(context));
        }
    }

    public void Waiting(RequestContext context, int waiting)
    {
        if (ClientTelemetry.RateLimitQueue.Enabled)
        {
            ClientTelemetry.RateLimitQueue.Add(1, ServerTags());
        }

        context.Activity?.AddEvent(new ActivityEvent(
            "valentina.rate_limit.wait", tags: new ActivityTagsCollection { ["valentina.rate_limit.queue"] = waiting }));
    }

    public void Waited(RequestContext context)
    {
        if (ClientTelemetry.RateLimitQueue.Enabled)
        {
            ClientTelemetry.RateLimitQueue.Add(-1, ServerTags());
        }

        if (ClientTelemetry.RateLimitWait.Enabled)
        {
            ClientTelemetry.RateLimitWait.Record(context.WaitedAtGate.TotalSeconds, ServerTags());
        }

        if (ClientTelemetry.RateLimitTokens.Enabled && context.Gate?.Describe(context.Turn?.Lane).Remaining is { } tokens)
        {
            ClientTelemetry.RateLimitTokens.Record(tokens, ServerTags());
        }

        context.Activity?.AddEvent(new ActivityEvent(
            "valentina.rate_limit.passed",
            tags: new ActivityTagsCollection { ["valentina.rate_limit.wait"] = context.WaitedAtGate.TotalSeconds }));
    }

    public void End(RequestContext context)
    {
        if (ClientTelemetry.Duration.Enabled)
        {
            ClientTelemetry.Duration.Record(time.GetElapsedTime(context.StartedAt).TotalSeconds, Tags(context));
        }

        if (context.Activity is not { } activity)
        {
            return;
        }

        if (context.Attempts > 1)
        {
            activity.SetTag("http.request.resend_count", context.Attempts - 1);
        }

        if (context.Status != 0)
        {
            activity.SetTag("http.response.status_code", context.Status);
        }

        if (secrets.RedactLine(HeaderMap.RequestId(context)) is { } requestId)
        {
            activity.SetTag("valentina.request.id", requestId);
        }

        if (!context.IsSuccess)
        {
            activity.SetTag("error.type", ErrorType(context));
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }

    private TagList ServerTags() => new()
    {
        { "server.address", _server },
        { "server.port", _port },
        { "valentina.service", settings.Profile.Name },
    };

    private TagList Tags(RequestContext context)
    {
        var tags = new TagList
        {
            { "http.request.method", context.Operation.Method.Method },
            { "url.template", context.Operation.Path },
            { "server.address", _server },
            { "server.port", _port },
            { "valentina.service", settings.Profile.Name },
            { "valentina.operation.id", context.Operation.Id },
        };
        if (context.Status != 0)
        {
            tags.Add("http.response.status_code", context.Status);
        }

        if (!context.IsSuccess)
        {
            tags.Add("error.type", ErrorType(context));
        }

        return tags;
    }

    private static string ErrorType(RequestContext context) => context.Outcome switch
    {
        AttemptOutcome.Answered => context.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        AttemptOutcome.TimedOut => "timeout",
        AttemptOutcome.Cancelled => "cancelled",
        AttemptOutcome.HeldBack => "rate_limited",
        _ => context.Failure?.GetType().FullName ?? "_OTHER",
    };
}
