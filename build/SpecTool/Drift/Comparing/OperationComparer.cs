using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares one operation before and after.</summary>
internal sealed class OperationComparer(SchemaComparer comparer, Contract oldContract, Contract nowContract)
{
    public Step Compare(Operation old, Operation now)
    {
        var step = new Step();
        var scope = new Scope("api", old.SdkName ?? old.Address);
        CompareNames(old, now, scope, step);
        if (old.Deprecated != now.Deprecated)
        {
            step.Changes.Add(scope.Named(now.Deprecated ? "endpoint-deprecated" : "endpoint-reactivated", now.Pointer));
        }

        if (old.Text != now.Text)
        {
            step.Changes.Add(scope.Named("description-changed", now.Pointer, old.Text, now.Text));
        }

        step.Changes.AddRange(SecurityComparer.Requirements(old, now, oldContract, nowContract));
        step.Changes.AddRange(ServerComparer.Compare(old, now, oldContract, nowContract));
        if (old.Callbacks?.Text != now.Callbacks?.Text)
        {
            var pointer = Pointers.Join(now.Pointer, "callbacks");
            step.Changes.Add(scope.Named("callbacks-changed", pointer, old.Callbacks?.Names, now.Callbacks?.Names));
        }

        if (old.Links?.Text != now.Links?.Text)
        {
            step.Changes.Add(scope.Named("links-changed", now.Pointer, old.Links?.Names, now.Links?.Names));
        }

        new ParameterComparer(comparer, old, now, step).Compare();
        var content = new ContentComparer(comparer, old, now, step);
        content.CompareBodies();
        content.CompareAnswers();
        return step;
    }

    private static void CompareNames(Operation old, Operation now, Scope scope, Step step)
    {
        if (old.SdkName != now.SdkName)
        {
            step.Changes.Add(scope.Change(
                old.SdkName is null ? "operation-id-added" : "operation-id-removed", now.Pointer, old.Id ?? old.SdkName,
                now.Id ?? now.SdkName));
        }
        else if (old.Id != now.Id)
        {
            step.Changes.Add(scope.Named("operation-id-changed-name-kept", now.Pointer, old.Id, now.Id));
        }

        if (old.SdkGroup != now.SdkGroup)
        {
            step.Changes.Add(scope.Change(
                old.SdkGroup is null ? "tag-added" : "tag-removed", now.Pointer, old.Tags.FirstOrDefault() ?? old.SdkGroup,
                now.Tags.FirstOrDefault() ?? now.SdkGroup));
        }
        else if (!old.Tags.SequenceEqual(now.Tags, StringComparer.Ordinal))
        {
            step.Changes.Add(scope.Named("tags-changed", now.Pointer, string.Join(", ", old.Tags), string.Join(", ", now.Tags)));
        }
    }
}
