using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Findings;

namespace Valentina.Build.Tests.Drift;

/// <summary>Every change class, seen from both sides: the change itself and its mirror image.</summary>
public sealed class ChangeClassTests
{
    public static TheoryData<string> Cases
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var item in ChangeCase.All)
            {
                data.Add(item.ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_found_with_its_id_its_verdicts_and_nothing_else(string name)
    {
        var item = Case(name);

        Describe(item.Forwards(), item.Finds).Should().Equal(Describe(item.Finds));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_mirror_image_is_found_as_well(string name)
    {
        var item = Case(name);

        Describe(item.Backwards(), item.Mirror).Should().Equal(Describe(item.Mirror));
    }

    [Fact]
    public void All_fifty_classes_have_fixtures()
        => ChangeCase.All.Select(item => item.Number).Distinct().Should().Equal(Enumerable.Range(1, 50));

    private static ChangeCase Case(string name) => ChangeCase.All.Single(item => item.ToString() == name);

    private static IEnumerable<string> Describe(IReadOnlyList<JsonObject> expected) => expected
        .Select(item => string.Join(
            " | ", ((string[])["id", "wire", "sdk", "at", "pointer"]).Select(part => item[part]?.GetValue<string>() ?? "*")))
        .Order(StringComparer.Ordinal);

    /// <summary>The findings in the words of the fixture; what it leaves open is left open.</summary>
    private static IEnumerable<string> Describe(IReadOnlyList<Finding> findings, IReadOnlyList<JsonObject> expected) => findings
        .Select(finding =>
        {
            var item = expected.FirstOrDefault(candidate => candidate["id"]!.GetValue<string>() == finding.Rule.Id);
            return string.Join(
                " | ",
                finding.Rule.Id,
                finding.Rule.Wire.ToString().ToLowerInvariant(),
                finding.Rule.Sdk.ToString().ToLowerInvariant(),
                item?["at"] is null ? "*" : finding.Operations.FirstOrDefault() ?? "*",
                item?["pointer"] is null ? "*" : finding.Pointer);
        })
        .Order(StringComparer.Ordinal);
}
