using System.Globalization;
using System.Text;

namespace Valentina.Raw;

/// <summary>One request as a generated client describes it: an escaped relative URL, headers and a body not yet serialised.</summary>
public sealed class ApiRequest
{
    private readonly StringBuilder _url = new();
    private bool _hasQuery;

    /// <summary>Starts the request of an operation.</summary>
    public ApiRequest(ApiOperation operation) => Operation = operation;

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The JSON body: a model, written when the request is sent; null sends none.</summary>
    public object? Body { get; private set; }

    /// <summary>The file of an upload.</summary>
    public FileUpload? File { get; private set; }

    /// <summary>The part name of <see cref="File"/>.</summary>
    public string? FilePartName { get; private set; }

    /// <summary>The path and query, escaped.</summary>
    public string RelativeUrl => _url.ToString();

    /// <summary>Appends a constant piece of the path.</summary>
    public ApiRequest Literal(string text)
    {
        _url.Append(text);
        return this;
    }

    /// <summary>Appends one path segment, escaped.</summary>
    /// <exception cref="RequestValidationException">The value is empty, or is a dot segment.</exception>
    public ApiRequest Segment(string name, object value)
    {
        var text = Format(value);
        if (string.IsNullOrWhiteSpace(text) || value is Guid { } id && id == Guid.Empty)
        {
            throw new RequestValidationException(Operation.Id, name, "must not be empty");
        }

        if (text is "." or "..")
        {
            throw new RequestValidationException(Operation.Id, name, "must not be a dot segment");
        }

        _url.Append(Uri.EscapeDataString(text));
        return this;
    }

    /// <summary>Appends a query parameter; null is left out, a list repeats the name.</summary>
    public ApiRequest Query(string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Append(name, text);
                break;
            case System.Collections.IEnumerable list:
                foreach (var item in list)
                {
                    Append(name, Format(item));
                }

                break;
            default:
                Append(name, Format(value));
                break;
        }

        return this;
    }

    /// <summary>Sets the JSON body. The connection checks it against the limits the server enforces before it sends anything.</summary>
    public ApiRequest Json(object body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
        return this;
    }

    /// <summary>Sets the file of an upload.</summary>
    public ApiRequest Form(string partName, FileUpload file)
    {
        FilePartName = partName;
        File = file;
        return this;
    }

    private void Append(string name, string value)
    {
        _url.Append(_hasQuery ? '&' : '?').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        _hasQuery = true;
    }

    private static string Format(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
