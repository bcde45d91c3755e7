using System.Buffers.Binary;
using System.Globalization;

namespace Valentina.Testing;

/// <summary>Ids and dates as the server makes them: uuids of version 7, instants to the microsecond, both always rising.</summary>
internal sealed class Timestamps(TimeProvider clock, Random random)
{
    private const long Microsecond = TimeSpan.TicksPerMillisecond / 1000;

    private long _lastTicks;
    private int _counter;

    public static string Text(DateTimeOffset instant)
        => instant.UtcTicks % TimeSpan.TicksPerSecond / Microsecond == 0
            ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant without its fraction.</summary>
    public static string WholeSeconds(DateTimeOffset instant)
        => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public DateTimeOffset Instant()
    {
        var ticks = Math.Max(clock.GetUtcNow().UtcTicks / Microsecond * Microsecond, _lastTicks + (9 * Microsecond));
        _lastTicks = ticks;
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public string Now() => Text(Instant());

    public string NowInSeconds() => WholeSeconds(Instant());

    public string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = Instant().ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << 16);
        // The counter makes ids of one millisecond rise too.
        _counter = (_counter + 1) & 0xFFFFFF;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (_counter >> 12)));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x8000 | ((_counter & 0xFFF) << 2)));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A request id: <c>req_</c> and 22 characters.</summary>
    public string NewRequestId() => "req_" + Token(16);

    /// <summary>Random bytes as text that is safe in a URL.</summary>
    public string Token(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
