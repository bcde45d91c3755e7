using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.Build.Tests.Contracts;

/// <summary>
/// Named changes of contracts, and what becomes of each: code that compiles and says something, or a refusal with its cure.
/// </summary>
internal sealed class ContractCases
{
    private const int MostCures = 4;

    private readonly Dictionary<string, Func<Task>> _cases = new(StringComparer.Ordinal);

    /// <summary>The names, for a theory.</summary>
    public TheoryData<string> Names => [.. _cases.Keys];

    public Task RunAsync(string name) => _cases[name]();

    /// <summary>A change that is taken.</summary>
    /// <param name="name">What the change is.</param>
    /// <param name="change">Makes it, in the small contract.</param>
    /// <param name="said">What the code must say; what begins with <c>!</c> it must not say.</param>
    public void Takes(string name, Func<JsonObject, JsonObject> change, params string[] said)
        => _cases.Add(name, () => TakeAsync(change(SmallContract.Document()), [], said));

    /// <summary>A change that is taken with a correction of ours.</summary>
    public void Takes(string name, Func<JsonObject, JsonObject> change, Func<JsonObject, Cure> correction, params string[] said)
        => _cases.Add(name, () =>
        {
            var document = change(SmallContract.Document());
            return TakeAsync(document, new JsonArray(JsonText.ParseObject(correction(document).ToAction(document))), said);
        });

    /// <summary>A change of one place that is taken.</summary>
    public void Takes(string name, string pointer, string json, params string[] said)
        => Takes(name, document => document.Put(pointer, json), said);

    /// <summary>A change that is taken, in some operations of a real contract.</summary>
    public void TakesReal(string name, (string Api, string[] Operations) cut, Func<JsonObject, JsonObject> change, params string[] said)
        => _cases.Add(name, () =>
        {
            var document = change(RealContract.Cut(cut.Api, cut.Operations));
            return TakeAsync(document, RealContract.Actions(cut.Api, document), said);
        });

    /// <summary>A change that is refused at a place or below it, with a cure after which it is taken.</summary>
    public void Refuses(string name, Func<JsonObject, JsonObject> change, string pointer)
        => _cases.Add(name, () => RefuseAsync(change(SmallContract.Document()), pointer));

    /// <summary>A change of one place that is refused there, or below it.</summary>
    public void Refuses(string name, string pointer, string json, string below = "")
        => Refuses(name, document => document.Put(pointer, json), pointer + below);

    private static async Task TakeAsync(JsonObject document, JsonArray actions, string[] said)
    {
        var result = await Pipeline.RunAsync(document, actions);

        result.Refusal.Should().BeNull();
        result.Findings.Should().BeEmpty();
        foreach (var text in said)
        {
            if (text.StartsWith('!'))
            {
                result.Code.Should().NotContain(text[1..]);
            }
            else
            {
                result.Code.Should().Contain(text);
            }
        }
    }

    private static async Task RefuseAsync(JsonObject document, string pointer)
    {
        var actions = new JsonArray();
        var result = await Pipeline.RunAsync(document, actions);
        result.Refusal.Should().NotBeNull("the code says {0}", result.Findings.FirstOrDefault() ?? "nothing wrong");
        result.Refusal!.Value.Pointer.Should().StartWith(pointer);

        // Every refusal has a cure, and once all are cured the contract is taken.
        for (var cures = 0; result.Refusal is var (place, problem, cure); cures++)
        {
            cures.Should().BeLessThan(MostCures, "'{0}' at {1} must be cured by {2}", problem, place, actions.LastOrDefault());
            cure.Should().NotBeNull("'{0}' at {1} needs a cure", problem, place);
            actions.Add(JsonText.ParseObject(cure!.ToAction(result.Document)));
            result = await Pipeline.RunAsync(document, actions);
        }

        result.Findings.Should().BeEmpty();
    }
}
