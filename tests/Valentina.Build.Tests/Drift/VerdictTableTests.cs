using System.Text.RegularExpressions;
using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Drift.Rules;
using static Valentina.SpecTool.Drift.Rules.Verdict;

namespace Valentina.Build.Tests.Drift;

/// <summary>The verdicts: does a shipped client still work, does user code still compile and behave?</summary>
public sealed partial class VerdictTableTests
{
    public static TheoryData<int, string, Verdict, Verdict> Table => new()
    {
        // class, id, wire, SDK
        { 1, "api-path-removed-without-deprecation", Breaking, Breaking },
        { 1, "api-path-removed-with-deprecation", Warning, Warning },
        { 2, "api-removed-without-deprecation", Breaking, Breaking },
        { 3, "endpoint-added", Compatible, Warning },
        { 4, "api-operation-id-removed", Compatible, Breaking },
        { 5, "api-tag-removed", Compatible, Breaking },
        { 6, "api-schema-removed", Compatible, Breaking },
        { 7, "endpoint-deprecated", Compatible, Warning },
        { 8, "new-required-request-parameter", Breaking, Breaking },
        { 9, "new-optional-request-parameter", Compatible, Warning },
        { 10, "request-parameter-order-changed", Compatible, Breaking },
        { 11, "request-parameter-removed", Warning, Breaking },
        { 12, "request-parameter-became-required", Breaking, Breaking },
        { 13, "request-parameter-became-optional", Compatible, Warning },
        { 14, "request-parameter-in-changed", Breaking, Compatible },
        { 15, "request-parameter-type-changed", Breaking, Breaking },
        { 15, "request-property-type-changed", Breaking, Breaking },
        { 16, "request-parameter-style-changed", Breaking, Compatible },
        { 16, "request-parameter-explode-changed", Breaking, Compatible },
        { 17, "request-parameter-default-value-added", Breaking, Warning },
        { 17, "request-parameter-default-value-changed", Breaking, Warning },
        { 17, "request-parameter-default-value-removed", Breaking, Warning },
        { 18, "request-parameter-max-decreased", Breaking, Compatible },
        { 18, "request-parameter-min-increased", Breaking, Compatible },
        { 18, "request-property-max-length-decreased", Breaking, Compatible },
        { 18, "request-property-pattern-added", Breaking, Compatible },
        { 18, "request-property-max-items-decreased", Breaking, Compatible },
        { 19, "request-parameter-max-increased", Compatible, Warning },
        { 19, "request-property-min-length-decreased", Compatible, Warning },
        { 20, "request-property-enum-value-removed", Breaking, Breaking },
        { 20, "request-parameter-enum-value-removed", Breaking, Breaking },
        { 21, "request-property-enum-value-added", Compatible, Warning },
        { 21, "request-parameter-enum-value-added", Compatible, Warning },
        { 22, "new-required-request-property", Breaking, Breaking },
        { 22, "new-required-request-property-with-default", Breaking, Breaking },
        { 23, "new-optional-request-property", Compatible, Compatible },
        { 24, "request-property-removed", Warning, Breaking },
        { 25, "request-property-became-required", Breaking, Breaking },
        { 26, "request-property-became-not-nullable", Breaking, Warning },
        { 27, "request-property-became-nullable", Compatible, Warning },
        { 28, "request-body-became-required", Breaking, Breaking },
        { 28, "request-body-media-type-removed", Breaking, Breaking },
        { 29, "response-success-status-removed", Breaking, Warning },
        { 29, "response-success-status-changed", Compatible, Warning },
        { 30, "response-success-status-added", Compatible, Warning },
        { 31, "response-non-success-status-added", Compatible, Warning },
        { 32, "response-media-type-removed", Breaking, Breaking },
        { 33, "response-required-property-removed", Breaking, Breaking },
        { 34, "response-optional-property-removed", Warning, Breaking },
        { 35, "response-optional-property-added", Compatible, Compatible },
        { 35, "response-required-property-added", Compatible, Compatible },
        { 36, "response-property-became-optional", Breaking, Breaking },
        { 37, "response-property-became-nullable", Breaking, Breaking },
        { 38, "response-property-became-not-nullable", Compatible, Warning },
        { 39, "response-property-type-changed", Breaking, Breaking },
        { 39, "response-property-type-generalized", Breaking, Breaking },
        { 40, "response-property-enum-value-added", Warning, Warning },
        { 41, "response-property-enum-value-removed", Compatible, Warning },
        { 42, "response-property-one-of-added", Breaking, Breaking },
        { 42, "response-property-any-of-added", Breaking, Breaking },
        { 42, "response-property-discriminator-property-name-changed", Breaking, Breaking },
        { 43, "response-property-max-length-unset", Warning, Compatible },
        { 44, "required-response-header-removed", Breaking, Warning },
        { 44, "response-header-became-optional", Breaking, Warning },
        { 45, "api-security-component-form-changed", Breaking, Breaking },
        { 45, "api-security-updated", Breaking, Breaking },
        { 45, "api-security-scope-added", Breaking, Breaking },
        { 46, "server-base-path-changed", Breaking, Compatible },
        { 47, "request-optional-property-became-read-only", Warning, Breaking },
        { 47, "response-optional-property-became-write-only", Warning, Breaking },
        { 48, "pagination-envelope-changed", Breaking, Breaking },
        { 49, "api-major-version-not-bumped", Compatible, Warning },
        { 50, "description-changed", Compatible, Compatible },
        { 50, "example-changed", Compatible, Compatible },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_change_has_its_two_verdicts(int number, string id, Verdict wire, Verdict sdk)
    {
        var rule = ChangeRules.ById(id);

        (rule.Class, rule.Wire, rule.Sdk).Should().Be((number, wire, sdk));
        rule.Level.Should().Be((Verdict)Math.Max((int)wire, (int)sdk), "a finding is as grave as its graver verdict");
    }

    [Fact]
    public void All_fifty_classes_are_in_the_table()
        => ChangeRules.All.Select(rule => rule.Class).Where(number => number > 0).Distinct().Order()
            .Should().Equal(Enumerable.Range(1, 50));

    [Fact]
    public void Every_rule_says_what_it_means_in_a_sentence()
        => ChangeRules.All.Where(rule => !Sentence().IsMatch(rule.Meaning)).Select(rule => rule.Id).Should().BeEmpty();

    [Fact]
    public void The_page_about_drift_names_every_class_with_the_verdicts_of_the_rules()
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "contract-drift.md"))
            .Select(line => TableRow().Match(line))
            .Where(match => match.Success)
            .Select(match => (
                Class: int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Id: match.Groups[2].Value,
                Wire: match.Groups[3].Value, Sdk: match.Groups[4].Value))
            .ToList();

        rows.Select(row => row.Class).Distinct().Should().Equal(Enumerable.Range(1, 50));
        rows.Should().OnlyContain(row => Says(row.Id, row.Class, row.Wire, row.Sdk));
    }

    private static bool Says(string id, int number, string wire, string sdk)
    {
        var rule = ChangeRules.ById(id);
        return rule.Class == number
            && string.Equals(rule.Wire.ToString(), wire, StringComparison.OrdinalIgnoreCase)
            && string.Equals(rule.Sdk.ToString(), sdk, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^\| ([0-9]+) \| [^|]+ \| `([a-z-]+)`[^|]* \| ([a-z]+) \| ([a-z]+) \|")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^[A-Z{""].*(\.|\{0\})$")]
    private static partial Regex Sentence();
}
