namespace Valentina.Client.Tests.Snippets;

/// <summary>What the documents show compiles, and what they mark as runnable runs.</summary>
public class DocumentSnippetTests
{
    public static TheoryData<string> Snippets => new(DocumentSnippet.All.Select(s => s.ToString()));

    public static TheoryData<string> RunnableSnippets => new(DocumentSnippet.All.Where(s => s.IsRun).Select(s => s.ToString()));

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_documented_block_compiles(string snippet)
        => SnippetCompiler.Compile(Find(snippet)).Errors.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(RunnableSnippets))]
    public async Task A_documented_block_runs(string snippet)
    {
        var (run, errors) = SnippetCompiler.Compile(Find(snippet));
        errors.Should().BeEmpty();
        await using var context = await SnippetContext.CreateAsync();
        await run!(context);
    }

    private static DocumentSnippet Find(string name) => DocumentSnippet.All.Single(s => s.ToString() == name);
}
