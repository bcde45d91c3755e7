namespace Valentina.Testing;

/// <summary>All groups of handlers.</summary>
internal static class Endpoints
{
    public static void Map(HandlerRegistry registry)
    {
        Catalogue.Seed(registry);
        Health.Map(registry);
        CompanyOptions.Map(registry);
        Developers.Map(registry);
        Companies.Map(registry);
        Users.Map(registry);
        UnapprovedUsers.Map(registry);
        AdminUsers.Map(registry);
        Identities.Map(registry);
        QuickRolls.Map(registry);
        ExperiencePoints.Map(registry);
        Campaigns.Map(registry);
        Books.Map(registry);
        Notes.Map(registry);
        Assets.Map(registry);
        CharacterViews.Map(registry);
        Characters.Map(registry);
        CharacterTraits.Map(registry);
        FullSheets.Map(registry);
        Inventory.Map(registry);
        Autogeneration.Map(registry);
        DiceRolls.Map(registry);
        Statistics.Map(registry);
        Dictionary.Map(registry);
        Blueprint.Map(registry);
        AuditLogs.Map(registry);
        ServerLogs.Map(registry);
        FirstCompany.Seed(registry);
    }
}
