using Valentina.Conformance.Transcripts;
using Xunit.Abstractions;

namespace Valentina.Conformance.Raw;

/// <summary>
/// Every recorded exchange, played through the raw clients: the request they build is the request that was recorded,
/// every answer is read without loss, every failure becomes the right exception.
/// </summary>
public class RawTranscriptTests(ITestOutputHelper output)
{
    public static TheoryData<string, bool> Recordings => new()
    {
        { "valentina", false },
        { "valentina", true },
        { "claude", false },
        { "claude", true },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task The_raw_client_builds_the_recorded_request(string recording, bool synchronous)
    {
        var errors = new List<string>();
        foreach (var call in await PlayAsync(recording, synchronous))
        {
            var differences = RequestComparison.Differences(call).ToList();
            if (differences.Count > 0)
            {
                errors.Add($"{call}: {string.Join("; ", differences)}");
            }
        }

        errors.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Every_success_body_is_read_without_loss(string recording, bool synchronous)
    {
        var errors = new List<string>();
        var read = 0;
        foreach (var call in (await PlayAsync(recording, synchronous)).Where(c => c.Exchange.IsSuccess))
        {
            if (call.Failure is not null)
            {
                errors.Add($"{call}: {call.Failure.Message}");
                continue;
            }

            if (call.Result is FileDownload or null)
            {
                continue;
            }

            read++;
            var differences = JsonValueComparer.Differences(call.Exchange.ResponseBody, WireJson.Write(call.Result), allowExtra: true);
            if (differences.Count > 0)
            {
                errors.Add($"{call}: {string.Join("; ", differences.Take(5))}");
            }
        }

        output.WriteLine($"{recording}: {read} bodies read and written back.");
        errors.Should().BeEmpty();
        read.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Every_error_becomes_the_right_exception(string recording, bool synchronous)
    {
        var errors = new List<string>();
        var mapped = 0;
        foreach (var call in (await PlayAsync(recording, synchronous)).Where(c => !c.Exchange.IsSuccess))
        {
            mapped++;
            var differences = ErrorComparison.Differences(call).ToList();
            if (differences.Count > 0)
            {
                errors.Add($"{call}: {string.Join("; ", differences)}");
            }
        }

        output.WriteLine($"{recording}: {mapped} errors mapped.");
        errors.Should().BeEmpty();
        mapped.Should().BePositive();
    }

    [Theory]
    [InlineData("valentina", 166)]
    [InlineData("claude", 12)]
    public async Task Every_operation_is_recorded_with_a_success_that_the_typed_client_can_express(string recording, int count)
    {
        var api = recording == "claude" ? RawApi.ClaudeCode : RawApi.Valentina;
        api.Operations.Should().HaveCount(count);
        var reached = (await PlayAsync(recording, false)).Where(c => c.Exchange.IsSuccess && c.Failure is null)
            .Select(c => c.Exchange.OperationId!);
        api.Operations.Except(reached).Should().BeEmpty("every operation must be shown by a recorded success");
    }

    [Theory]
    [InlineData("valentina")]
    [InlineData("claude")]
    public async Task What_the_typed_client_cannot_say_was_refused_by_the_server_or_ignored(string recording)
    {
        var unsayable = new List<ReplayedCall>();
        foreach (var exchange in RecordedExchange.Load(recording))
        {
            var call = await ReplayedCall.PlayAsync(exchange, synchronous: false);
            if (call.Reason is not null)
            {
                unsayable.Add(call);
                output.WriteLine($"{call}: {call.Reason}");
            }
        }

        output.WriteLine($"{unsayable.Count} of {RecordedExchange.Load(recording).Count} recorded requests cannot be expressed.");
        // A replay from the idempotency store looks neither at the acting user nor at anything else.
        unsayable.Where(c => c.Exchange.IsSuccess
            && c.Failure is RequestValidationException
            && c.Exchange.Note?.Contains("replay", StringComparison.Ordinal) != true)
            .Select(c => $"{c}: {c.Reason}")
            .Should().BeEmpty("validation must never refuse what the server accepted");
    }

    private static async Task<List<ReplayedCall>> PlayAsync(string recording, bool synchronous)
    {
        var calls = new List<ReplayedCall>();
        foreach (var exchange in RecordedExchange.Load(recording))
        {
            var call = await ReplayedCall.PlayAsync(exchange, synchronous);
            if (call.Reason is null)
            {
                calls.Add(call);
            }
        }

        return calls;
    }
}
