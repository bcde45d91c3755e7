namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>What cannot be translated is a compile error at the place, never a wrong twin.</summary>
public class SyncRefusalTests
{
    [Theory]
    [InlineData("public async Task<int[]> BothAsync() => await Task.WhenAll(_source.CountAsync(\"a\"), _source.CountAsync(\"b\"));", "Task.WhenAll(_source.CountAsync(\"a\"), _source.CountAsync(\"b\"))")]
    [InlineData("public async Task WaitAsync() { await Task.Delay(1); }", "Task.Delay(1)")]
    [InlineData("public Task NothingAsync() => Task.CompletedTask;", "CompletedTask")]
    [InlineData("private readonly TaskCompletionSource<int> _done = new(); public async Task<int> DoneAsync() => await _done.Task;", "_done.Task")]
    [InlineData("public async Task LaterAsync() { var task = _source.ClearAsync(); await task; }", "var task = _source.ClearAsync()")]
    [InlineData("public async Task ValueAsync() { await Task.FromResult(1); }", "await Task.FromResult(1)")]
    [InlineData("public Task EitherAsync(bool first) => first ? _source.ClearAsync() : _source.ClearAsync();", "first ? _source.ClearAsync() : _source.ClearAsync()")]
    public void What_only_tasks_can_say_is_refused_at_the_place(string members, string place)
    {
        var generated = Generated.FromMembers(members);

        generated.Findings.Should().Contain(finding => finding.Id == "VSYNC004");
        generated.Findings.Select(finding => finding.Location.SourceSpan).Should().Contain(span => generated.Output.SyntaxTrees.First().GetText().ToString(span) == place);
        generated.Text.Should().BeEmpty("half a twin would only bury the real error");
    }

    [Fact]
    public void A_call_without_counterpart_is_refused_at_the_place()
        => Generated.FromMembers("public Task RunAsync() => _source.OrphanAsync();").Refusal().Should().Be(("VSYNC003", "OrphanAsync"));

    [Fact]
    public void A_name_without_suffix_is_refused_at_the_place()
        => Generated.FromMembers("public Task<int> Size() => _source.CountAsync(\"a\");").Refusal().Should().Be(("VSYNC002", "Size"));

    [Fact]
    public void A_class_that_is_not_partial_is_refused_at_the_place()
        => Generated.From("[Valentina.GenerateSync] public class Whole { }").Refusal().Should().Be(("VSYNC001", "Whole"));
}
