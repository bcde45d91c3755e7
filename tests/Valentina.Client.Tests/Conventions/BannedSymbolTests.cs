using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Valentina.Client.Tests.Conventions;

/// <summary>The banned symbols leave no way open by which a thread could wait for a task, and one place alone goes round them.</summary>
public class BannedSymbolTests
{
    private static readonly Compilation Platform = CSharpCompilation.Create(
        "Platform", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

    private static readonly HashSet<string> Banned =
        [.. File.ReadLines(RepositoryRoot.PathOf("build", "BannedSymbols.txt")).Select(static line => line.Split(';')[0])];

    [Fact]
    public void Every_way_to_wait_for_a_task_or_to_take_its_result_is_banned()
    {
        var waits = Members(typeof(Task), "Wait", "WaitAll", "WaitAny", "RunSynchronously")
            .Concat(new[] { typeof(Task<>), typeof(ValueTask<>) }.SelectMany(static type => Members(type, "Result")))
            .Concat(new[]
            {
                typeof(TaskAwaiter), typeof(TaskAwaiter<>), typeof(ValueTaskAwaiter), typeof(ValueTaskAwaiter<>),
                typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter), typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter),
                typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter),
                typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter),
            }.SelectMany(static type => Members(type, "GetResult")))
            .ToList();

        waits.Should().HaveCountGreaterThan(25);
        waits.Except(Banned).Should().BeEmpty();
    }

    [Fact]
    public void Every_way_to_the_thread_pool_by_Task_Run_is_banned()
        => Members(typeof(Task), "Run").Except(Banned).Should().BeEmpty();

#if NET10_0_OR_GREATER
    [Fact]
    public void Every_symbol_on_the_list_exists()
        => Banned.Where(static id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Platform) is null)
            .Should().BeEmpty("a misspelt one bans nothing");
#endif

    [Fact]
    public void One_place_goes_round_the_list()
        => SourceFiles.HandWritten("src")
            .Where(static file => File.ReadAllText(RepositoryRoot.PathOf(file)).Contains("RS0030", StringComparison.Ordinal))
            .Should().Equal("src/Facade/Connection/CompletedTaskExtensions.cs");

    private static IEnumerable<string> Members(Type type, params string[] names)
    {
        var symbol = Platform.GetTypeByMetadataName(type.FullName!)!;
        return symbol.GetMembers().Where(member => names.Contains(member.Name) && member.DeclaredAccessibility == Accessibility.Public)
            .Select(static member => member.GetDocumentationCommentId()!);
    }
}
