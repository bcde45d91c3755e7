using Valentina.Models;

namespace Valentina;

/// <summary>Which entries of an audit log are wanted. What is left null does not filter.</summary>
public class AuditLogFilter
{
    /// <summary>Only what this user did.</summary>
    public Guid? ActingUserId { get; set; }

    /// <summary>Only what was done to this user.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Only what was done to this campaign.</summary>
    public Guid? CampaignId { get; set; }

    /// <summary>Only what was done to this book.</summary>
    public Guid? BookId { get; set; }

    /// <summary>Only what was done to this chapter.</summary>
    public Guid? ChapterId { get; set; }

    /// <summary>Only what was done to this character.</summary>
    public Guid? CharacterId { get; set; }

    /// <summary>Only changes to this kind of thing.</summary>
    public AuditEntityType? EntityType { get; set; }

    /// <summary>Only this kind of change.</summary>
    public AuditOperation? Operation { get; set; }

    /// <summary>Only entries from this instant on.</summary>
    public DateTimeOffset? DateFrom { get; set; }

    /// <summary>Only entries up to this instant.</summary>
    public DateTimeOffset? DateTo { get; set; }

    /// <summary>What to embed: with <see cref="AuditLogInclude.RequestDetails"/> the entries tell the request as well.</summary>
    public IEnumerable<AuditLogInclude>? Include { get; set; }
}
