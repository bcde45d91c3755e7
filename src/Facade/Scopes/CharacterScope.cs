using Valentina.Services;

namespace Valentina;

/// <summary>One character: <c>acting.Character(characterId).Traits</c>.</summary>
public class CharacterScope
{
    private readonly ServiceScope? _scope;

    /// <summary>For test doubles, which override what they need.</summary>
    protected CharacterScope()
    {
    }

    internal CharacterScope(ServiceScope scope, Guid characterId)
    {
        _scope = scope;
        CharacterId = characterId;
    }

    /// <summary>The character.</summary>
    public virtual Guid CharacterId { get; }

    /// <inheritdoc cref="CharacterTraitsService"/>
    public virtual CharacterTraitsService Traits => field ??= new CharacterTraitsService(Scope, CharacterId);

    private ServiceScope Scope => ServiceScope.Required(_scope, this);
}
