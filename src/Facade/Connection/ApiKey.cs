using Valentina.Connection.Profiles;
using Valentina.Connection.Requests;

namespace Valentina.Connection;

/// <summary>The key of a connection: sent with every request, and taken out of every text that a server sends back. It can be replaced while calls run.</summary>
internal sealed class ApiKey
{
    private const string Mask = "***";

    private readonly ServiceProfile _profile;
    private volatile string[] _secrets = [];
    private volatile string? _headerValue;

    public ApiKey(string? key, ServiceProfile profile)
    {
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

        _secrets = [.. _secrets, clean];
        _headerValue = _profile.FormatKey(clean);
    }

    /// <summary>The text without any key, old or new.</summary>
    public string? TakeOut(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var secret in _secrets)
        {
            if (text.Contains(secret, StringComparison.Ordinal))
            {
                text = text.Replace(secret, Mask, StringComparison.Ordinal);
            }
        }

        return text;
    }
}
