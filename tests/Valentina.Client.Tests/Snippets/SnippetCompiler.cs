using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.Client.Tests.Snippets;

/// <summary>Compiles a block of a document as the body of a method that has the usual names at hand.</summary>
internal static class SnippetCompiler
{
    private static readonly string[] Namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
        "Valentina", "Valentina.Models", "Valentina.Services", "Valentina.ClaudeCode", "Valentina.ClaudeCode.Models", "Valentina.Testing",
        "Valentina.Testing.Scripting", "Xunit", "FluentAssertions",
    ];

    /// <summary>What the templates import by themselves.</summary>
    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] ImplicitOnTheWeb =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ]);

    /// <summary>Compiles; returns the method to run, or the errors.</summary>
    public static (Func<SnippetContext, Task>? Run, IReadOnlyList<string> Errors) Compile(DocumentSnippet snippet)
    {
        var whole = snippet.IsProgram || snippet.IsTest;
        var compilation = CSharpCompilation.Create(
            "Snippet" + Guid.NewGuid().ToString("N"),
            [.. (whole ? AsItStands(snippet) : [Wrap(snippet)]).Select(code => CSharpSyntaxTree.ParseText(code, Options))],
            References.Value,
            new CSharpCompilationOptions(
                snippet.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ToList();
        if (whole || errors.Count > 0)
        {
            return (null, errors);
        }

        using var image = new MemoryStream();
        compilation.Emit(image).Success.Should().BeTrue();
        var method = Assembly.Load(image.ToArray()).GetType("Snippet")!.GetMethod("RunAsync")!;
        return (context => (Task)method.Invoke(null, [context])!, []);
    }

    private static CSharpParseOptions Options { get; } = new(LanguageVersion.Preview);

    private static string[] AsItStands(DocumentSnippet snippet)
        => [
            snippet.Code,
            string.Join('\n', Implicit.Concat(snippet.IsWeb ? ImplicitOnTheWeb : []).Select(name => $"global using {name};")),
        ];

    private static string Wrap(DocumentSnippet snippet)
    {
        var unit = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(snippet.Code, Options).GetRoot();
        var usings = string.Join('\n', unit.Usings.Select(u => u.ToString()));
        var types = string.Join('\n', unit.Members.Where(m => m is not GlobalStatementSyntax).Select(m => m.ToFullString()));
        var statements = string.Join('\n', unit.Members.OfType<GlobalStatementSyntax>().Select(m => m.ToFullString()));
        var imports = string.Join('\n', Namespaces.Where(Exists).Select(n => $"using {n};"));

        // The block may declare any of the usual names itself: they are members, which locals hide.
        return $$"""
            {{imports}}
            {{usings}}

            public static class Snippet
            {
                private static Valentina.Client.Tests.Snippets.SnippetContext context = null!;
                private static ValentinaClient client => context.Client;
                private static ClaudeCodeClient claude => context.Claude;
                private static Guid companyId => context.CompanyId;
                private static Guid userId => context.UserId;
                private static Guid campaignId => context.CampaignId;
                private static Guid bookId => context.BookId;
                private static Guid characterId => context.CharacterId;
                private static CancellationToken cancellationToken => default;
                private static string key => "secret";
                private static string path => "moon.png";
                private static string url => "https://valentina.example";

                public static async Task RunAsync(Valentina.Client.Tests.Snippets.SnippetContext given)
                {
                    context = given;
                    await Task.CompletedTask;
            #line {{snippet.Line}} "{{snippet.File.Replace('\\', '/')}}"
            {{statements}}
                }
            }

            {{types}}
            """;
    }

    private static bool Exists(string name)
        => !name.StartsWith("Valentina", StringComparison.Ordinal)
           || typeof(ValentinaException).Assembly.GetTypes().Concat(typeof(Testing.FakeValentina).Assembly.GetTypes())
               .Any(t => t.IsPublic && t.Namespace == name);
}
