using System.Buffers;
using System.Collections.Frozen;

namespace Valentina.Connection.Requests;

/// <summary>Which headers a caller may set, and what a header may hold.</summary>
internal static class HeaderRules
{
    public const string OnBehalfOf = "On-Behalf-Of";
    public const string IdempotencyKey = "Idempotency-Key";

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly FrozenDictionary<string, string> Managed = new Dictionary<string, string>
    {
        [OnBehalfOf] = "use ActingAs",
        [IdempotencyKey] = "use RequestOptions.IdempotencyKey",
        ["Content-Type"] = "the SDK sets it with the body",
        ["Content-Length"] = "the SDK sets it with the body",
        ["Content-Encoding"] = "the SDK sets it with the body",
        ["Content-Disposition"] = "the SDK sets it with the body",
        ["Transfer-Encoding"] = "the SDK sets it with the body",
        ["Host"] = "it belongs to BaseUrl",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a caller's header, or null.</summary>
    public static string? FindProblem(string name, string? value, string authenticationHeader)
    {
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            return $"'{name}' is no header name.";
        }

        if (name.Equals(authenticationHeader, StringComparison.OrdinalIgnoreCase))
        {
            return $"{authenticationHeader} cannot be set as a header; use the option ApiKey.";
        }

        if (Managed.TryGetValue(name, out var instead))
        {
            return $"{name} cannot be set as a header; {instead}.";
        }

        return value is null || !IsPrintableAscii(value) ? $"the value of {name} must be printable ASCII." : null;
    }

    /// <summary>Whether text can be an API key.</summary>
    public static bool IsKey(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('!', '~');

    /// <summary>Whether text can be sent as a header value and read back unchanged.</summary>
    public static bool IsPrintableAscii(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');
}
