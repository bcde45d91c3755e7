using System.Collections;
using Valentina.Connection.Requests;

namespace Valentina.Raw;

/// <summary>The parts of a request beside its URL and a JSON body: headers, fields of a form, bytes.</summary>
internal sealed partial class ApiRequest
{
    private FewParts? _parts;

    /// <summary>The file of an upload.</summary>
    public FileUpload? File => _parts?.File;

    /// <summary>The part name of <see cref="File"/>.</summary>
    public string? FilePartName => _parts?.FilePartName;

    /// <summary>The headers that are parameters of the operation.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _parts?.Headers ?? [];

    /// <summary>The fields of a form, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _parts?.Fields ?? [];

    /// <summary>What the body is sent as.</summary>
    public RequestForm BodyForm { get; private set; }

    /// <summary>The media type of the body; null for the usual one.</summary>
    public string? MediaType => _parts?.MediaType;

    /// <summary>Whether the operation may succeed without an answer.</summary>
    public bool MayBeEmpty { get; private set; }

    private FewParts Parts => _parts ??= new FewParts();

    /// <summary>Sets the file of an upload.</summary>
    public ApiRequest Form(string partName, FileUpload file)
    {
        ArgumentException.ThrowIfNullOrEmpty(partName);
        ArgumentNullException.ThrowIfNull(file);
        Parts.FilePartName = partName;
        Parts.File = file;
        return this;
    }

    /// <summary>Sets a header; null is left out, a list is joined with commas.</summary>
    /// <exception cref="RequestValidationException">The value is no printable ASCII, or an enum value that was never set.</exception>
    public ApiRequest Header(string name, object? value)
    {
        if (value is null)
        {
            return this;
        }

        var text = value is string or not IEnumerable ? Format(name, value) : Join(name, value, ",");
        if (!HeaderRules.IsPrintableAscii(text))
        {
            throw new RequestValidationException(Operation, name, "must be printable ASCII");
        }

        (Parts.Headers ??= []).Add(new(name, text));
        return this;
    }

    /// <summary>Appends a query parameter whose items stand in one value; null and an empty list are left out.</summary>
    /// <exception cref="RequestValidationException">An item is an empty id or an enum value that was never set.</exception>
    public ApiRequest JoinedQuery(string name, IEnumerable? values, string separator)
    {
        if (values is not null && Join(name, values, separator) is { Length: > 0 } text)
        {
            Append(name, text);
        }

        return this;
    }

    /// <summary>Adds a field of a form; null is left out, a list repeats the name.</summary>
    /// <exception cref="RequestValidationException">The value is an empty id or an enum value that was never set.</exception>
    public ApiRequest Field(string name, object? value)
    {
        if (value is string or not IEnumerable)
        {
            if (value is not null)
            {
                (Parts.Fields ??= []).Add(new(name, Format(name, value)));
            }

            return this;
        }

        foreach (var item in (IEnumerable)value)
        {
            (Parts.Fields ??= []).Add(new(name, Format(name, item)));
        }

        return this;
    }

    /// <summary>Sends a file as it is. Where the contract names no single type, it is the file's own.</summary>
    public ApiRequest Bytes(string mediaType, FileUpload file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Parts.File = file;
        Parts.MediaType = mediaType.Contains('*', StringComparison.Ordinal) ? file.ContentType : mediaType;
        BodyForm = RequestForm.Bytes;
        return this;
    }

    /// <summary>Sends the fields as the parts of a form.</summary>
    public ApiRequest AsMultipart()
    {
        BodyForm = RequestForm.Multipart;
        return this;
    }

    /// <summary>Sends the fields as they would stand in a query.</summary>
    public ApiRequest AsFields()
    {
        BodyForm = RequestForm.Fields;
        return this;
    }

    /// <summary>Sends the body as another media type than the usual one.</summary>
    public ApiRequest As(string mediaType)
    {
        Parts.MediaType = mediaType;
        return this;
    }

    /// <summary>Takes an answer without content for null.</summary>
    public ApiRequest OrNothing()
    {
        MayBeEmpty = true;
        return this;
    }

    /// <summary>The fields as they stand in a query, and as the body of a form.</summary>
    internal string WriteFields()
        => string.Join('&', Fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    private string Join(string name, object values, string separator)
        => string.Join(separator, ((IEnumerable)values).Cast<object?>().Select(value => Format(name, value)));

    /// <summary>What few requests have, an object of its own so that all others are smaller.</summary>
    private sealed class FewParts
    {
        public FileUpload? File { get; set; }

        public string? FilePartName { get; set; }

        public string? MediaType { get; set; }

        public List<KeyValuePair<string, string>>? Headers { get; set; }

        public List<KeyValuePair<string, string>>? Fields { get; set; }
    }
}

/// <summary>What the body of a request is sent as.</summary>
internal enum RequestForm
{
    /// <summary>JSON, or a form around one file.</summary>
    Usual,

    /// <summary>The parts of a form without a file.</summary>
    Multipart,

    /// <summary>Fields as they stand in a query.</summary>
    Fields,

    /// <summary>The bytes of a file.</summary>
    Bytes,
}
