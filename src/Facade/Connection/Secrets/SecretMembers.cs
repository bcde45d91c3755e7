using System.Text.RegularExpressions;

namespace Valentina.Connection.Secrets;

/// <summary>
/// Masks the members of a JSON text that are secrets whatever they hold: a key that the server has just made is known to nobody, so that
/// <see cref="SecretRedactor"/> cannot look for it. The text may be cut or no sound JSON at all.
/// </summary>
internal static partial class SecretMembers
{
    public static string Mask(string json) => Members().Replace(json, "$1***");

    [GeneratedRegex("""("(?:api_key|token)"\s*:\s*")(?>(?:[^"\\]|\\.)+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Members();
}
