using Valentina.Connection.Profiles;
using Valentina.Connection.Requests;
using Valentina.Connection.Secrets;

namespace Valentina.Connection;

/// <summary>The key of a connection: sent with every request, and known to the redactor. It can be replaced while calls run.</summary>
internal sealed class ApiKey
{
    private readonly ServiceProfile _profile;
    private readonly SecretRedactor _secrets;
    private volatile Current? _current;

    public ApiKey(string? key, ServiceProfile profile, SecretRedactor secrets)
    {
        _secrets = secrets;
        _profile = profile;
        if (key is not null)
        {
            Replace(key);
        }
    }

    /// <summary>The key itself; null when there is none.</summary>
    public string? Value => _current?.Key;

    /// <summary>The value of the authentication header; null when there is no key.</summary>
    public string? HeaderValue => _current?.HeaderValue;

    /// <summary>Uses another key from now on, for instance after a rotation.</summary>
    /// <exception cref="ArgumentException">It is blank or holds what cannot be sent.</exception>
    public void Replace(string key)
    {
        var clean = key.Trim();
        if (clean.Length == 0 || !HeaderRules.IsKey(clean))
        {
            throw new ArgumentException("The API key must be printable ASCII without blanks.", nameof(key));
        }

        _secrets.Add(clean);
        _current = new Current(clean, _profile.FormatKey(clean));
    }

    /// <summary>Key and header, replaced together.</summary>
    private sealed class Current(string key, string headerValue)
    {
        public string Key { get; } = key;

        public string HeaderValue { get; } = headerValue;
    }
}
