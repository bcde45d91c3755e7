using Valentina.Raw;
using Valentina.Services;

namespace Valentina;

/// <summary>
/// The services of one company, acting as a user or as nobody. Made by <see cref="ValentinaClient.ForCompany"/> and
/// <see cref="ActingAs"/>; the client itself is the scope of the default company. Scopes are cheap, never need disposing, and may be
/// used from many threads at once.
/// </summary>
public class CompanyScope
{
    private readonly ServiceScope? _scope;

    /// <summary>For test doubles, which override what they need.</summary>
    protected CompanyScope()
    {
    }

    internal CompanyScope(ServiceScope scope) => _scope = scope;

    /// <summary>The company; null where none was chosen, and then every call of a company's service is refused before it is sent.</summary>
    public virtual Guid? CompanyId => Scope.CompanyId;

    /// <summary>The user on whose behalf calls are made; null for nobody.</summary>
    public virtual Guid? ActingUserId => Scope.Connection.ActingUser;

    /// <inheritdoc cref="IdentityService"/>
    public virtual IdentityService Identity => field ??= new IdentityService(Scope);

    /// <inheritdoc cref="OptionsService"/>
    public virtual OptionsService Options => field ??= new OptionsService(Scope);

    /// <inheritdoc cref="DictionaryService"/>
    public virtual DictionaryService Dictionary => field ??= new DictionaryService(Scope);

    /// <inheritdoc cref="CharacterBlueprintService"/>
    public virtual CharacterBlueprintService CharacterBlueprint => field ??= new CharacterBlueprintService(Scope);

    /// <inheritdoc cref="CampaignsService"/>
    public virtual CampaignsService Campaigns => field ??= new CampaignsService(Scope);

    /// <inheritdoc cref="CharactersService"/>
    public virtual CharactersService Characters => field ??= new CharactersService(Scope);

    /// <inheritdoc cref="CharacterAutogenService"/>
    public virtual CharacterAutogenService CharacterAutogen => field ??= new CharacterAutogenService(Scope);

    /// <inheritdoc cref="UsersService"/>
    public virtual UsersService Users => field ??= new UsersService(Scope);

    /// <inheritdoc cref="DiceRollsService"/>
    public virtual DiceRollsService DiceRolls => field ??= new DiceRollsService(Scope);

    /// <summary>The generated clients, one for each group of the contract, over the same connection and for the same acting user.</summary>
    public virtual ValentinaRawClients Raw => Scope.Raw;

    private protected bool HasScope => _scope is not null;

    private protected ServiceScope Scope => ServiceScope.Required(_scope, this);

    /// <summary>
    /// The same company, acting as a user: the header On-Behalf-Of is sent wherever the server reads it. Operations that need no user do
    /// not look whether there is one of that id; all others answer with a <see cref="NotFoundException"/> that names the user.
    /// </summary>
    /// <param name="userId">The user whose rights apply.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public virtual CompanyScope ActingAs(Guid userId) => new(Scope.ActingAs(userId));

    /// <summary>One campaign of the company, with its books.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public virtual CampaignScope Campaign(Guid campaignId) => new(Scope, ScopeId.Checked(campaignId, nameof(campaignId)));

    /// <summary>One character of the company, with its traits.</summary>
    /// <param name="characterId">The character.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public virtual CharacterScope Character(Guid characterId) => new(Scope, ScopeId.Checked(characterId, nameof(characterId)));
}
