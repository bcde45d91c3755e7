namespace Valentina.SpecTool.View;

/// <summary>What kind of C# value a member holds, as far as a check for presence cares.</summary>
internal enum ValueKind
{
    /// <summary>A class: null when missing.</summary>
    Reference,

    /// <summary>A Guid: the empty id when missing.</summary>
    Id,

    /// <summary>An open enum: without text when missing.</summary>
    OpenEnum,

    /// <summary>Any other value: cannot be missing.</summary>
    Value,
}

/// <summary>What a reference points to, as far as checks care.</summary>
internal enum TargetKind
{
    /// <summary>Nothing with checks of its own.</summary>
    None,

    /// <summary>A model that is validated.</summary>
    Model,

    /// <summary>A string enum the server refuses other values of.</summary>
    ClosedEnum,

    /// <summary>An integer enum.</summary>
    ClosedNumber,
}

/// <summary>A member of a model with everything the checks depend on.</summary>
internal sealed record PropertyShape(
    string WireName,
    string Name,
    ModelKind Kind,
    bool Required,
    ResolvedSchema Schema,
    ResolvedSchema? Item,
    ValueKind Value,
    TargetKind Target,
    TargetKind ItemTarget);
