using Valentina.Models;

namespace Valentina;

/// <summary>Which users of the whole service are wanted. What is left null does not filter.</summary>
public sealed class AdminUserFilter
{
    /// <summary>Only users of this company.</summary>
    public Guid? CompanyId { get; set; }

    /// <summary>Only users with this role.</summary>
    public UserRole? Role { get; set; }

    /// <summary>The e-mail address, compared as a whole.</summary>
    public string? Email { get; set; }

    /// <summary>True for only the archived users, false for only the others.</summary>
    public bool? IsArchived { get; set; }
}
