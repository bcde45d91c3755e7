using System.Text.Json.Nodes;
using Valentina.SpecTool.Coverage;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.Build.Tests.Coverage;

/// <summary>Coverage counts what was really sent, in both styles, and does not take silence for an answer.</summary>
public class CoverageTests
{
    private static readonly Dictionary<string, string> NothingLeftOut = [];

    [Fact]
    public async Task An_operation_reached_in_both_styles_counts()
    {
        var (isGood, lines) = await MeasureAsync(recorder => new FullService(recorder), NothingLeftOut);

        isGood.Should().BeTrue();
        lines.Last().Should().Be("sample 2/2");
    }

    [Fact]
    public async Task An_operation_nobody_calls_is_named_and_fails()
    {
        var (isGood, lines) = await MeasureAsync(recorder => new HalfService(recorder), NothingLeftOut);

        isGood.Should().BeFalse();
        lines.Should().Contain("sample: not reached: removeThing");
        lines.Last().Should().Be("sample 1/2");
    }

    [Fact]
    public async Task An_operation_left_out_for_a_reason_passes_but_is_not_counted()
    {
        var (isGood, lines) = await MeasureAsync(recorder => new HalfService(recorder), new() { ["removeThing"] = "nobody may" });

        isGood.Should().BeTrue();
        lines.Should().Contain("sample: not reached: removeThing (left out: nobody may)");
        lines.Last().Should().Be("sample 1/2");
    }

    [Fact]
    public async Task A_reason_nobody_needs_any_more_fails()
    {
        var (isGood, lines) = await MeasureAsync(recorder => new FullService(recorder), new() { ["removeThing"] = "nobody may" });

        isGood.Should().BeFalse();
        lines.Should().Contain("left-out.json: removeThing is reached or does not exist: remove it.");
    }

    [Fact]
    public async Task A_method_that_sends_nothing_or_has_no_twin_fails()
    {
        var (isGood, lines) = await MeasureAsync(recorder => new IdleService(recorder), new() { ["removeThing"] = "nobody may" });

        isGood.Should().BeFalse();
        lines.Should().Contain("sample: IdleService.Rest(), asynchronous, sent nothing: InvalidOperationException: no mood");
        lines.Should().Contain("sample: IdleService.Rest() has no synchronous twin");
    }

    [Fact]
    public async Task A_method_that_refuses_what_only_another_takes_is_called_with_the_least_it_needs()
    {
        var (isGood, lines) = await MeasureAsync(recorder => new FussyService(recorder), new() { ["removeThing"] = "nobody may" });

        isGood.Should().BeTrue();
        lines.Last().Should().Be("sample 1/2");
    }

    private static async Task<(bool IsGood, string[] Lines)> MeasureAsync(
        Func<Recorder, object> service, Dictionary<string, string> leftOut)
    {
        var contract = ContractIndex.Of(JsonNode.Parse("""
            { "paths": { "/things/{thing_id}": {
              "get": { "operationId": "getThing", "responses": { "200": { "content": { "application/json": { "schema": { "type": "object" } } } } } },
              "delete": { "operationId": "removeThing", "responses": { "204": {} } } } } }
            """)!.AsObject());
        var recorder = new Recorder(contract);
        var run = await CoverageRun.StartAsync(new Probe("sample", contract, recorder, [service(recorder)]));
        var output = new StringWriter { NewLine = "\n" };
        var isGood = CoverageReport.Write([run], leftOut, output);
        return (isGood, output.ToString().TrimEnd('\n').Split('\n'));
    }

    private abstract class Sender(Recorder recorder)
    {
        private readonly HttpMessageInvoker _invoker = new(recorder);

        protected Task SendAsync(HttpMethod method, Guid id) => _invoker.SendAsync(Message(method, id), default);

        protected void Send(HttpMethod method, Guid id) => _invoker.Send(Message(method, id), default);

        private static HttpRequestMessage Message(HttpMethod method, Guid id) => new(method, $"http://probe.invalid/things/{id}");
    }

    private sealed class FullService(Recorder recorder) : Sender(recorder)
    {
        public Task GetAsync(Guid id, object? options = null, CancellationToken cancellationToken = default)
            => SendAsync(HttpMethod.Get, id);

        public void Get(Guid id, object? options = null, CancellationToken cancellationToken = default) => Send(HttpMethod.Get, id);

        public Task DeleteAsync(Guid id, object? options = null, CancellationToken cancellationToken = default)
            => SendAsync(HttpMethod.Delete, id);

        public void Delete(Guid id, object? options = null, CancellationToken cancellationToken = default) => Send(HttpMethod.Delete, id);
    }

    /// <summary>Removes only asynchronously: that is not enough.</summary>
    private sealed class HalfService(Recorder recorder) : Sender(recorder)
    {
        public Task GetAsync(Guid id, object? options = null, CancellationToken cancellationToken = default)
            => SendAsync(HttpMethod.Get, id);

        public void Get(Guid id, object? options = null, CancellationToken cancellationToken = default) => Send(HttpMethod.Get, id);

        public Task DeleteAsync(Guid id, object? options = null, CancellationToken cancellationToken = default)
            => SendAsync(HttpMethod.Delete, id);

        public void Delete(Guid id, object? options = null, CancellationToken cancellationToken = default) => Send(HttpMethod.Get, id);
    }

    private sealed class IdleService(Recorder recorder) : Sender(recorder)
    {
        public Task GetAsync(Guid id, object? options = null, CancellationToken cancellationToken = default)
            => SendAsync(HttpMethod.Get, id);

        public void Get(Guid id, object? options = null, CancellationToken cancellationToken = default) => Send(HttpMethod.Get, id);

        public Task RestAsync(object? options = null, CancellationToken cancellationToken = default)
            => throw new InvalidOperationException("no mood");
    }

    private sealed class FussyService(Recorder recorder) : Sender(recorder)
    {
        public Task GetAsync(Wish wish, object? options = null, CancellationToken cancellationToken = default)
            => SendAsync(HttpMethod.Get, Checked(wish));

        public void Get(Wish wish, object? options = null, CancellationToken cancellationToken = default)
            => Send(HttpMethod.Get, Checked(wish));

        private static Guid Checked(Wish wish)
            => wish.Extra is null ? wish.Id : throw new ArgumentException("no extras", nameof(wish));

        public sealed class Wish
        {
            public required Guid Id { get; set; }

            public string? Extra { get; set; }
        }
    }
}
