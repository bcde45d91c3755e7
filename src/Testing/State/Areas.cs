namespace Valentina.Testing;

/// <summary>All groups of handlers.</summary>
internal static class Areas
{
    public static void Map(Noir noir)
    {
        Catalogue.Seed(noir);
        Health.Map(noir);
        CompanyOptions.Map(noir);
        Developers.Map(noir);
        Companies.Map(noir);
        Users.Map(noir);
        AdminUsers.Map(noir);
        Identities.Map(noir);
        QuickRolls.Map(noir);
        ExperiencePoints.Map(noir);
        Campaigns.Map(noir);
        Books.Map(noir);
        Notes.Map(noir);
        Assets.Map(noir);
        CharacterViews.Map(noir);
        Characters.Map(noir);
        CharacterTraits.Map(noir);
        FullSheets.Map(noir);
        Inventory.Map(noir);
        Autogeneration.Map(noir);
        DiceRolls.Map(noir);
        Statistics.Map(noir);
        Dictionary.Map(noir);
        Blueprint.Map(noir);
        AuditLogs.Map(noir);
        ServerLogs.Map(noir);
        FirstCompany.Seed(noir);
    }
}
