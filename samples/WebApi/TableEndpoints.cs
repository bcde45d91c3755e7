using Microsoft.AspNetCore.Http.HttpResults;
using Valentina;
using Valentina.Models;

namespace WebApi;

/// <summary>The endpoints: models in, models out, enums from the address.</summary>
internal static class TableEndpoints
{
    public static void MapTable(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/campaigns");
        campaigns.MapGet("/", (CompanyScope table, int? limit, int? offset, CancellationToken stop)
            => table.Campaigns.GetPageAsync(limit ?? 10, offset ?? 0, cancellationToken: stop));
        campaigns.MapGet("/{id:guid}", (CompanyScope table, Guid id, CancellationToken stop) => table.Campaigns.GetAsync(id, stop));
        campaigns.MapPost("/", CreateAsync);

        // What the caller left out of the patch stays as it is; what is null is cleared.
        campaigns.MapPatch("/{id:guid}", (CompanyScope table, Guid id, CampaignPatch patch, CancellationToken stop)
            => table.Campaigns.UpdateAsync(id, patch, stop));

        app.MapGet("/characters", ListCharactersAsync);
        app.MapGet("/rules/{version}/clans", (CompanyScope table, GameVersion version, CancellationToken stop)
            => table.CharacterBlueprint.GetVampireClansPageAsync(version, cancellationToken: stop));
        app.MapPost("/rolls", (CompanyScope table, DiceRollCreate roll, CancellationToken stop) => table.DiceRolls.CreateAsync(roll, stop));
    }

    private static async Task<Created<Campaign>> CreateAsync(CompanyScope table, CampaignCreate campaign, CancellationToken stop)
    {
        var created = await table.Campaigns.CreateAsync(campaign, stop);
        return TypedResults.Created($"/campaigns/{created.Id}", created);
    }

    private static async Task<IReadOnlyList<Character>> ListCharactersAsync(
        CompanyScope table, CharacterClass? @class, CharacterStatus[]? status, CancellationToken stop)
    {
        var characters = await table.Characters.ListAllAsync(new CharacterFilter { CharacterClass = @class }, cancellationToken: stop);
        return [.. characters.Where(character => status is null or [] || status.Contains(character.Status))];
    }
}
