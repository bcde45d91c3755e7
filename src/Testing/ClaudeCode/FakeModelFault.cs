namespace Valentina.Testing;

/// <summary>How a run of the model can fail.</summary>
public enum FakeModelFault
{
    /// <summary>The provider limits the rate (429).</summary>
    RateLimited,

    /// <summary>The provider is overloaded (503).</summary>
    Overloaded,

    /// <summary>The provider failed (502).</summary>
    Upstream,

    /// <summary>The provider does not accept the service's own key (502).</summary>
    Authentication,

    /// <summary>The provider took too long (504).</summary>
    Timeout,

    /// <summary>The command-line tool behind the service broke down (502).</summary>
    Crash,

    /// <summary>The tool's output could not be read (500).</summary>
    Unreadable,

    /// <summary>The provider takes the request for a bad one (400); the command-line tool makes no difference to a crash (502).</summary>
    BadRequest,
}
