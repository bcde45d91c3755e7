using Xunit.Abstractions;

namespace Valentina.Build.Tests.Texts;

/// <summary>What the IntelliSense texts of both services promise.</summary>
public class TextsTests(ITestOutputHelper output)
{
    private const int LongestText = 400;

    public static TheoryData<string> Services => ["valentina", "claude-code"];

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_operation_has_a_summary(string service)
    {
        var written = Places(service);

        ContractSurface.Read(service).Operations
            .Where(operation => !written.Contains($"operations/{operation}/summary"))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_parameter_has_a_text(string service)
    {
        var written = Places(service);

        ContractSurface.Read(service).Parameters
            .Where(parameter => !written.Contains($"parameters/{parameter}"))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_share_of_schemas_and_properties_with_a_text_is_reported(string service)
    {
        var written = Places(service);
        var contract = ContractSurface.Read(service);

        Report(service, "schemas", contract.Schemas.Keys.Concat(contract.Enums.Keys).Select(key => $"schemas/{key}/summary"), written);
        Report(service, "properties", contract.Schemas.SelectMany(s => s.Value.Select(p => $"schemas/{s.Key}/{p}")), written);
        Report(service, "enum values", contract.Enums.SelectMany(e => e.Value.Select(v => $"enums/{e.Key}/{v}")), written);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_text_is_written_for_something_that_does_not_exist(string service)
    {
        var contract = ContractSurface.Read(service);
        HashSet<string> known =
        [
            .. contract.Operations.SelectMany(o => new[] { $"operations/{o}/summary", $"operations/{o}/returns" }),
            .. contract.Parameters.Select(p => $"parameters/{p}"),
            .. contract.Schemas.Keys.Concat(contract.Enums.Keys).Select(s => $"schemas/{s}/summary"),
            .. contract.Schemas.SelectMany(s => s.Value.Select(p => $"schemas/{s.Key}/{p}")),
            .. contract.Enums.SelectMany(e => e.Value.Select(v => $"enums/{e.Key}/{v}")),
        ];

        Places(service).Where(place => !known.Contains(place)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_text_is_plain_short_and_made_of_sentences(string service)
    {
        var errors =
            TextEntry.ReadAll(service).SelectMany(entry => Errors(entry.Text).Select(error => $"{entry.Place}: {error}"));

        errors.Should().BeEmpty();
    }

    private static IEnumerable<string> Errors(string text)
    {
        if (text.Length == 0)
        {
            yield return "is empty";
            yield break;
        }

        if (text.Length > LongestText)
        {
            yield return $"has {text.Length} characters, more than {LongestText}";
        }

        if (!char.IsUpper(text[0]) && !char.IsDigit(text[0]))
        {
            yield return "does not begin with a capital";
        }

        if (!text.EndsWith('.'))
        {
            yield return "does not end with a period";
        }

        if (text.IndexOfAny(['`', '*', '<', '>', '#', '\n', '\r', '\t']) >= 0)
        {
            yield return "holds markup or a line break";
        }

        if (text.Contains("  ", StringComparison.Ordinal) || text != text.Trim())
        {
            yield return "holds superfluous blanks";
        }
    }

    private static HashSet<string> Places(string service) => [.. TextEntry.ReadAll(service).Select(entry => entry.Place)];

    private void Report(string service, string what, IEnumerable<string> places, HashSet<string> written)
    {
        List<string> all = [.. places];
        List<string> missing = [.. all.Where(place => !written.Contains(place))];

        output.WriteLine($"{service}: {all.Count - missing.Count} of {all.Count} {what} have a text");
        missing.ForEach(place => output.WriteLine($"  without: {place}"));
    }
}
