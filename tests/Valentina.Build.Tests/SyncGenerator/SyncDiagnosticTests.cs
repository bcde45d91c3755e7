namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>What cannot be translated is a compile error at the place, never a wrong twin.</summary>
public class SyncDiagnosticTests
{
    private const string PageHead = "GetPageAsync(int limit, int offset, RequestOptions? options, CancellationToken cancellationToken)";

    [Theory]
    [InlineData(
        "public async Task<int[]> BothAsync() => await Task.WhenAll(_source.CountAsync(\"a\"), _source.CountAsync(\"b\"));",
        "Task.WhenAll(_source.CountAsync(\"a\"), _source.CountAsync(\"b\"))")]
    [InlineData("public async Task WaitAsync() { await Task.Delay(1); }", "Task.Delay(1)")]
    [InlineData("public Task NothingAsync() => Task.CompletedTask;", "CompletedTask")]
    [InlineData(
        "private readonly TaskCompletionSource<int> _done = new(); public async Task<int> DoneAsync() => await _done.Task;", "_done.Task")]
    [InlineData("public async Task LaterAsync() { var task = _source.ClearAsync(); await task; }", "var task = _source.ClearAsync()")]
    [InlineData("public async Task ValueAsync() { await Task.FromResult(1); }", "await Task.FromResult(1)")]
    [InlineData(
        "public Task EitherAsync(bool first) => first ? _source.ClearAsync() : _source.ClearAsync();",
        "first ? _source.ClearAsync() : _source.ClearAsync()")]
    public void What_only_tasks_can_say_is_refused_at_the_place(string members, string place)
    {
        var generated = Generated.FromMembers(members);

        generated.Findings.Should().Contain(finding => finding.Id == "VSYNC004");
        generated.Findings.Select(finding => finding.Location.SourceSpan)
            .Should().Contain(span => generated.Output.SyntaxTrees.First().GetText().ToString(span) == place);
        generated.Text.Should().BeEmpty("half a twin would only bury the real error");
    }

    [Fact]
    public void A_call_without_counterpart_is_refused_at_the_place()
        => Generated.FromMembers("public Task RunAsync() => _source.OrphanAsync();").Diagnostic().Should().Be(("VSYNC003", "OrphanAsync"));

    [Fact]
    public void A_name_without_suffix_is_refused_at_the_place()
        => Generated.FromMembers("public Task<int> Size() => _source.CountAsync(\"a\");").Diagnostic().Should().Be(("VSYNC002", "Size"));

    [Fact]
    public void A_class_that_is_not_partial_is_refused_at_the_place()
        => Generated.From("[Valentina.GenerateSync] public class Whole { }").Diagnostic().Should().Be(("VSYNC001", "Whole"));

    [Theory]
    [InlineData("GetBreadsAsync", "int limit, int offset, RequestOptions? options")]
    [InlineData("BreadsPageAsync", "int limit, int offset, RequestOptions? options")]
    [InlineData("GetPageAsync", "int offset, int limit, RequestOptions? options")]
    [InlineData("GetPageAsync", "long limit, int offset, RequestOptions? options")]
    [InlineData("GetPageAsync", "int limit, int offset")]
    [InlineData("GetPageAsync", "int limit, int offset, RequestOptions? options", "<T>")]
    public void A_paged_method_that_is_no_page_method_is_refused_at_its_name(string name, string parameters, string generic = "")
        => Paged($"Task<Page<Bread>> {name}{generic}({parameters}, CancellationToken cancellationToken)").Diagnostic()
            .Should().Be(("VSYNC006", name));

    [Fact]
    public void A_page_method_that_returns_no_page_is_refused_at_its_type()
        => Paged($"Task<Bread> {PageHead}").Diagnostic().Should().Be(("VSYNC007", "Task<Bread>"));

    [Theory]
    [InlineData("\"ListBreads\"")]
    [InlineData("nameof(ValentinaOperations)")]
    [InlineData("nameof(ValentinaOperations.Motto)")]
    public void An_operation_that_is_none_is_refused_at_the_mark(string operation)
        => Paged($"Task<Page<Bread>> {PageHead}", operation).Diagnostic().Should().Be(("VSYNC008", operation));

    [Fact]
    public void A_paged_method_of_a_class_that_is_not_marked_is_refused_at_its_name()
        => Paged($"Task<Page<Bread>> {PageHead}", mark: "").Diagnostic().Should().Be(("VSYNC005", "GetPageAsync"));

    [Fact]
    public void A_paged_method_of_a_class_that_is_not_partial_is_refused_at_the_class()
        => Generated.From("[Valentina.GenerateSync] public class Whole { [Valentina.Paged(\"\")] public void GetPageAsync() { } }")
            .Diagnostic().Should().Be(("VSYNC001", "Whole"));

    [Fact]
    public void A_call_of_a_member_that_is_itself_generated_is_refused_at_the_place()
        => Generated.FromService($$"""
            [Paged(nameof(ValentinaOperations.ListBreads))]
            public Task<Page<Bread>> {{PageHead}} => FetchAsync(null, cancellationToken);
            public async Task<int> CountAsync() => (await ListAllAsync(null, null, default)).Count;
            """).Diagnostic().Should().Be(("VSYNC004", "ListAllAsync"));

    private static Generated Paged(
        string head, string operation = "nameof(ValentinaOperations.ListBreads)", string mark = "[Valentina.GenerateSync]")
        => Generated.FromService($"[Paged({operation})] public {head} => throw new NotSupportedException();", mark: mark);
}
