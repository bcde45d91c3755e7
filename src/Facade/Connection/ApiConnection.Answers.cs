using Valentina.Connection.Responses;
using Valentina.Json;
using Valentina.Json.Codecs;

namespace Valentina.Connection;

/// <content>What becomes of an answer.</content>
internal sealed partial class ApiConnection
{
    private static HttpResponseMessage TakeResponse(RequestContext context)
    {
        var response = context.Response!;
        context.Response = null;
        return response;
    }

    private T Parse<T>(RequestContext context, JsonReading<T> read)
    {
        if (context.Content is not { Length: > 0 } content)
        {
            if (context.Request.MayBeEmpty)
            {
                return default!;
            }

            throw _core.Unreadable(context, "without a body, where there should be one.");
        }

        try
        {
            return WireJson.Read(content.Memory.Span, read) is { } value
                ? value
                : throw _core.Unreadable(context, "with null instead of a value.");
        }
        catch (Exception ex) when (ex is not (ValentinaException or OutOfMemoryException))
        {
            // Whatever a reader throws: odd JSON makes it throw more than its own exceptions.
            var type = context.Response!.Content.Headers.ContentType?.MediaType ?? "no media type";
            throw _core.Unreadable(context, $"the body ({type}) is not what the contract says: {ex.Message}", ex);
        }
    }

    private FileDownload Stream(RequestContext context, Stream raw)
    {
        var response = context.Response!;
        var content = response.Content;
        var body = BodyReader.Decompress(content, raw);
        var stream = new DownloadStream(body, response, context.AttemptTimeout, _core, _core.Failures.Details(context));
        context.Response = null;
        return new FileDownload(
            stream,
            // No mask of stars: a name must do for a file.
            _core.Secrets.Redact(ContentDispositionName.Read(content.Headers), mask: "___"),
            _core.Secrets.RedactLine(content.Headers.ContentType?.MediaType),
            ReferenceEquals(body, raw) ? content.Headers.ContentLength : null);
    }
}
