using Valentina.Services;

namespace Valentina;

/// <summary>
/// The services of the process's default client, for scripts and small programs: the client made last with
/// <see cref="ValentinaOptions.SetAsDefault"/> on. It is a convenience that may be used from many threads at once; where several keys,
/// tenants or tests live in one process, pass clients on instead (see <c>AddValentina</c>). Give the ids by name:
/// <c>ValentinaServices.Chapters(campaignId: c, bookId: b, actingAs: u)</c>.
/// </summary>
public static class ValentinaServices
{
    /// <summary>The default client.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ValentinaClient Client => DefaultClient.Current ?? throw new InvalidOperationException(
        "There is no default client. Make one first, with new ValentinaClient(...), or name one with ValentinaServices.Use(client).");

    /// <summary>Makes a client the default.</summary>
    /// <param name="client">The client; null leaves the process without a default.</param>
    public static void Use(ValentinaClient? client) => DefaultClient.Set(client);

    /// <inheritdoc cref="CompaniesService"/>
    public static CompaniesService Companies() => Client.Companies;

    /// <inheritdoc cref="DeveloperService"/>
    public static DeveloperService Developer() => Client.Developer;

    /// <inheritdoc cref="GlobalAdminService"/>
    public static GlobalAdminService GlobalAdmin() => Client.GlobalAdmin;

    /// <inheritdoc cref="SystemService"/>
    public static SystemService System() => Client.System;

    /// <inheritdoc cref="UserLookupService"/>
    public static UserLookupService UserLookup() => Client.UserLookup;

    /// <inheritdoc cref="IdentityService"/>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static IdentityService Identity(Guid? companyId = null) => Scope(null, companyId).Identity;

    /// <inheritdoc cref="OptionsService"/>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static OptionsService Options(Guid? companyId = null) => Scope(null, companyId).Options;

    /// <inheritdoc cref="DictionaryService"/>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static DictionaryService Dictionary(Guid? companyId = null) => Scope(null, companyId).Dictionary;

    /// <inheritdoc cref="CharacterBlueprintService"/>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static CharacterBlueprintService CharacterBlueprint(Guid? companyId = null) => Scope(null, companyId).CharacterBlueprint;

    /// <inheritdoc cref="UsersService"/>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static UsersService Users(Guid? actingAs = null, Guid? companyId = null) => Scope(actingAs, companyId).Users;

    /// <inheritdoc cref="CampaignsService"/>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static CampaignsService Campaigns(Guid? actingAs = null, Guid? companyId = null) => Scope(actingAs, companyId).Campaigns;

    /// <inheritdoc cref="BooksService"/>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static BooksService Books(Guid campaignId, Guid? actingAs = null, Guid? companyId = null)
        => Scope(actingAs, companyId).Campaign(campaignId).Books;

    /// <inheritdoc cref="ChaptersService"/>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="bookId">The book.</param>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static ChaptersService Chapters(Guid campaignId, Guid bookId, Guid? actingAs = null, Guid? companyId = null)
        => Scope(actingAs, companyId).Campaign(campaignId).Book(bookId).Chapters;

    /// <inheritdoc cref="CharactersService"/>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static CharactersService Characters(Guid? actingAs = null, Guid? companyId = null) => Scope(actingAs, companyId).Characters;

    /// <inheritdoc cref="CharacterTraitsService"/>
    /// <param name="characterId">The character.</param>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static CharacterTraitsService CharacterTraits(Guid characterId, Guid? actingAs = null, Guid? companyId = null)
        => Scope(actingAs, companyId).Character(characterId).Traits;

    /// <inheritdoc cref="CharacterAutogenService"/>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static CharacterAutogenService CharacterAutogen(Guid? actingAs = null, Guid? companyId = null)
        => Scope(actingAs, companyId).CharacterAutogen;

    /// <inheritdoc cref="DiceRollsService"/>
    /// <param name="actingAs">The user whose rights apply; null for nobody.</param>
    /// <param name="companyId">The company; null for the client's default.</param>
    public static DiceRollsService DiceRolls(Guid? actingAs = null, Guid? companyId = null) => Scope(actingAs, companyId).DiceRolls;

    private static CompanyScope Scope(Guid? actingAs, Guid? companyId)
    {
        var scope = companyId is { } company ? Client.ForCompany(company) : Client;
        return actingAs is { } user ? scope.ActingAs(user) : scope;
    }
}
