using Valentina.Services;

namespace Valentina;

/// <summary>
/// One campaign: <c>acting.Campaign(campaignId).Books</c>. Because the id is given here, it cannot be mixed up with that of a book.
/// </summary>
public class CampaignScope
{
    private readonly ServiceScope? _scope;

    /// <summary>For test doubles, which override what they need.</summary>
    protected CampaignScope()
    {
    }

    internal CampaignScope(ServiceScope scope, Guid campaignId)
    {
        _scope = scope;
        CampaignId = campaignId;
    }

    /// <summary>The campaign.</summary>
    public virtual Guid CampaignId { get; }

    /// <inheritdoc cref="BooksService"/>
    public virtual BooksService Books => field ??= new BooksService(Scope, CampaignId);

    private ServiceScope Scope => ServiceScope.Required(_scope, this);

    /// <summary>One book of the campaign, with its chapters.</summary>
    /// <param name="bookId">The book.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public virtual BookScope Book(Guid bookId) => new(Scope, CampaignId, ScopeId.Checked(bookId, nameof(bookId)));
}
