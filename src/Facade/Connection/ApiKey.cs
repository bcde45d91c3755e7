using Valentina.Connection.Profiles;
using Valentina.Connection.Requests;
using Valentina.Connection.Secrets;

namespace Valentina.Connection;

/// <summary>The key of a connection: sent with every request, and known to the redactor. It can be replaced while calls run.</summary>
internal sealed class ApiKey
{
    private readonly ServiceProfile _profile;
    private readonly SecretRedactor _secrets;
    private volatile string? _headerValue;

    public ApiKey(string? key, ServiceProfile profile, SecretRedactor secrets)
    {
        _secrets = secrets;
        _profile = profile;
        if (key is not null)
        {
            Replace(key);
        }
    }

    /// <summary>The value of the authentication header; null when there is no key.</summary>
    public string? HeaderValue => _headerValue;

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
        _headerValue = _profile.FormatKey(clean);
    }
}
