using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.Client.Tests.Conventions;

/// <summary>A test as its source declares it; the tests of the other projects are seen this way too.</summary>
internal sealed record TestMethod(string Class, string Name, IReadOnlyList<(string Name, string Value)> Traits)
{
    private static readonly Lazy<IReadOnlyList<TestMethod>> Found = new(() => [.. SourceFiles.HandWritten("tests").SelectMany(Read)]);

    /// <summary>Every test of every project.</summary>
    public static IReadOnlyList<TestMethod> All => Found.Value;

    /// <summary>The names of the tests with a trait, by its value.</summary>
    public static ILookup<string, string> ByTrait(string trait)
        => All.SelectMany(test => test.Traits.Where(one => one.Name == trait).Select(one => (one.Value, test.Name)))
            .ToLookup(one => one.Value, one => one.Name, StringComparer.Ordinal);

    private static IEnumerable<TestMethod> Read(string file)
        => CSharpSyntaxTree.ParseText(File.ReadAllText(RepositoryRoot.PathOf(file))).GetRoot().DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
                .Where(method => Attributes(method, "Fact").Concat(Attributes(method, "Theory")).Any())
            .Select(method => new TestMethod(
                method.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.Text,
                method.Identifier.Text,
                [.. Attributes(method, "Trait").Select(attribute => (Text(attribute, 0), Text(attribute, 1)))]));

    private static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method, string name)
        => method.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute.Name.ToString() == name);

    private static string Text(AttributeSyntax attribute, int index)
        => ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[index].Expression).Token.ValueText;
}
