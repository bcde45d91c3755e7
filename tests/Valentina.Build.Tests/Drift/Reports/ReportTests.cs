using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Reports;

/// <summary>
/// The five formats, compared with committed examples. To renew them, set DRIFT_WRITE_EXAMPLES=1, run the tests and read the difference.
/// </summary>
public sealed class ReportTests : IDisposable
{
    private static readonly string ExamplesFolder = Repository.PathOf("tests", "Valentina.Build.Tests", "Drift", "Reports", "Examples");

    private readonly Folder _folder = new();

    [Theory]
    [InlineData("text", "report.txt")]
    [InlineData("json", "report.json")]
    [InlineData("markdown", "report.md")]
    [InlineData("junit", "report.xml")]
    [InlineData("github", "report.github.txt")]
    public async Task A_report_looks_like_its_example(string format, string example)
    {
        var run = await RunAsync(format);

        // The folder of the test is the only thing that differs from run to run.
        var text = run.Output.Replace(_folder.Root.Replace('\\', '/'), "FOLDER", StringComparison.Ordinal);
        var path = Path.Combine(ExamplesFolder, example);
        if (Environment.GetEnvironmentVariable("DRIFT_WRITE_EXAMPLES") == "1")
        {
            Directory.CreateDirectory(ExamplesFolder);
            await File.WriteAllTextAsync(path, text);
        }

        text.Should().Be((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("junit")]
    [InlineData("github")]
    public async Task Two_runs_give_the_same_bytes_whatever_the_order_of_the_keys(string format)
    {
        var one = await RunAsync(format);
        var other = await RunAsync(format, shuffled: true);

        other.Output.Should().Be(one.Output);
    }

    [Fact]
    public async Task JSON_and_JUnit_are_well_formed()
    {
        var json = JsonNode.Parse((await RunAsync("json")).Output)!;
        var junit = XDocument.Parse((await RunAsync("junit")).Output);

        json["schemaVersion"]!.GetValue<int>().Should().Be(1);
        var findings = json["comparisons"]![0]!["findings"]!.AsArray();
        junit.Descendants("testcase").Should().HaveCount(findings.Count);
        junit.Descendants("failure").Should().HaveCount(findings.Count(finding => finding!["level"]!.GetValue<string>() == "breaking"));
    }

    [Fact]
    public async Task A_report_can_be_written_to_a_file()
    {
        var path = Path.Combine(_folder.Root, "report.md");

        var run = await RunAsync("markdown", output: path);

        run.Output.Should().BeEmpty();
        (await File.ReadAllTextAsync(path)).Should().StartWith("# Contract drift\n");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("junit")]
    [InlineData("github")]
    public async Task What_a_document_says_cannot_steer_the_reader(string format)
    {
        const string Poison = "\u001b[31m\n::error::owned\r\n| <script>\u202E";
        var head = ChangeCase.Bakery;
        head["info"]!["title"] = "Bakery" + Poison;
        head["components"]!["schemas"]!["Crust"]!["enum"]!.AsArray().Add(Poison);
        head["components"]!["schemas"]!["Bread"]!["properties"]![Poison] = new JsonObject { ["type"] = "string" };

        var run = await Tool.RunAsync([
            "drift", "--base", _folder.File("a.json", ChangeCase.Bakery.ToJsonString()), "--head",
            _folder.File("b.json", head.ToJsonString()), "--format", format
        ]);

        run.Output.Should().NotContain("\u001b").And.NotContain("\u202E").And.NotContain("\r");
        run.Output.Split('\n').Should().NotContain(line => line.StartsWith("::error::", StringComparison.Ordinal));
        if (format is "markdown" or "junit")
        {
            Regex.Replace(run.Output, "`[^`]*`", "").Should().NotContain("<script>", "nothing foreign becomes markup outside of code");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Head()
    {
        var head = ChangeCase.Bakery;
        head["info"]!["version"] = "1.1.0";
        head["paths"]!.AsObject().Remove("/health");
        head["paths"]!["/breads"]!["get"]!["parameters"]!.AsArray()
            .Add(JsonNode.Parse("""{"name": "shop", "in": "query", "required": true, "schema": {"type": "string"}}"""));
        head["components"]!["schemas"]!["Crust"]!["enum"]!.AsArray().Add("golden");
        head["components"]!["schemas"]!["Bread"]!["properties"]!["baker"] = new JsonObject { ["type"] = "string" };
        head["components"]!["schemas"]!["BreadCreate"]!["properties"]!["name"]!["maxLength"] = 30;
        return head;
    }

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Reverse().Select(entry => KeyValuePair.Create(entry.Key, Reversed(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private async Task<Tool.Run> RunAsync(string format, bool shuffled = false, string? output = null)
    {
        var old = _folder.File("old.json", ChangeCase.Bakery.ToJsonString());
        var head = Head();
        var now = _folder.File("now.json", (shuffled ? Reversed(head)! : head).ToJsonString());
        var accepted = _folder.File("accepted.json", """
            {"accepted": [{"fingerprint": "FINGERPRINT", "api": "Bakery", "id": "request-property-max-length-decreased", "reason": "Names are short anyway.", "until": "2027-06-30"}]}
            """.Replace("FINGERPRINT", await FingerprintAsync(old, now), StringComparison.Ordinal));
        string[] file = output is null ? [] : ["--output", output];
        return await Tool.RunAsync(["drift", "--base", old, "--head", now, "--accept", accepted, "--format", format, .. file]);
    }

    private static async Task<string> FingerprintAsync(string old, string now)
    {
        var run = await Tool.RunAsync(["drift", "--base", old, "--head", now, "--format", "json"]);
        return JsonNode.Parse(run.Output)!["comparisons"]![0]!["findings"]!.AsArray()
            .Single(finding => finding!["id"]!.GetValue<string>() == "request-property-max-length-decreased")!["fingerprint"]!
            .GetValue<string>();
    }
}
