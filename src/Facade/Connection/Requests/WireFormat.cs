using System.Globalization;

namespace Valentina.Connection.Requests;

/// <summary>How values look in a URL.</summary>
internal static class WireFormat
{
    /// <summary>An instant with its offset, down to the microsecond, which is as far as the servers' clocks go.</summary>
    public static string Instant(DateTimeOffset instant)
        => instant.ToString(
            instant.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss.FFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFzzz",
            CultureInfo.InvariantCulture);
}
