namespace Valentina.Testing;

/// <summary>What a developer's key may do: everything for a global administrator, else what its permission on the company allows.</summary>
internal static class CompanyCheck
{
    private static readonly string[] Levels = ["USER", "ADMIN", "OWNER"];

    public static void Pass(FakeExchange exchange, World world, Entity developer)
    {
        if (developer.Flag("is_global_admin"))
        {
            return;
        }

        var operation = exchange.Operation!;
        if (operation.Segments.Contains("admin", StringComparer.Ordinal))
        {
            throw ProblemException.Forbidden();
        }

        if (exchange.Match.Values.TryGetValue("company_id", out var company)
            && (world[Kinds.Company].Find(company) is null || !Has(developer, company, Needed(operation.Id))))
        {
            throw ProblemException.Forbidden();
        }
    }

    /// <summary>The permission a developer has on a company; null for none.</summary>
    public static string? Permission(Entity developer, string companyId)
        => developer.Data["companies"]?[companyId]?.GetValue<string>();

    private static bool Has(Entity developer, string companyId, string needed)
        => Permission(developer, companyId) is { } level && Array.IndexOf(Levels, level) >= Array.IndexOf(Levels, needed);

    private static string Needed(string operationId) => operationId switch
    {
        "deleteCompany" or "addDeveloperToCompany" => "OWNER",
        "updateCompany" => "ADMIN",
        _ => "USER",
    };
}
