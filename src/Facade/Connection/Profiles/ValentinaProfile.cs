using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Valentina.Connection.Profiles;

/// <summary>Valentina Noir: a key header of its own, problem details, and a second shape for uncaught errors.</summary>
internal sealed class ValentinaProfile : ServiceProfile
{
    public static readonly ValentinaProfile Instance = new();

    public override string Name => ServiceNames.ValentinaNoir;

    public override string ClientName => "ValentinaClient";

    public override string LogCategory => "Valentina.Client";

    public override string AuthenticationHeader => "X-API-KEY";

    /// <summary>No text of its database can hold one: each attempt would be a 500.</summary>
    public override bool TakesNul => false;

    protected override string PathPrefix => "/api/v1";

    public override string FormatKey(string apiKey) => apiKey;

    public override ErrorContent ReadError(HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body)
    {
        if (ErrorJson.TryParse(body) is not { } problem)
        {
            return new ErrorContent
            {
                Detail = ErrorJson.PlainText(mediaType, body.Span),
                IsPage = ErrorJson.IsPage(mediaType, body.Span),
            };
        }

        return new ErrorContent
        {
            Title = ErrorJson.Text(problem["title"]),
            Detail = ErrorJson.Text(problem["detail"]),
            Code = ErrorJson.Text(problem["code"]),
            Instance = ErrorJson.Text(problem["instance"]),
            RequestId = ErrorJson.Text(problem["request_id"]),
            RetryAfter = ErrorJson.Seconds(problem["retry_after"]),
            InvalidParameters = Fields(problem["invalid_parameters"]),
        };
    }

    public override string? Advise(in FailureFacts facts)
        => facts is { Operation: "createCharacter", Status: 400 or 409 }
            ? "The service may have kept the character all the same: look for it before you try again."
            : base.Advise(facts);

    private static List<InvalidParameter> Fields(JToken? token)
    {
        var fields = new List<InvalidParameter>();
        foreach (var entry in token as JArray ?? [])
        {
            var field = entry switch
            {
                JObject members => new InvalidParameter(ErrorJson.Text(members["field"]), ErrorJson.Text(members["message"])),
                _ => new InvalidParameter(null, ErrorJson.Text(entry)),
            };
            if (field.Field is not null || field.Message is not null)
            {
                fields.Add(field);
            }
        }

        return fields;
    }
}
