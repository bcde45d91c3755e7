using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Valentina.Client.Tests.Conventions;

/// <summary>Two files fit side by side on a screen, and lines break in the same places everywhere.</summary>
public class LineTests
{
    private const int MaxLength = 140;

    /// <summary>What stands beside a text on its line at least: an indentation, a keyword, a bracket.</summary>
    private const int BesideText = 16;

    [Fact]
    public void No_line_is_longer_than_140_characters_where_it_can_be_broken()
        => SourceFiles.HandWritten("src", "build", "tests", "samples")
            .SelectMany(file => LongLines(File.ReadAllText(RepositoryRoot.PathOf(file))).Select(line => $"{file}({line})"))
            .Should().BeEmpty();

    [Fact]
    public void The_arrow_of_a_member_does_not_end_a_line()
        => SourceFiles.HandWritten("src", "build", "tests", "samples")
            .SelectMany(file => ArrowsAtTheEnd(File.ReadAllText(RepositoryRoot.PathOf(file))).Select(line => $"{file}({line})"))
            .Should().BeEmpty("it begins the next one");

    [Theory]
    [InlineData("var short = 1;", false)]
    [InlineData("// {0}", true)]
    [InlineData("Call(one, \"{0}\");", false)]
    [InlineData("Call({1}, two);", true)]
    public void Only_a_long_text_excuses_a_long_line(string line, bool isTooLong)
        => LongLines(line.Replace("{0}", new string('x', 150)).Replace("{1}", new string('x', 150)))
            .Should().HaveCount(isTooLong ? 1 : 0);

    private static IEnumerable<int> LongLines(string text)
    {
        var lines = text.Split('\n');
        if (!lines.Any(line => line.TrimEnd('\r').Length > MaxLength))
        {
            return [];
        }

        var root = Parse(text);
        return root.GetText().Lines
            .Where(line => line.Span.Length > MaxLength && !IsExcused(root, line))
            .Select(line => line.LineNumber + 1);
    }

    /// <summary>Within a text of several lines, or with one that would not fit on a line of its own.</summary>
    private static bool IsExcused(SyntaxNode root, TextLine line)
    {
        if (IsInsideOfToken(root, line.Start) || IsInsideOfToken(root, line.End))
        {
            return true;
        }

        var text = line.ToString();
        var indent = text.Length - text.TrimStart().Length;
        return root.DescendantNodes(line.Span)
            .Where(node => node is InterpolatedStringExpressionSyntax
                || node.IsKind(SyntaxKind.StringLiteralExpression)
                || node.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            .Any(node => indent + node.Span.Length + BesideText > MaxLength);
    }

    private static bool IsInsideOfToken(SyntaxNode root, int position)
        => position > 0
            && position < root.FullSpan.End
            && root.FindToken(position).Span is var span
            && span.Start < position
            && position < span.End;

    private static IEnumerable<int> ArrowsAtTheEnd(string text)
        => text.Contains("=>\n", StringComparison.Ordinal)
            ? Parse(text).DescendantNodes().OfType<ArrowExpressionClauseSyntax>()
                .Select(clause => clause.ArrowToken)
                .Where(arrow => arrow.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
                .Select(arrow => arrow.GetLocation().GetLineSpan().StartLinePosition.Line + 1)
            : [];

    private static SyntaxNode Parse(string text)
        => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
}
