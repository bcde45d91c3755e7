using Valentina.Services;

namespace Valentina;

/// <summary>One book of a campaign: <c>acting.Campaign(campaignId).Book(bookId).Chapters</c>.</summary>
public class BookScope
{
    private readonly ServiceScope? _scope;

    /// <summary>For test doubles, which override what they need.</summary>
    protected BookScope()
    {
    }

    internal BookScope(ServiceScope scope, Guid campaignId, Guid bookId)
    {
        _scope = scope;
        CampaignId = campaignId;
        BookId = bookId;
    }

    /// <summary>The campaign.</summary>
    public virtual Guid CampaignId { get; }

    /// <summary>The book.</summary>
    public virtual Guid BookId { get; }

    /// <inheritdoc cref="ChaptersService"/>
    public virtual ChaptersService Chapters => field ??= new ChaptersService(Scope, CampaignId, BookId);

    private ServiceScope Scope => ServiceScope.Required(_scope, this);
}
