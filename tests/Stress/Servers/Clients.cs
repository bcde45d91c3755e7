using System.Net;
using System.Net.Security;

namespace Valentina.Stress.Servers;

/// <summary>Clients as a user makes them.</summary>
internal static class Clients
{
    public const string Key = "stress-key-0123456789";

    public static readonly Guid Company = new("11111111-1111-4111-8111-111111111111");

    public static ValentinaOptions Options(string url, Action<ValentinaOptions>? configure = null)
    {
        var options = new ValentinaOptions { BaseUrl = url, ApiKey = Key, SetAsDefault = false, DefaultCompanyId = Company };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>
    /// Over a handler of its own; over TLS one that trusts <see cref="ServerCertificate"/>, which the caller keeps in mind by
    /// <paramref name="handler"/>.
    /// </summary>
    public static ValentinaClient Valentina(string url, Action<ValentinaOptions>? configure = null, HttpMessageHandler? handler = null)
        => handler is null ? new(Options(url, configure)) : new(Options(url, configure), handler);

    /// <summary>What a user writes who has a certificate of his own.</summary>
    public static SocketsHttpHandler TrustingHandler() => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
#pragma warning disable CA5359 // It is the certificate that this program made for itself.
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
#pragma warning restore CA5359
    };
}
