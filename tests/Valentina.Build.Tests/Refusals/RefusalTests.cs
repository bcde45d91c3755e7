using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Valentina.Build.Tests.Drift;
using Valentina.SpecTool.Commands;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Refusals;

/// <summary>What the pipeline refuses it tells as compilers do: file, line, code, place; and how it is cured.</summary>
public sealed partial class RefusalTests : IDisposable
{
    private const string Members = "\"AgentListItem\": {\n        \"properties\": {";

    private readonly Folder _folder = new Folder().WithContracts();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    private ApiFiles Files => new("claude-code", _folder.OpenApi);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Members, Members + "\"odd\": { \"whatIsThis\": 1 },")]
    [InlineData(Members, Members + "\"it's\": {},")]
    [InlineData("\"RouteResponse\": {", "\"RouteResponse\": { \"whatIsThis\": 1,")]
    [InlineData("\"responses\": {", "\"responses\": { \"many\": { \"description\": \"\" },")]
    public void The_cure_it_offers_cures(string published, string poisoned)
    {
        var line = Replace(Files.Published, published, poisoned);

        Prepare().Should().Be(1);
        var refusals = _error.ToString().TrimEnd('\n').Split('\n');
        refusals.Should().Contain(refusal => refusal.StartsWith($"{Files.Published}({line}): error SDKGEN03: /", StringComparison.Ordinal));
        foreach (var cure in refusals.Select(refusal => Action().Match(refusal)).Where(cure => cure.Success))
        {
            Append(JsonNode.Parse(cure.Groups[1].Value)!);
        }

        Prepare().Should().Be(0, _error.ToString());
    }

    [Fact]
    public void What_the_overlay_brought_in_is_told_at_its_action()
    {
        var line = Replace(Files.Overlay, "\"ProcessBatch\"", "\"process batch\"");

        Prepare().Should().Be(1);

        var refusal = _error.ToString();
        refusal.Should().Contain("error SDKGEN04: /paths/~1v1~1batch/post/x-name: 'process batch' is not allowed")
            .And.Contain("Correct the action");
        LineOf(refusal, Files.Overlay).Should().BeInRange(line - 5, line, "the action begins a little before the name");
    }

    [Fact]
    public void An_action_that_no_longer_fits_is_told_at_its_line()
    {
        var line = Replace(Files.Overlay, "\"$.components.schemas.MessageRole\"", "\"$.components.schemas.Gone\"");

        Prepare().Should().Be(1);

        _error.ToString().Should().Contain("error SDKGEN04: /actions/").And.Contain("matches nothing");
        LineOf(_error.ToString(), Files.Overlay).Should().BeInRange(line - 5, line);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_told_at_the_line_where_it_ends()
    {
        File.WriteAllText(Files.Overlay, "{\n  \"overlay\": \"1.0.0\",\n  oops\n}\n");

        Prepare().Should().Be(1);

        _error.ToString().Should().StartWith($"{Files.Overlay}(3): error SDKGEN04: ");
    }

    [Fact]
    public void Texts_are_told_with_a_number_of_their_own()
    {
        File.WriteAllText(Files.Texts, "{\n  \"schemas\": {},\n  \"poems\": {}\n}\n");

        View().Should().Be(1);

        _error.ToString().Should().StartWith($"{Files.Texts}(3): error SDKGEN05: /poems: ");
    }

    [Fact]
    public void What_the_view_refuses_leads_to_the_published_document_too()
    {
        var prepared = JsonText.ReadObject(Files.Prepared);
        var name = prepared["components"]!["schemas"]!.AsObject().First(schema => schema.Value!["x-name"] is null).Key;
        var line = Replace(Files.Published, $"\"{name}\": {{", $"\"{name}\": {{");
        prepared["components"]!["schemas"]![name]!["x-name"] = "System";
        File.WriteAllText(Files.Prepared, JsonText.Write(prepared));

        View().Should().Be(1);

        _error.ToString().Should().StartWith($"{Files.Published}({line}): error SDKGEN03: /components/schemas/{name}")
            .And.Contain("\"update\":{\"x-name\":\"SystemModel\"}");
    }

    [Fact]
    public void A_hostile_name_stays_on_one_line_and_shows_no_control_character()
    {
        Replace(Files.Published, Members, Members + "\"line\\nerror\\u001b\\u202e\": {},");

        Prepare().Should().Be(1);

        _error.ToString().TrimEnd('\n').Split('\n').Should().OnlyContain(text => text.StartsWith(Files.Published));
        _error.ToString().Should().NotContainAny("\u001b", "\u202e").And.Contain("\\u000a");
    }

    [Fact]
    public void The_build_gets_each_as_a_line_of_its_own()
    {
        Replace(Files.Published, Members, Members + "\"odd\": { \"whatIsThis\": 1 },");
        var list = Path.Combine(_folder.Root, "deep", "refusals.txt");

        Prepare("--refusals", list).Should().Be(1);

        File.ReadAllLines(list).Select(line => line.Split('\t')).Should().OnlyContain(parts => parts.Length == 4)
            .And.Contain(parts => parts[0] == "SDKGEN03" && parts[1] == Files.Published);
    }

    private int Prepare(params string[] more)
        => PrepareCommand.Create().Parse(["--api", "claude-code", "--folder", _folder.OpenApi, .. more])
            .Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = _error });

    private int View()
        => ViewCommand.Create().Parse(
            ["--api", "claude-code", "--folder", _folder.OpenApi, "--output", Path.Combine(_folder.Root, "view.json")])
            .Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = _error });

    /// <summary>Replaces a text that must be there, and tells its line.</summary>
    private static int Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        text.Should().Contain(from);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + to + text[(at + from.Length)..]);
        return text[..(at + from.TrimEnd().Length)].Count(c => c == '\n') + 1;
    }

    private void Append(JsonNode action)
    {
        var overlay = JsonText.ReadObject(Files.Overlay);
        overlay["actions"]!.AsArray().Add(action.DeepClone());
        File.WriteAllText(Files.Overlay, JsonText.Write(overlay));
    }

    private static int LineOf(string refusal, string file)
        => int.Parse(
            Regex.Match(refusal, Regex.Escape(file) + @"\((\d+)\)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"overlay\.json: (\{.*\})$")]
    private static partial Regex Action();
}
