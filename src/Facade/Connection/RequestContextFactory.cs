using System.Globalization;
using System.Text;
using Valentina.Connection.Requests;
using Valentina.Raw;
using Valentina.Validation;

namespace Valentina.Connection;

/// <summary>Prepares a call: checks everything that can be checked before sending, and serialises the body once.</summary>
internal sealed class RequestContextFactory(ConnectionSettings settings, TimeProvider time)
{
    private readonly string _baseUrl = settings.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public RequestContext Create(
        ApiRequest request, RequestOptions? options, string? actingUser, RequestKind kind, bool isSynchronous,
        CancellationToken cancellationToken, Action<HttpRequestMessage>? prepareUpgrade = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options?.CancellationToken.ThrowIfCancellationRequested();
        var operation = request.Operation;
        var errors = new ValidationErrors();
        Check(request, options, actingUser, ref errors);
        var frame = Frame(request, options, settings.AutoIdempotencyKeys && operation.AcceptsIdempotencyKey, out var key);
        var body = request.BodyForm switch
        {
            RequestForm.Multipart => frame!.Whole(),
            RequestForm.Fields => Encoding.ASCII.GetBytes(request.WriteFields()),
            _ => request.Body is null ? null : Write(request, ref errors),
        };
        errors.ThrowIfAny(settings.Profile.Name, operation);
        var timeout = AttemptTimeout(operation, options);
        return new RequestContext(request, options, cancellationToken)
        {
            Url = new Uri(request.MakeUrl(_baseUrl)),
            PrepareUpgrade = prepareUpgrade,
            IsDownload = kind == RequestKind.Download,
            NeedsContent = kind != RequestKind.NoContent,
            IsSynchronous = isSynchronous,
            ActingUser = operation.OnBehalfOf == OnBehalfOfMode.Ignored ? null : actingUser,
            IdempotencyKey = key,
            Body = body,
            Multipart = request.File is null ? null : frame,
            MediaType = request.BodyForm switch
            {
                RequestForm.Multipart => frame!.ContentType,
                RequestForm.Fields => "application/x-www-form-urlencoded",
                _ => request.MediaType,
            },
            AttemptTimeout = timeout,
            TotalTimeout = TotalTimeout(timeout, options),
            MaxRetries = options?.MaxRetries ?? settings.MaxRetries,
            StartedAt = time.GetTimestamp(),
        };
    }

    /// <summary>What stands around a file or the fields of a form; null where there are none. The boundary hangs on the key.</summary>
    private static MultipartFrame? Frame(ApiRequest request, RequestOptions? options, bool makesKey, out string? key)
    {
        key = options?.IdempotencyKey ?? (makesKey ? NewKey() : null);
        return request switch
        {
            { BodyForm: RequestForm.Bytes } => MultipartFrame.Bare(request.MediaType!),
            { File: null, BodyForm: not RequestForm.Multipart } => null,
            _ => MultipartFrame.Create(request.Fields, request.FilePartName, request.File, key),
        };
    }

    /// <exception cref="RequestValidationException">The body cannot be written as JSON.</exception>
    private byte[] Write(ApiRequest request, ref ValidationErrors errors)
    {
        try
        {
            var body = JsonBody.Write(request.Body!, out var nuls);
            if (!settings.Profile.TakesNul)
            {
                foreach (var member in nuls)
                {
                    errors.Add(member, NulCheck.Message);
                }
            }

            return body;
        }
        catch (Exception ex) when (ex is not (OutOfMemoryException or ValentinaException))
        {
            errors.ThrowIfAny(settings.Profile.Name, request.Operation);
            var details = Details(settings.Profile.Name, request.Operation);
            throw new RequestValidationException(details, [new ValidationError("body", $"cannot be written as JSON: {ex.Message}")], ex);
        }
    }

    /// <summary>What is known about a call that was never made.</summary>
    public static FailureDetails Details(string service, ApiOperation operation)
        => new() { Service = service, Operation = operation.Id, Method = operation.MethodName };

    private static string NewKey() => Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    private TimeSpan AttemptTimeout(ApiOperation operation, RequestOptions? options)
    {
        if (options?.Timeout is { } asked)
        {
            return asked;
        }

        var usual = settings.Timeout;
        return operation.IsUpload && usual != Timeout.InfiniteTimeSpan && usual < ConnectionSettings.MinUploadTimeout
            ? ConnectionSettings.MinUploadTimeout
            : usual;
    }

    private TimeSpan TotalTimeout(TimeSpan attempt, RequestOptions? options)
    {
        var total = settings.TotalTimeout;
        if (options?.Timeout is null || total == Timeout.InfiniteTimeSpan || (options.HasImpliedTimeout && settings.IsTotalTimeoutSet))
        {
            return total;
        }

        return attempt == Timeout.InfiniteTimeSpan || attempt > total ? attempt : total;
    }

    private void Check(ApiRequest request, RequestOptions? options, string? actingUser, ref ValidationErrors errors)
    {
        if (actingUser is null && request.Operation.OnBehalfOf == OnBehalfOfMode.Required)
        {
            errors.Add(HeaderRules.OnBehalfOf, "is required here: act as a user, for instance client.ActingAs(userId)");
        }

        if (options is not null)
        {
            CheckOptions(request.Operation, options, ref errors);
        }

        if (request.Body is not null)
        {
            foreach (var error in ModelValidator.FindErrors(request.Body))
            {
                errors.Add(error.Member, error.Message);
            }
        }
    }

    private void CheckOptions(ApiOperation operation, RequestOptions options, ref ValidationErrors errors)
    {
        if (options.IdempotencyKey is { } key)
        {
            if (!operation.AcceptsIdempotencyKey)
            {
                errors.Add(HeaderRules.IdempotencyKey, "is not understood by this operation; leave RequestOptions.IdempotencyKey unset");
            }
            else if (string.IsNullOrWhiteSpace(key) || !HeaderRules.IsPrintableAscii(key) || key[0] == ' ' || key[^1] == ' ')
            {
                errors.Add(HeaderRules.IdempotencyKey, "must be printable ASCII, not blank, and without blanks at its ends");
            }
        }

        if (options.Timeout is { } timeout
            && timeout != Timeout.InfiniteTimeSpan
            && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue))
        {
            errors.Add(nameof(options.Timeout), "must be above zero and at most 24 days, or Timeout.InfiniteTimeSpan");
        }

        if (options.MaxRetries < 0)
        {
            errors.Add(nameof(options.MaxRetries), "must be 0 or above");
        }

        if (options.HeaderMap is { } headers)
        {
            foreach (var (name, value) in headers)
            {
                if (HeaderRules.FindProblem(name, value, settings.Profile.AuthenticationHeader) is { } problem)
                {
                    errors.Add(nameof(options.Headers), problem);
                }
            }
        }
    }
}

/// <summary>What the caller of a connection wants back.</summary>
internal enum RequestKind
{
    NoContent,
    Json,
    Download,
}

/// <summary>Collects errors; costs nothing while there are none.</summary>
internal struct ValidationErrors
{
    private List<ValidationError>? _list;

    public void Add(string member, string message) => (_list ??= []).Add(new ValidationError(member, message));

    public readonly void ThrowIfAny(string service, ApiOperation operation)
    {
        if (_list is not null)
        {
            throw new RequestValidationException(RequestContextFactory.Details(service, operation), _list);
        }
    }
}
