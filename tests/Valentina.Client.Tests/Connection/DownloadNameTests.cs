using System.Globalization;
using System.Net;
using System.Text;
using Valentina.Connection;
using Xunit.Abstractions;

namespace Valentina.Client.Tests.Connection;

/// <summary>The file name of a download comes from outside: whatever it is, it must be safe to save under on every system.</summary>
public sealed class DownloadNameTests(ITestOutputHelper output)
{
    private static readonly string[] Fragments =
    [
        "a", "ä", "夜", "👩‍👩‍👧", "é", ".", "..", " ", "\u00A0", "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\0", "\r\n", "\u001B[2J",
        "\u007F", "\u0085",
        "\u202E", "\u2066", "\u200F", "\u061C", "\uFEFF", "\u2028", "\uD800", "\uDC00", "CON", "nul", "COM1", "lpt³", ".txt", ".tar.gz",
        "-", "~", "%2F", "x",
    ];

    [Theory]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Aux .tar.gz", "_Aux .tar.gz")]
    [InlineData("COM1", "_COM1")]
    [InlineData("lpt9.log", "_lpt9.log")]
    [InlineData("COM².zip", "_COM².zip")]
    [InlineData("conin$", "_conin$")]
    [InlineData("C\u202EON", "_CON")]
    [InlineData("NUL. . .", "_NUL")]
    [InlineData("CONSOLE.txt", "CONSOLE.txt")]
    [InlineData("COM10.txt", "COM10.txt")]
    public Task A_name_of_a_windows_device_is_none(string given, string expected) => Expect(given, expected);

    [Theory]
    [InlineData("night.zip.", "night.zip")]
    [InlineData("night.zip ", "night.zip")]
    [InlineData("night.zip . .. ", "night.zip")]
    [InlineData("night.zip\u00A0\u2003", "night.zip")]
    [InlineData("  night.zip", "night.zip")]
    [InlineData(". .", null)]
    public Task Dots_and_blanks_at_the_end_are_cut_off(string given, string? expected) => Expect(given, expected);

    [Theory]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("\u2066a\u2069\u200E\u200F\u061Cb.zip", "ab.zip")]
    [InlineData("a\uFEFF\u200B\u00ADb.zip", "ab.zip")]
    [InlineData("a\u2028\u2029b.zip", "ab.zip")]
    [InlineData("a.zip\u202E.", "a.zip")]
    [InlineData("\u202E", null)]
    [InlineData("می\u200Cخواهم.txt", "می\u200Cخواهم.txt")]
    public Task Marks_that_change_how_a_name_looks_are_cut_out(string given, string? expected) => Expect(given, expected);

    [Theory]
    [InlineData("a\0b\r\nc\u001B\u007F\u0085.zip", "abc.zip")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j.zip", "cdefghij.zip")]
    [InlineData("../../.. /x.zip", "x.zip")]
    [InlineData("night.zip:stream", "night.zipstream")]
    public Task Separators_and_control_characters_do_not_get_through(string given, string expected) => Expect(given, expected);

    [Theory]
    [InlineData("a", 300, ".zip")]
    [InlineData("ä", 200, ".zip")]
    [InlineData("夜", 100, ".tar")]
    [InlineData("👩‍👩‍👧", 20, ".png")]
    [InlineData("a", 252, ".json")]
    public async Task A_name_is_cut_to_255_bytes_and_keeps_its_extension(string character, int times, string extension)
    {
        var name = await NameOf(string.Concat(Enumerable.Repeat(character, times)) + extension);

        Encoding.UTF8.GetByteCount(name!).Should().BeInRange(256 - Encoding.UTF8.GetByteCount(character), 255);
        name.Should().EndWith(character + extension).And.StartWith(character);
    }

    [Fact]
    public async Task An_ending_that_is_as_long_as_a_name_is_cut_like_one()
        => (await NameOf("a." + new string('b', 300))).Should().Be("a." + new string('b', 253));

    [Fact]
    public async Task Whatever_the_name_a_file_can_be_saved_under_it_in_its_folder()
    {
        var seed = TestSeed.Take(output);
        var chances = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("names");
        try
        {
            for (var time = 0; time < 500; time++)
            {
                var given = string.Concat(Enumerable.Range(0, chances.Next(1, 60)).Select(_ => Fragments[chances.Next(Fragments.Length)]));
                if (SafeFileName.Of(given) is not { } name)
                {
                    continue;
                }

                var because = $"of {string.Join(' ', given.Select(static one => ((int)one).ToString("X4", CultureInfo.InvariantCulture)))} (seed {seed})";
                Encoding.UTF8.GetByteCount(name).Should().BeLessThanOrEqualTo(255, because);
                name.Should().NotMatchRegex(@"[\p{Cc}\p{Zl}\p{Zp}/\\:*?""<>|]|[\s.]$|^\s", because);
                name.Should().NotMatchRegex(@"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", because);
                name.Any(static one => CharUnicodeInfo.GetUnicodeCategory(one) == UnicodeCategory.Format && one != '\u200D')
                    .Should().BeFalse(because);
                SafeFileName.Of(name).Should().Be(name, because);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), "");
                Directory.EnumerateFiles(folder.FullName).Select(Path.GetFileName).Should().Contain(name, because);
                File.Delete(Path.Combine(folder.FullName, name));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Expect(string given, string? expected) => (await NameOf(given)).Should().Be(expected);

    /// <summary>The name as a download gives it, sent as RFC 8187 says.</summary>
    private static async Task<string?> NameOf(string given)
    {
        var content = new ByteArrayContent([1]);
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(given)}");
        using var connection = TestConnection.Over(
            StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = content }));
        using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);
        return download.FileName;
    }
}
