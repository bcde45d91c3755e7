namespace Valentina;

/// <summary>Which entries of a developer's audit log are wanted. What is left null does not filter.</summary>
public sealed class DeveloperAuditLogFilter : AuditLogFilter
{
    /// <summary>Only what was done in this company.</summary>
    public Guid? CompanyId { get; set; }
}
