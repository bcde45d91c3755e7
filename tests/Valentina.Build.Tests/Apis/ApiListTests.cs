using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Apis;

/// <summary>The one list of APIs.</summary>
public sealed class ApiListTests
{
    private const string Museum = """
        <Api Include="museum">
          <Document>museum.json</Document>
          <Overlay>museum.overlay.json</Overlay>
          <Texts>museum.texts.json</Texts>
          <Profile>Museum</Profile>
          <Namespace>Valentina.Museum</Namespace>
        </Api>
        """;

    [Fact]
    public void The_tool_carries_the_list_it_was_built_with()
        => ApiList.All.Should().Equal(ApiList.Read(File.ReadAllText(Repository.PathOf("openapi", ApiList.FileName))))
            .And.HaveCount(2);

    [Fact]
    public void Every_file_it_names_is_there()
    {
        foreach (var files in ApiFiles.For("all", Repository.PathOf("openapi")))
        {
            foreach (var file in (string[])[files.Published, files.Overlay, files.Texts, files.Prepared])
            {
                File.Exists(file).Should().BeTrue(file);
            }

            Directory.Exists(Repository.PathOf("src", "Generated", files.Entry.Profile)).Should().BeTrue();
            Directory.Exists(Repository.PathOf("src", "Facade", files.Entry.Facade!)).Should().BeTrue();
        }
    }

    [Fact]
    public void An_entry_needs_only_its_files_and_its_names()
    {
        var museum = Read(Museum).Should().ContainSingle().Which;

        museum.Should().Be(new ApiEntry
        {
            Name = "museum",
            Title = "museum",
            Document = "museum.json",
            Overlay = "museum.overlay.json",
            Texts = "museum.texts.json",
            Profile = "Museum",
            Namespace = "Valentina.Museum",
        });
    }

    [Theory]
    [InlineData("<Profile>Museum</Profile>", "", "'museum': Profile is missing")]
    [InlineData("Include=\"museum\"", "Include=\"Museum; rm\"", "Include is missing or not of the form")]
    [InlineData("<Document>museum.json", "<Document>../museum.json", "Document is missing or not of the form")]
    [InlineData("Valentina.Museum", "Valentina.Museum { }", "Namespace is missing or not of the form")]
    [InlineData("</Api>", "<Key>a key</Key></Api>", "Key is missing or not of the form")]
    public void What_may_not_go_into_code_and_command_lines_is_refused(string from, string to, string problem)
        => FluentActions.Invoking(() => Read(Museum.Replace(from, to, StringComparison.Ordinal)))
            .Should().Throw<SpecException>().WithMessage($"*{problem}*");

    [Fact]
    public void Two_entries_of_one_name_are_refused()
        => FluentActions.Invoking(() => Read(Museum + Museum))
            .Should().Throw<SpecException>().WithMessage("*'museum' stands in two entries*");

    private static IReadOnlyList<ApiEntry> Read(string entries) => ApiList.Read($"<Project><ItemGroup>{entries}</ItemGroup></Project>");
}
