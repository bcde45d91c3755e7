namespace Valentina.Testing;

/// <summary>
/// How the Claude Code API refuses a request without a bearer key. Both forms are in the field: it depends on its FastAPI.
/// </summary>
public enum FakeMissingKeyAnswer
{
    /// <summary>
    /// 403: "Not authenticated" without a key, "Invalid authentication credentials" for another scheme. FastAPI up to 0.115
    /// and some later ones.
    /// </summary>
    Forbidden,

    /// <summary>401 "Not authenticated" for both, with <c>WWW-Authenticate: Bearer</c>. Newer versions of FastAPI.</summary>
    Unauthorized,
}
