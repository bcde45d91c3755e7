using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>The Cache-Control header of every route.</summary>
internal static class CacheRules
{
    private static readonly HashSet<string> Uncached = new(StringComparer.Ordinal)
    {
        "checkSystemHealth", "getCompanyStatistics", "getCampaignStatistics", "getCharacterStatistics", "getUserStatistics",
        "listDiceRolls", "getDiceRoll", "getTraitValueOptions", "listChargenSessions", "getChargenSession", "lookupUser",
        "globalAdminTailServerLogs", "globalAdminDownloadServerLogs",
    };

    public static string For(ContractOperation operation)
        => operation.Method != "GET" || Uncached.Contains(operation.Id) ? "no-cache"
            : operation.Id == "getCompanyOptions" ? "private, max-age=600"
            : "private, max-age=60";
}
