using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Valentina.SpecTool.Packing;

/// <summary>
/// The documentation of what can be seen from outside of an assembly. The compiler writes that of all members; a consumer's editor has
/// no use for the rest, and it is nobody's business.
/// </summary>
internal static class PublicDocumentation
{
    /// <summary>The documentation without the members that no consumer can name.</summary>
    /// <param name="assembly">The path of the assembly.</param>
    /// <param name="documentation">What the compiler wrote beside it.</param>
    public static XDocument Of(string assembly, XDocument documentation)
    {
        var visible = VisibleIn(assembly);
        var filtered = new XDocument(documentation);
        filtered.Descendants("member").Where(member => !visible.Contains((string?)member.Attribute("name") ?? "")).Remove();
        return filtered;
    }

    /// <summary>The ids, as documentation has them, of all types and members that a consumer can name.</summary>
    public static IReadOnlySet<string> VisibleIn(string assembly)
    {
        var shared = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = shared.Where(path => Path.GetFileName(path) != Path.GetFileName(assembly)).Append(assembly)
            .Select(path => MetadataReference.CreateFromFile(path)).ToArray();
        var compilation = CSharpCompilation.Create("documentation", references: references);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(references[^1])!;
        return Below(symbol.GlobalNamespace).Select(each => each.GetDocumentationCommentId()).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<ISymbol> Below(INamespaceOrTypeSymbol parent)
    {
        foreach (var member in parent.GetMembers().Where(member => member is INamespaceSymbol || IsVisible(member)))
        {
            if (member is not INamespaceSymbol)
            {
                yield return member;
            }

            foreach (var inner in member is INamespaceOrTypeSymbol nested ? Below(nested) : [])
            {
                yield return inner;
            }
        }
    }

    private static bool IsVisible(ISymbol symbol)
        => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
