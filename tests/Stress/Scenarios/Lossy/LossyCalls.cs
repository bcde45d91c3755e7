using Valentina.Models;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Lossy;

/// <summary>
/// The calls, each with the check of what it came to: asynchronous and synchronous ones in turn, like the names in their callers' lists.
/// </summary>
internal sealed class LossyCalls(ValentinaClient client, LossyService service, Tally tally)
{
    private static readonly byte[] Image = new byte[40_000];

    public static string NameOf(int number) => $"thing-{number}";

    /// <summary>
    /// Creates one thing; every fourth is an upload, whose bytes include a boundary that must not change between two attempts.
    /// </summary>
    public async Task CreateAsync(int number, bool isAsynchronous)
    {
        var name = NameOf(number);
        ResponseInfo? info = null;
        var options = new RequestOptions { OnResponse = one => info = one };
        try
        {
            Guid id;
            if (number % 4 == 0)
            {
                var users = client.ActingAs(Clients.Company).Users;
                var file = FileUpload.FromBytes($"{name}.png", Image);
                id = (isAsynchronous
                    ? await users.UploadAssetAsync(Clients.Company, file, options).ConfigureAwait(false)
                    : users.UploadAsset(Clients.Company, file, options)).Id;
            }
            else
            {
                var court = new CompanyCreate { Name = name, Email = "court@example.com" };
                id = (isAsynchronous
                    ? await client.Companies.CreateAsync(court, options).ConfigureAwait(false)
                    : client.Companies.Create(court, options)).Company.Id;
            }

            tally.Count("creates");
            var made = service.Created(name);
            if (made.Count != 1 || made[0] != id)
            {
                tally.Violate(
                    made.Count > 1 ? "created twice" : "answer of another",
                    $"{name}: the caller got {id}, the service made {string.Join(' ', made)}");
            }

            Count(info);
        }
        catch (Exception ex)
        {
            tally.Violate("create failed", $"{name} ({Way(isAsynchronous)}): {ex}");
        }
    }

    /// <summary>Deletes what exists: whatever was lost on the way, it is gone afterwards, once, and the caller is told so.</summary>
    public async Task DeleteAsync(Guid id, bool isAsynchronous)
    {
        try
        {
            var info = await DeleteCoreAsync(id, isAsynchronous).ConfigureAwait(false);
            tally.Count("deletes");
            var trace = service.Of(id.ToString());
            if (service.IsAlive(id) || trace.Worked != 1)
            {
                tally.Violate("not deleted once", $"{id}: {trace}");
            }

            if (info is null || info.AlreadyDeleted != (trace.LastStatus == 404))
            {
                tally.Violate("AlreadyDeleted is wrong", $"{id}: {info?.AlreadyDeleted}, {trace}");
            }

            CheckAttempts(id, info?.Attempts ?? 0, trace);
            tally.Count("deletes found done", info is { AlreadyDeleted: true } ? 1 : 0);
            Count(info);
        }
        catch (Exception ex)
        {
            tally.Violate("deletion reported as failed", $"{id} ({Way(isAsynchronous)}), {service.Of(id.ToString())}: {ex}");
        }
    }

    /// <summary>
    /// Deletes what never existed: not found, unless an attempt before arrived and was not answered, so that nobody can know.
    /// </summary>
    public async Task DeleteNothingAsync(Guid id, bool isAsynchronous)
    {
        try
        {
            var info = await DeleteCoreAsync(id, isAsynchronous).ConfigureAwait(false);
            var trace = service.Of(id.ToString());
            tally.Count("absent, unknowable");
            if (trace.Lost == 0 || info is not { AlreadyDeleted: true })
            {
                tally.Violate("success for what never existed", $"{id} ({Way(isAsynchronous)}): {trace}");
            }

            CheckAttempts(id, info?.Attempts ?? 0, trace);
        }
        catch (NotFoundException ex)
        {
            var trace = service.Of(id.ToString());
            tally.Count("absent, not found");
            tally.Count("of these after attempts that never left", ex.Attempts > trace.Seen ? 1 : 0);
            if (trace.Lost > 0)
            {
                tally.Violate("not found after a lost attempt", $"{id} ({Way(isAsynchronous)}): {trace}");
            }

            CheckAttempts(id, ex.Attempts, trace);
        }
        catch (Exception ex)
        {
            tally.Violate("delete of nothing failed otherwise", $"{id} ({Way(isAsynchronous)}), {service.Of(id.ToString())}: {ex}");
        }
    }

    private async Task<ResponseInfo?> DeleteCoreAsync(Guid id, bool isAsynchronous)
    {
        ResponseInfo? info = null;
        var options = new RequestOptions { OnResponse = one => info = one };
        if (isAsynchronous)
        {
            await client.Companies.DeleteAsync(id, options).ConfigureAwait(false);
        }
        else
        {
            client.Companies.Delete(id, options);
        }

        return info;
    }

    /// <summary>A request that arrives more often than the SDK says it was sent was repeated behind its back.</summary>
    private void CheckAttempts(Guid id, int attempts, LossyService.Trace trace)
    {
        if (trace.Seen > attempts)
        {
            tally.Violate("sent more often than told", $"{id}: {attempts} attempts, {trace}");
        }
    }

    private void Count(ResponseInfo? info)
    {
        tally.High("most attempts", info?.Attempts ?? 0);
        tally.Count("calls repeated", info is { Attempts: > 1 } ? 1 : 0);
    }

    private static string Way(bool isAsynchronous) => isAsynchronous ? "async" : "sync";
}
