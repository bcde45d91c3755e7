using System.Globalization;
using Valentina.Connection.Requests;
using Valentina.Validation;

namespace Valentina.Raw;

/// <summary>One request as a generated client describes it: an escaped relative URL, and a body not yet serialised.</summary>
internal sealed partial class ApiRequest
{
    private const string MissingCompany =
        "is required here: choose a company, for instance client.ForCompany(companyId), or set ValentinaOptions.DefaultCompanyId (VALENTINA_CLIENT_DEFAULT_COMPANY_ID)";

    private UrlWriter _url = new();
    private bool _hasQuery;

    /// <summary>Starts the request of an operation.</summary>
    public ApiRequest(ApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation = operation;
    }

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The JSON body: a model, written when the request is sent; null sends none.</summary>
    public object? Body { get; private set; }

    /// <summary>The path and query, escaped.</summary>
    public string RelativeUrl => _url.ToString();

    /// <summary>Appends a constant piece of the path.</summary>
    public ApiRequest Literal(string text)
    {
        _url.Append(text);
        return this;
    }

    /// <summary>Appends an id to the path.</summary>
    /// <exception cref="RequestValidationException">The id is empty.</exception>
    public ApiRequest Segment(string name, Guid value)
    {
        if (value == Guid.Empty)
        {
            throw new RequestValidationException(Operation, name, name == "company_id" ? MissingCompany : "must not be empty");
        }

        _url.Append(value);
        return this;
    }

    /// <summary>Appends one path segment, escaped.</summary>
    /// <exception cref="RequestValidationException">The value is empty, is a dot segment, or holds U+0000.</exception>
    public ApiRequest Segment(string name, object value)
    {
        var text = value is string or not System.Collections.IEnumerable ? Format(name, value) : Join(name, value, ",");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RequestValidationException(Operation, name, "must not be empty");
        }

        if (text is "." or "..")
        {
            throw new RequestValidationException(Operation, name, "must not be a dot segment");
        }

        _url.AppendEscaped(text);
        return this;
    }

    /// <summary>Appends a value of a closed set to the path, escaped.</summary>
    /// <exception cref="RequestValidationException">The value is none that the server knows.</exception>
    public ApiRequest KnownSegment<T>(string name, T value)
        where T : struct, IOpenEnum<T>
    {
        RefuseUnknown(name, value);
        return Segment(name, (object)value);
    }

    /// <summary>Appends a query parameter that takes the values of a closed set; null is left out, a list repeats the name.</summary>
    /// <exception cref="RequestValidationException">A value is none that the server knows.</exception>
    public ApiRequest KnownQuery<T>(string name, T? value)
        where T : struct, IOpenEnum<T>
    {
        RefuseUnknown(name, value.GetValueOrDefault());
        return Query(name, value);
    }

    /// <inheritdoc cref="KnownQuery{T}(string, T?)"/>
    public ApiRequest KnownQuery<T>(string name, IEnumerable<T>? values)
        where T : struct, IOpenEnum<T>
    {
        foreach (var value in values ?? [])
        {
            RefuseUnknown(name, value);
            Append(name, Format(name, value));
        }

        return this;
    }

    /// <summary>Appends a query parameter; null is left out, a list repeats the name.</summary>
    /// <exception cref="RequestValidationException">
    /// The value is an empty id, an enum value that was never set, or a text that holds U+0000.
    /// </exception>
    public ApiRequest Query(string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Append(name, WithoutNul(name, text));
                break;
            case System.Collections.IEnumerable list:
                foreach (var item in list)
                {
                    Append(name, Format(name, item));
                }

                break;
            default:
                Append(name, Format(name, value));
                break;
        }

        return this;
    }

    /// <summary>Sets the JSON body. The connection checks it against the limits the server enforces before it sends anything.</summary>
    public ApiRequest Json(object body)
    {
        Body = Operation.Given(body, nameof(body));
        return this;
    }

    /// <summary>The absolute URL under a base without a trailing slash.</summary>
    internal string MakeUrl(string baseUrl) => _url.Complete(baseUrl);

    private void Append(string name, string value)
    {
        _url.Append(_hasQuery ? "&" : "?");
        _url.AppendEscaped(name);
        _url.Append("=");
        _url.AppendEscaped(value);
        _hasQuery = true;
    }

    private void RefuseUnknown<T>(string name, T value)
        where T : struct, IOpenEnum<T>
    {
        if (KnownValues.Exclude(value))
        {
            throw new RequestValidationException(Operation, name, KnownValues.Message(value));
        }
    }

    /// <summary>No database behind the services stores this character, and the servers fail over it.</summary>
    private string WithoutNul(string name, string text)
        => NulCheck.IsIn(text)
            ? throw new RequestValidationException(Operation, name, NulCheck.Message)
            : text;

    private string Format(string name, object? value) => value switch
    {
        null => "",
        string text => WithoutNul(name, text),
        bool flag => flag ? "true" : "false",
        Guid id => id != Guid.Empty ? id.ToString("D") : throw new RequestValidationException(Operation, name, "must not be empty"),
        IOpenEnum { Value.Length: 0 } => throw new RequestValidationException(Operation, name, "must be set to one of its values"),
        IOpenEnum open => WithoutNul(name, open.Value),
        DateTimeOffset instant => WireFormat.Instant(instant),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
