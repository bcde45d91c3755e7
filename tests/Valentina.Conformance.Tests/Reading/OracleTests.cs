using System.Collections;
using System.Globalization;
using System.Text;
using Valentina.Conformance.Raw;
using Valentina.Conformance.Transcripts;
using Valentina.Json;
using Valentina.Stress.Scenarios.Mutations;
using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.Reading;

/// <summary>The generated code reads and writes what Newtonsoft reads and writes over the attributes of the same models.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int UsualMutations = 10_000;

    [Fact]
    public void Every_recorded_answer_is_read_alike()
    {
        RecordedBody.All.Should().HaveCountGreaterThan(300);
        RecordedBody.All.Select(static body => (body.Name, Comparison.Difference(body.Bytes, body.Reader)))
            .Where(static pair => pair.Item2 is not null).Should().BeEmpty();
    }

    [Fact]
    public void Every_recorded_answer_is_written_byte_for_byte_alike()
    {
        foreach (var body in RecordedBody.All)
        {
            foreach (var model in Models(body.Reader.Read(body.Bytes)!))
            {
                WrittenAlike(model, body.Name);
            }
        }
    }

    [Fact]
    public void Every_recorded_request_is_written_byte_for_byte_alike()
    {
        var written = 0;
        foreach (var (file, api) in new[] { ("valentina", RawApi.Valentina), ("claude", RawApi.ClaudeCode) })
        {
            foreach (var exchange in RecordedExchange.Load(file).Where(static one => one.RequestBody is not null && one.Multipart is null))
            {
                if (exchange.OperationId is null || !api.TryFind(exchange.OperationId, synchronous: true, out var method)
                    || method.GetParameters().SingleOrDefault(static parameter => parameter.Name == "body") is not { } parameter)
                {
                    continue;
                }

                var sent = Encoding.UTF8.GetBytes(exchange.RequestBody!.ToString(Newtonsoft.Json.Formatting.None));
                object? body;
                try
                {
                    body = NewtonsoftWire.Read(sent, parameter.ParameterType);
                }
                catch (Newtonsoft.Json.JsonException)
                {
                    // What the typed client cannot say.
                    continue;
                }

                WrittenAlike(body!, exchange.ToString());
                written++;
            }
        }

        written.Should().BeGreaterThan(200);
    }

    /// <remarks>VALENTINA_MUTATIONS sets another number: 200,000 before a release.</remarks>
    [Fact]
    [TestLimit(1800)]
    public void Mutated_answers_are_read_alike_or_the_difference_is_wanted()
    {
        var seed = TestSeed.Take(output);
        var count = int.TryParse(Environment.GetEnvironmentVariable("VALENTINA_MUTATIONS"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : UsualMutations;
        var differences = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var chances = new Random(unchecked((seed * 397) + number));
            var body = RecordedBody.All[chances.Next(RecordedBody.All.Count)];
            var mutated = chances.Next(4) == 0
                ? ByteMutator.Mutate(body.Bytes, chances)
                : JsonMutator.Mutate(body.Bytes, chances);
            if (Comparison.Difference(mutated, body.Reader) is { } difference)
            {
                differences.Add($"number {number} of {body.Name}: {difference}");
            }
        }

        differences.Should().BeEmpty($"seed {seed}");
    }

    private static IEnumerable<object> Models(object value) => value switch
    {
        IJsonModel => [value],
        IEnumerable items => items.Cast<object>(),
        _ => ((IEnumerable)value.GetType().GetProperty("Items")!.GetValue(value)!).Cast<object>(),
    };

    private static void WrittenAlike(object body, string name)
        => Encoding.UTF8.GetString(WireOf(body)).Should().Be(Encoding.UTF8.GetString(NewtonsoftWire.Write(body)), name);

    private static byte[] WireOf(object body)
        => global::Valentina.Json.WireJson.ToBytes(body, static (writer, body) => global::Valentina.Json.WireJson.Write(writer, body));
}
