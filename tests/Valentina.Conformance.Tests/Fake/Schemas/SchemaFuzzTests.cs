using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;
using Valentina.Tests.Shared.Schemas;
using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.FakeServer.Schemas;

/// <summary>The fake's own validator and a JSON Schema library come to the same verdict on every value, good or broken.</summary>
public sealed class SchemaFuzzTests(ITestOutputHelper output)
{
    private const int ValuesOfEach = 600;

    [Theory]
    [TestLimit(480)]
    [InlineData("valentina")]
    [InlineData("claude-code")]
    public void The_fake_and_a_JSON_Schema_library_accept_and_refuse_the_same(string api)
    {
        var seed = TestSeed.Take(output);
        var source = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "prepared", api + ".json")))!.AsObject();
        var contract = ContractDocument.Parse(source);
        var open = new DocumentSchemas(source, allowsUnknownMembers: true);
        var closed = new DocumentSchemas(source);
        var (accepted, refused) = (0, 0);
        var found = new ConcurrentBag<string>();
        var explained = new ConcurrentDictionary<string, int>();

        Parallel.ForEach(contract.Schemas.Select(static (schema, index) => (Item: schema, Index: index)), entry =>
        {
            var ((name, schema), random) = (entry.Item, new Random(seed + entry.Index));
            var node = source["components"]!["schemas"]![name]!;
            foreach (var value in Values(schema, random))
            {
                var strictness = random.Next(2) == 0 ? Strictness.Exact : Strictness.Closed;
                var violations = SchemaValidator.Validate(schema, value, strictness);
                var schemas = strictness == Strictness.Closed ? closed : open;
                var accepts = schemas.Accepts(node, value);
                if (violations.Count == 0 && SchemaValidator.Validate(schema, value, Strictness.Lax).Count > 0)
                {
                    found.Add($"{name}: refused by the laxest reading alone: {Short(value)}");
                }

                Interlocked.Increment(ref accepts ? ref accepted : ref refused);
                if (accepts == (violations.Count == 0))
                {
                    continue;
                }

                var differences = violations.Select(violation => VerdictDifference.Of(violation, At(value, violation.Pointer))?.Name)
                    .ToHashSet();
                if (accepts && !differences.Contains(null))
                {
                    foreach (var difference in differences)
                    {
                        explained.AddOrUpdate(difference!, 1, static (_, count) => count + 1);
                    }

                    continue;
                }

                var said = accepts
                    ? $"only the fake refuses: {string.Join("; ", violations)}"
                    : $"only the library refuses: {string.Join("; ", schemas.Errors(node, value).Take(3))}";
                found.Add($"{name} ({strictness}): {said}: {Short(value)}");
            }
        });

        output.WriteLine($"{contract.Schemas.Count} schemas, {accepted} values accepted, {refused} refused");
        output.WriteLine($"explained: {string.Join(", ", explained.Select(one => $"{one.Value} {one.Key}"))}");
        found.Order(StringComparer.Ordinal).Take(60).Should().BeEmpty();
        accepted.Should().BeGreaterThan(refused / 5, "both verdicts must be common");
        refused.Should().BeGreaterThan(accepted / 5, "both verdicts must be common");
        explained.Keys.Should().BeEquivalentTo(
            VerdictDifference.All.Select(difference => difference.Name),
            "a difference that never shows is none");
    }

    /// <summary>A quarter as the schema says, the others changed in one to three places.</summary>
    private static IEnumerable<JsonNode?> Values(ContractSchema schema, Random random)
    {
        var samples = new SampleMaker(random, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var breaker = new ValueBreaker(random);
        for (var round = 0; round < ValuesOfEach / 4; round++)
        {
            var value = samples.Make(schema);
            yield return Read(value);
            for (var change = 0; change < 3; change++)
            {
                yield return Read(value = breaker.Break(schema, value));
            }
        }
    }

    /// <summary>The value as a server reads it: from text.</summary>
    private static JsonNode? Read(JsonNode? value) => value is null ? null : JsonNode.Parse(value.ToJsonString());

    private static JsonNode? At(JsonNode? value, string pointer)
        => pointer.Split('/').Skip(1).Aggregate(value, static (node, segment) => node switch
        {
            JsonArray array => array[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)],
            JsonObject form => form[segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)],
            _ => null,
        });

    private static string Short(JsonNode? value)
        => (value?.ToJsonString() ?? "null") is var text && text.Length > 300 ? text[..300] + "…" : text;
}
