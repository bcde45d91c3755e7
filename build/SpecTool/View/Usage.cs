namespace Valentina.SpecTool.View;

/// <summary>Where a schema travels.</summary>
[Flags]
internal enum Usage
{
    None = 0,
    Request = 1,
    Patch = 2,
    Response = 4,
}

/// <summary>Which sort of class a schema becomes.</summary>
internal enum ModelKind
{
    /// <summary>Only sent: required members, null means left out, validated.</summary>
    Request,

    /// <summary>Only sent by PATCH: three-state members, validated.</summary>
    Patch,

    /// <summary>Received (and perhaps sent as well): tolerant, keeps what it does not know.</summary>
    Response,
}

internal static class UsageExtensions
{
    public static ModelKind Kind(this Usage usage) => usage switch
    {
        Usage.Patch => ModelKind.Patch,
        Usage.Request => ModelKind.Request,
        _ => ModelKind.Response,
    };

    public static bool IsSent(this Usage usage) => (usage & (Usage.Request | Usage.Patch)) != 0;
}
