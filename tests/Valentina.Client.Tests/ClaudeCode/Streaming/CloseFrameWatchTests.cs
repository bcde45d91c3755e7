using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>Which frames are a close without a code (RFC 6455, 5.2 and 7.1.5), in whatever pieces they come.</summary>
public sealed class CloseFrameWatchTests
{
    private static readonly byte[] EmptyClose = [0x88, 0];

    private static readonly Dictionary<string, (byte[] Bytes, bool Expected)> Frames = new(StringComparer.Ordinal)
    {
        ["a close without a code"] = (EmptyClose, true),
        ["a close with a code"] = ([0x88, 2, 0x03, 0xE8], false),
        ["a text of two bytes that look like an empty close"] = ([0x81, 2, .. EmptyClose], false),
        ["an empty text"] = ([0x81, 0], false),
        ["an empty ping and an empty pong"] = ([0x89, 0, 0x8A, 0], false),
        ["half a header"] = ([0x88], false),
        ["the longest text whose length takes seven bits"] = ([0x81, 125, .. Payload(125), .. EmptyClose], true),
        ["a text whose length takes two bytes"] = ([0x81, 126, 1, 2, .. Payload(258), .. EmptyClose], true),
        ["the same, one byte of it missing"] = ([0x81, 126, 1, 2, .. Payload(257), .. EmptyClose], false),
        ["a text whose length takes eight bytes"] = ([0x81, 127, 0, 0, 0, 0, 0, 1, 0, 1, .. Payload(65_537), .. EmptyClose], true),
        ["a text of more than a machine holds"] = ([0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0, .. Payload(300), .. EmptyClose], false),
        ["a masked text"] = ([0x81, 0x80 | 3, 1, 2, 3, 4, 9, 9, 9, .. EmptyClose], true),
        ["a masked close without a code"] = ([0x88, 0x80, 1, 2, 3, 4], true),
        ["a close after a close with a code"] = ([0x88, 3, 0x03, 0xE8, 0x41, .. EmptyClose], true),
        ["a text after it"] = ([.. EmptyClose, 0x81, 1, 0x41], true),
        ["reserved bits beside the opcode"] = ([0xF8, 0], true),
    };

    public static TheoryData<string> All() => [.. Frames.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_seen_and_nothing_else_is_taken_for_it(string frames)
    {
        var (bytes, expected) = Frames[frames];
        foreach (var size in new[] { 1, 2, 3, 7, 1000, bytes.Length })
        {
            var watch = new CloseFrameWatch();
            foreach (var piece in bytes.Chunk(size))
            {
                watch.Take(piece);
            }

            watch.SawEmptyClose.Should().Be(expected, "in pieces of {0}", size);
        }
    }

    private static byte[] Payload(int length) => [.. Enumerable.Repeat((byte)0x88, length)];
}
