using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Valentina.SpecTool.Packing;

namespace Valentina.Build.Tests.Packing;

/// <summary>A package documents what its users can name, and nothing else.</summary>
public sealed class PublicDocumentationTests : IDisposable
{
    private const string Code = """
        namespace Library;

        /// <summary>Yes.</summary>
        public class Open<T>
        {
            /// <summary>Yes.</summary>
            public Open(int number) { }

            /// <summary>Yes.</summary>
            public System.Collections.Generic.List<T?> Items { get; } = [];

            /// <summary>Yes.</summary>
            protected internal void Call<TOther>(ref int number, TOther[] others, System.Xml.Linq.XElement element) { }

            /// <summary>Yes.</summary>
            public static implicit operator string(Open<T> open) => "";

            /// <summary>No.</summary>
            private protected void Derive() { }

            /// <summary>No.</summary>
            private readonly int _field = 1;

            /// <summary>Yes.</summary>
            public struct Nested
            {
                /// <summary>Yes.</summary>
                public event System.Action? Changed;
            }

            /// <summary>No.</summary>
            private class Hidden
            {
                /// <summary>No.</summary>
                public void AlsoHidden() { }
            }
        }

        /// <summary>No.</summary>
        internal class Closed : System.IDisposable
        {
            /// <summary>No.</summary>
            void System.IDisposable.Dispose() { }

            /// <summary>No.</summary>
            public enum Kind { }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valentina-documentation-");

    [Fact]
    public void Only_what_can_be_seen_from_outside_stays()
    {
        var (assembly, documentation) = Compile();
        var before = documentation.Descendants("member").Select(member => member.Element("summary")!.Value).ToList();

        var after = PublicDocumentation.Of(assembly, documentation)
            .Descendants("member").Select(member => member.Element("summary")!.Value);

        after.Should().OnlyContain(summary => summary == "Yes.").And.HaveCount(before.Count(summary => summary == "Yes."));
        before.Should().Contain("No.").And.HaveCount(14);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (string Assembly, XDocument Documentation) Compile()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText(Code, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var assembly = Path.Combine(_folder.FullName, "Library.dll");
        var documentation = Path.ChangeExtension(assembly, ".xml");
        compilation.Emit(assembly, xmlDocumentationPath: documentation).Success.Should().BeTrue();
        return (assembly, XDocument.Load(documentation));
    }
}
