namespace WebApi;

/// <summary>Which table the API serves.</summary>
public sealed class TableSettings
{
    /// <summary>The company.</summary>
    public Guid CompanyId { get; set; }

    /// <summary>On whose behalf it acts.</summary>
    public Guid UserId { get; set; }
}
