using BulkImporter.Input;

namespace Valentina.Samples.Tests;

/// <summary>Files as spreadsheets write them, and what is wrong with others.</summary>
public sealed class CastFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cast").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Quotes_commas_and_line_breaks_are_read_and_lines_counted()
    {
        var cast = await ReadAsync(
            "cast.csv",
            "First_Name,last_name,class,age,biography\r\n\"Ann\",\"O\"\"Hara, Jr.\",mortal,30,\"Two\r\nlines\"\r\n\r\nBo,Pell,mage,,\r\n");

        cast.Should().Equal(
            new CastMember(2, "Ann", "O\"Hara, Jr.", "mortal", null, null, 30, "Two\r\nlines"),
            new CastMember(5, "Bo", "Pell", "mage", null, null, null, null));
    }

    [Fact]
    public async Task JSON_has_the_same_names()
        => (await ReadAsync("cast.json", """[{"first_name":"Ann","last_name":"Pell","class":"mortal","age":30,"clan":null}]"""))
            .Should().Equal(new CastMember(1, "Ann", "Pell", "mortal", null, null, 30, null));

    [Theory]
    [InlineData("cast.csv", "first_name,last_name,class\nAnn,,mortal", "Line 2: last_name is missing.")]
    [InlineData("cast.csv", "first_name,last_name,class\nAnn,Pell,mortal,more", "Line 2: there are more values than columns.")]
    [InlineData("cast.csv", "first_name,last_name,class,age\nAnn,Pell,mortal,old", "Line 2: \"old\" is no age.")]
    [InlineData("cast.csv", "first_name,last_name,class\nAnn,Pell,mortal\nann,pell,mage", "Line 3: ann pell stands in line 2 already.")]
    [InlineData("cast.csv", "first_name,last_name,class\nAnn,\"Pell,mortal", "The quote of line 2 is never closed.")]
    [InlineData("cast.json", "{\"first_name\":\"Ann\"}", "The file is no JSON array of objects: *")]
    public async Task What_is_wrong_is_said_before_anything_is_sent(string file, string text, string message)
        => (await FluentActions.Awaiting(() => ReadAsync(file, text)).Should().ThrowAsync<FormatException>()).WithMessage(message);

    private async Task<IReadOnlyList<CastMember>> ReadAsync(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        await File.WriteAllTextAsync(path, text);
        return await CastFile.ReadAsync(path, CancellationToken.None);
    }
}
