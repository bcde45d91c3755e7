using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares what requests and answers carry.</summary>
internal sealed class ContentComparer(SchemaComparer comparer, Operation old, Operation now, Step step)
{
    private readonly string _subject = now.SdkName ?? now.Address;
    private readonly Scope _statuses = new("response-body", now.SdkName ?? now.Address);

    public void CompareBodies()
    {
        var scope = new Scope("request-body", _subject);
        switch (old.Body, now.Body)
        {
            case (null, { } added):
                step.Changes.Add(scope.Change(added.Required ? "added-required" : "added-optional", added.Pointer));
                return;
            case ({ } removed, null):
                step.Changes.Add(scope.Change("removed", removed.Pointer));
                return;
            case ({ } before, { } after):
                if (before.Required != after.Required)
                {
                    step.Changes.Add(after.Required
                        ? scope.Change("became-required", after.Pointer, "optional", "required")
                        : scope.Change("became-optional", after.Pointer, "required", "optional"));
                }

                CompareTexts(before.Text, after.Text, after.Pointer, scope);
                CompareContent(before.Content, after.Content, scope, "request-body-media-type");
                return;
        }
    }

    public void CompareAnswers()
    {
        var gone = old.Responses.Where(entry => !now.Responses.ContainsKey(entry.Key)).ToDictionary();
        var came = now.Responses.Where(entry => !old.Responses.ContainsKey(entry.Key)).ToDictionary();
        foreach (var (status, before) in old.Responses)
        {
            if (now.Responses.TryGetValue(status, out var after))
            {
                CompareAnswer(status, before, after);
            }
        }

        CompareReplacedSuccess(gone, came);
        foreach (var (status, before) in gone)
        {
            step.Changes.Add(_statuses.Named(StatusRule(status, "removed"), before.UsePointer, status, null));
        }

        foreach (var (status, after) in came)
        {
            step.Changes.Add(_statuses.Named(StatusRule(status, "added"), after.UsePointer, null, status));
        }
    }

    /// <summary>Any 2xx; the default answer is the success of an operation that names no other.</summary>
    private bool IsSuccess(string status) => status.StartsWith('2')
        || (status == "default" && !old.Responses.Keys.Concat(now.Responses.Keys).Any(other => other.StartsWith('2')));

    private string StatusRule(string status, string what)
        => $"response-{(IsSuccess(status) ? "success" : "non-success")}-status-{what}";

    private Scope Scoped(string status) => IsSuccess(status)
        ? new Scope("response-body", $"the answer of {_subject}")
        : new Scope("response-body", $"the {status} answer of {_subject}") { IsError = true };

    /// <summary>One success status in another's place is one change, and its body is compared all the same.</summary>
    private void CompareReplacedSuccess(Dictionary<string, Response> gone, Dictionary<string, Response> came)
    {
        if (gone.Keys.Where(IsSuccess).ToList() is [var was] && came.Keys.Where(IsSuccess).ToList() is [var becomes])
        {
            step.Changes.Add(_statuses.Named("response-success-status-changed", came[becomes].UsePointer, was, becomes));
            CompareAnswer(becomes, gone[was], came[becomes]);
            gone.Remove(was);
            came.Remove(becomes);
        }
    }

    private void CompareAnswer(string status, Response before, Response after)
    {
        var scope = Scoped(status);
        CompareTexts(before.Text, after.Text, after.Pointer, scope);
        CompareContent(before.Content, after.Content, scope, "response-media-type");
        foreach (var (name, header) in before.Headers)
        {
            var inside = new Scope("response-header", header.Name);
            if (after.Headers.TryGetValue(name, out var same))
            {
                if (header.Required != same.Required)
                {
                    step.Changes.Add(same.Required
                        ? inside.Change("became-required", same.Pointer, "optional", "required")
                        : inside.Change("became-optional", same.Pointer, "required", "optional"));
                }

                step.Next.Add(comparer.Compare(header.Schema, same.Schema, inside));
            }
            else
            {
                step.Changes.Add(
                    inside.Named($"{(header.Required ? "required" : "optional")}-response-header-removed", header.Pointer, header.Name));
            }
        }

        foreach (var (name, header) in after.Headers.Where(entry => !before.Headers.ContainsKey(entry.Key)))
        {
            step.Changes.Add(new Scope("response-header", header.Name).Change("added", header.Pointer, null, name));
        }
    }

    private void CompareContent(
        IReadOnlyDictionary<string, MediaType> before, IReadOnlyDictionary<string, MediaType> after, Scope scope, string rule)
    {
        foreach (var (name, media) in before)
        {
            if (after.TryGetValue(name, out var same))
            {
                step.Next.Add(comparer.Compare(media.Schema, same.Schema, scope));
                CompareEncodings(media, same, scope);
            }
        }

        var gone = before.Keys.Where(name => !after.ContainsKey(name)).ToList();
        var came = after.Keys.Where(name => !before.ContainsKey(name)).ToList();
        if (gone is [var was] && came is [var becomes])
        {
            step.Changes.Add(scope.Named($"{rule}-removed", after[becomes].Pointer, was, becomes, _subject));
            step.Next.Add(comparer.Compare(before[was].Schema, after[becomes].Schema, scope));
            return;
        }

        foreach (var name in gone)
        {
            step.Changes.Add(scope.Named($"{rule}-removed", before[name].Pointer, name, null, _subject));
        }

        foreach (var name in came)
        {
            step.Changes.Add(scope.Named($"{rule}-added", after[name].Pointer, null, name, _subject));
        }
    }

    private void CompareEncodings(MediaType before, MediaType after, Scope scope)
    {
        foreach (var part in before.Encoding.Keys.Union(after.Encoding.Keys, StringComparer.Ordinal))
        {
            var (was, becomes) = (before.Encoding.GetValueOrDefault(part), after.Encoding.GetValueOrDefault(part));
            if ((was?.Form ?? "") != (becomes?.Form ?? ""))
            {
                step.Changes.Add((scope with { Subject = part }).Named(
                    scope.IsRequest ? "request-body-encoding-changed" : "response-body-encoding-changed",
                    becomes?.Pointer ?? after.Pointer,
                    was?.Form,
                    becomes?.Form));
            }
        }
    }

    private void CompareTexts(string? before, string? after, string pointer, Scope scope)
    {
        if (before != after)
        {
            step.Changes.Add(scope.Named("description-changed", pointer, before, after));
        }
    }
}
