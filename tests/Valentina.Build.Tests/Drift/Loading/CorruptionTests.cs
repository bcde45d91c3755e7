using System.Text.Json.Nodes;
using Valentina.Build.Tests.Drift.Mutations;
using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Preparing;
using Valentina.SpecTool.Prepare;
using Xunit.Abstractions;

namespace Valentina.Build.Tests.Drift.Loading;

/// <summary>A document is foreign: whatever is wrong with it, it is compared or refused in one sentence, never stumbled over.</summary>
public sealed class CorruptionTests(ITestOutputHelper output)
{
    [Fact]
    public void A_document_damaged_anywhere_is_compared_or_refused()
    {
        var random = new Random(TestSeed.Take(output));
        var root = Repository.ReadJson(Repository.PathOf("openapi", "claude-code.json")).AsObject();
        var files = new ApiFiles("claude-code", Repository.PathOf("openapi"));
        var original = ContractReader.Read(root);
        var refused = 0;
        for (var turn = 0; turn < 400; turn++)
        {
            var document = (JsonObject)root.DeepClone();
            var place = Strike(document, random);
            try
            {
                var side = ContractSide.Of(new LoadedDocument("head.json", document, "", true), files);
                ContractComparer.Compare(original, side.Contract);
            }
            catch (ContractException ex)
            {
                ex.Message.Should().NotBeEmpty();
                refused++;
            }
            catch (Exception ex)
            {
                throw new InvalidOperationException($"turn {turn}: {place}", ex);
            }
        }

        output.WriteLine($"400 damaged documents, {refused} refused");
    }

    /// <summary>Puts something of the wrong kind in the place of something chosen by chance.</summary>
    private static string Strike(JsonObject document, Random random)
    {
        var places = new List<(JsonNode Holder, string Name, int Index)>();
        Collect(document, places);
        var (holder, name, index) = places[random.Next(places.Count)];
        JsonNode? junk = random.Next(6) switch
        {
            0 => null,
            1 => JsonValue.Create(42),
            2 => JsonValue.Create("junk\u0000\u202e"),
            3 => new JsonArray(JsonValue.Create(1), null),
            4 => new JsonObject { ["junk"] = true },
            _ => JsonValue.Create(true),
        };
        var place = $"{holder.GetPath()} {name}{index} := {junk?.ToJsonString() ?? "null"}";
        if (holder is JsonObject map)
        {
            map[name] = junk;
        }
        else
        {
            holder.AsArray()[index] = junk;
        }

        return place;
    }

    private static void Collect(JsonNode? node, List<(JsonNode, string, int)> places)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, child) in map)
                {
                    places.Add((map, name, 0));
                    Collect(child, places);
                }

                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    places.Add((list, "", index));
                    Collect(list[index], places);
                }

                break;
        }
    }
}
