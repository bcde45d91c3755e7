using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.Prepare;

/// <summary>What the checks of one document share: the document, and the errors found so far.</summary>
internal sealed class CheckContext(JsonObject document)
{
    private readonly List<PrepareFinding> _errors = [];

    public JsonObject Document { get; } = document;

    public IReadOnlyList<PrepareFinding> Errors => _errors;

    public void Error(JsonPointer place, string text, Cure? cure = null) => _errors.Add(new PrepareFinding(place, text) { Cure = cure });

    /// <summary>Refuses members outside <paramref name="known"/>. Extension members that are not ours say nothing to us.</summary>
    public void Members(JsonObject holder, JsonPointer place, IReadOnlySet<string> known, string kind)
    {
        foreach (var (name, _) in holder)
        {
            if (!known.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                var at = place.Child(name);
                Error(at, $"{kind} with the member '{Shown(name)}' is not understood.", Cures.Remove(at.Text));
            }
        }
    }

    public void Name(JsonPointer place, string name, Func<string, bool> rule, string kind, Cure? cure = null)
    {
        if (!rule(name))
        {
            Error(place, $"'{Shown(name)}' is not allowed as {kind}.", cure ?? Cures.Remove(place.Text));
        }
    }

    public void OptionalName(JsonObject holder, JsonPointer place, string member, Func<string, bool> rule, string kind)
    {
        if (holder.TryGetPropertyValue(member, out var value))
        {
            Name(place.Child(member), TextOf(value) ?? "", rule, kind);
        }
    }

    public void Flag(JsonObject holder, JsonPointer place, string member)
    {
        if (holder.TryGetPropertyValue(member, out var value) && value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            Error(place.Child(member), "true or false is expected.", Cures.Remove(place.Child(member).Text));
        }
    }

    /// <summary>The object a local reference points to; a foreign or dangling reference is an error.</summary>
    public JsonObject? Resolve(JsonObject holder, JsonPointer place)
    {
        if (!holder.TryGetPropertyValue("$ref", out var reference))
        {
            return holder;
        }

        if (References.Find(Document, TextOf(reference) ?? "") is { } target)
        {
            return target;
        }

        var at = place.Child("$ref");
        Error(at, $"The reference '{Shown(TextOf(reference) ?? "")}' leads nowhere inside this document.", Cures.Remove(at.Text));
        return null;
    }

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A name as a message may show it: short, and without characters that could disturb a terminal.</summary>
    public static string Shown(string name)
        => string.Concat(name.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '#' or ' ' ? c : '?'));
}
