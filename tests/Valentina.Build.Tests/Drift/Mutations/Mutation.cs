using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>One change of a document and the ids it must be found with.</summary>
/// <param name="Document">The changed document.</param>
/// <param name="Place">What was struck, for the message of a failed test.</param>
/// <param name="Expected">The ids, each as often as it must occur.</param>
internal sealed record Mutation(JsonObject Document, string Place, IReadOnlyList<string> Expected);

/// <summary>A kind of change.</summary>
/// <param name="Class">Its change class.</param>
/// <param name="Name">What it does.</param>
/// <param name="Apply">Strikes a place chosen by chance; null where the document has no such place.</param>
internal sealed record Mutator(int Class, string Name, Func<SampleContract, Random, Mutation?> Apply)
{
    public override string ToString() => $"class {Class}, {Name}";

    /// <summary>Makes a mutator from its places and what it does at one of them.</summary>
    public static Mutator At(
        int number,
        string name,
        Func<SampleContract, IEnumerable<string>> places,
        Func<SampleContract, JsonObject, string, IReadOnlyList<string>> edit) => new(number, name, (sample, random) =>
        {
            var all = sample.Remember(places, () => places(sample));
            if (all.Count == 0)
            {
                return null;
            }

            var place = all[random.Next(all.Count)];
            var document = (JsonObject)sample.Root.DeepClone();
            document["info"]!["version"] = "99.0.0";
            return new Mutation(document, place, edit(sample, document, place));
        });

    /// <summary>Makes a mutator of members.</summary>
    public static Mutator OfMember(
        int number,
        string name,
        Func<Member, bool> fits,
        Func<Member, JsonObject, JsonObject, IEnumerable<string>> edit) => new(number, name, (sample, random) =>
        {
            var all = sample.Remember(edit, () => sample.Remember(nameof(Member), sample.Members).Where(fits));
            if (all.Count == 0)
            {
                return null;
            }

            var member = all[random.Next(all.Count)];
            var document = (JsonObject)sample.Root.DeepClone();
            document["info"]!["version"] = "99.0.0";
            var owner = JsonEdits.Find(document, member.Owner)!.AsObject();
            return new Mutation(document, member.Pointer, [.. edit(member, owner, document)]);
        });

    public static JsonObject Node(JsonObject document, string pointer) => JsonEdits.Find(document, pointer)!.AsObject();

    public static (JsonObject Holder, string Name) Split(JsonObject document, string pointer)
        => (JsonEdits.Find(document, pointer[..pointer.LastIndexOf('/')])!.AsObject(), JsonEdits.Parts(pointer)[^1]);

    public static void Rename(JsonObject map, string name, string other)
    {
        var value = map[name];
        map.Remove(name);
        map[other] = value;
    }
}
