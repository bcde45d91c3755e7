using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Valentina.Tests.Shared.Loopback;

/// <summary>A certificate that nobody vouches for, for 127.0.0.1.</summary>
public static class ServerCertificate
{
    private static readonly Lazy<X509Certificate2> Made = new(Make);

    public static X509Certificate2 Instance => Made.Value;

    /// <summary>Makes a handler accept this certificate, and no other.</summary>
    public static SocketsHttpHandler TrustedBy(SocketsHttpHandler handler)
    {
        handler.SslOptions.RemoteCertificateValidationCallback =
            static (_, certificate, _, _) => certificate!.GetCertHashString() == Instance.GetCertHashString();
        return handler;
    }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));

        // A key that is in memory only cannot be served everywhere; written out and read again it can.
#pragma warning disable SYSLIB0057 // The loader that replaces it is not there in .NET 8.
        return new X509Certificate2(certificate.Export(X509ContentType.Pfx));
#pragma warning restore SYSLIB0057
    }
}
