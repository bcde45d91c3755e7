namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>Where the fake differs from the recording on purpose, by the row's place in the recording, each with its reason.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<int, string> Reasons { get; } = new Dictionary<int, string>
    {
        [370] = "The real server breaks its list of companies by a bad setting of a new one; the fake does not imitate damage.",
        [438] = "The recorded server was started without a log file; the fake always has a log.",
        [607] = "The recorded server could not reach its file store, which the fake does not need.",
        [620] = "The recorded server ran on a database that cannot filter lists; no server in use does.",
    };
}
