using System.Net.Http.Headers;
using System.Reflection;
using Valentina.Connection.Retries;

namespace Valentina.Connection.Requests;

/// <summary>Makes the HTTP message of an attempt.</summary>
internal sealed class RequestBuilder
{
    private const string Json = "application/json";

    private static readonly string UserAgent = MakeUserAgent();

    private readonly string _authenticationHeader;
    private readonly ApiKey _key;
    private readonly KeyValuePair<string, string>[] _headers;

    public RequestBuilder(ConnectionSettings settings, ApiKey key)
    {
        _authenticationHeader = settings.Profile.AuthenticationHeader;
        _key = key;
        _headers = settings.Headers;
    }

    public HttpRequestMessage Build(RequestContext context, Uri url, HttpMethod method)
    {
        var message = new HttpRequestMessage(method, url);
        var headers = message.Headers;
        if ((context.Authentication ??= _key.HeaderValue) is { } authentication)
        {
            headers.TryAddWithoutValidation(_authenticationHeader, authentication);
        }

        if (context.ActingUser is not null)
        {
            headers.TryAddWithoutValidation(HeaderRules.OnBehalfOf, context.ActingUser);
        }

        if (context.IdempotencyKey is not null)
        {
            headers.TryAddWithoutValidation(HeaderRules.IdempotencyKey, context.IdempotencyKey);
        }

        var own = context.Options?.HeaderMap;
        foreach (var (name, value) in _headers)
        {
            if (own is null || !own.ContainsKey(name))
            {
                headers.TryAddWithoutValidation(name, value);
            }
        }

        if (own is not null)
        {
            foreach (var (name, value) in own)
            {
                headers.TryAddWithoutValidation(name, value);
            }
        }

        foreach (var (name, value) in context.Request.Headers)
        {
            AddIfAbsent(headers, name, value);
        }

        AddIfAbsent(headers, "Accept", context.IsDownload ? "*/*" : Json);
        AddIfAbsent(headers, "User-Agent", UserAgent);
        message.Content = BuildContent(context, method);
        context.SentContent = message.Content;
        context.PrepareUpgrade?.Invoke(message);
        return message;
    }

    private static Transmission? BuildContent(RequestContext context, HttpMethod method)
    {
        var maySendAgain = RetryRules.MayHappenTwice(context);
        if (context.Multipart is not null)
        {
            return new MultipartFileContent(context.Multipart, context.Request.File!, maySendAgain);
        }

        if (context.Body is not null)
        {
            return new BytesContent(context.Body, context.MediaType ?? Json, maySendAgain);
        }

        // Some servers refuse a bodyless POST without a length. And .NET repeats a request without a content by itself, unseen, when a
        // kept-alive connection closes unanswered; only a reading may be repeated like that.
        return method == HttpMethod.Get || method == HttpMethod.Head ? null : new BytesContent(default, null, maySendAgain);
    }

    private static void AddIfAbsent(HttpRequestHeaders headers, string name, string value)
    {
        if (!headers.NonValidated.Contains(name))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string MakeUserAgent()
    {
        var assembly = typeof(RequestBuilder).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return FormattableString.Invariant(
            $"valentina-dotnet/{version.Split('+')[0]} (.NET {Environment.Version.Major}.{Environment.Version.Minor})");
    }
}
