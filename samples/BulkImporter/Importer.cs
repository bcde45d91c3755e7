using System.Collections.Concurrent;
using BulkImporter.Input;
using Valentina;
using Valentina.Models;

namespace BulkImporter;

/// <summary>
/// Creates characters, each once, however often it is killed and started again. Two things see to that. A row that is sent again has the
/// same idempotency key, and for an hour the server answers that with the character it made. And who is there already is read first: that
/// finds what an hour does not cover, while the key covers the minute for which the server may answer a list from its cache.
/// </summary>
internal sealed class Importer(CompanyScope company, Journal journal)
{
    /// <summary>How many rows are under way at once. More would wait at the rate limit that the client keeps to.</summary>
    private const int Parallelism = 4;

    /// <summary>After so many rows without an answer something is wrong with the server or the way there.</summary>
    private const int MaxFailures = 3;

    /// <summary>Imports all rows.</summary>
    /// <param name="cast">The rows.</param>
    /// <param name="campaignId">The campaign that they belong to.</param>
    /// <param name="reading">Is told how many of those who are there were read.</param>
    /// <param name="importing">Is told what became of each row, from several threads.</param>
    /// <param name="cancellationToken">Stops it, as well as being killed does.</param>
    /// <exception cref="ValentinaException">Who is there cannot be read; nothing was created.</exception>
    public async Task<ImportResult> RunAsync(
        IReadOnlyList<CastMember> cast,
        Guid campaignId,
        IProgress<PagingProgress> reading,
        IProgress<RowResult> importing,
        CancellationToken cancellationToken)
    {
        var blueprint = await Blueprint.LoadAsync(company, campaignId, cancellationToken);
        var present = await PresentAsync(reading, cancellationToken);
        var results = new ConcurrentBag<RowResult>();
        var failures = 0;
        await Parallel.ForEachAsync(
            cast,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (row, token) =>
            {
                if (Volatile.Read(ref failures) >= MaxFailures)
                {
                    return;
                }

                var result = await ImportAsync(row, journal.KeyOf(row, campaignId), blueprint, present, token);
                if (result.Outcome is RowOutcome.InDoubt)
                {
                    Interlocked.Increment(ref failures);
                }

                results.Add(result);
                importing.Report(result);
            });
        return new ImportResult([.. results.OrderBy(result => result.Line)], cast.Count - results.Count);
    }

    /// <summary>Who is there, by name: the server takes each combination of first and last name once in a company.</summary>
    private async Task<Dictionary<string, Guid>> PresentAsync(IProgress<PagingProgress> reading, CancellationToken cancellationToken)
    {
        var present = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        var paging = new PagingOptions { Progress = reading };
        await foreach (var character in company.Characters.EnumerateAllAsync(paging: paging, cancellationToken: cancellationToken))
        {
            present.TryAdd($"{character.NameFirst} {character.NameLast}", character.Id);
        }

        return present;
    }

    private async Task<RowResult> ImportAsync(
        CastMember row, string key, Blueprint blueprint, Dictionary<string, Guid> present, CancellationToken cancellationToken)
    {
        var before = journal.Find(key);
        if (before is { Step: JournalStep.Done })
        {
            return new RowResult(row.Line, row.Name, RowOutcome.WasThere);
        }

        if (before is { Step: JournalStep.Refused })
        {
            return new RowResult(row.Line, row.Name, RowOutcome.Refused, before.Reason);
        }

        if (present.TryGetValue(row.Name, out var id))
        {
            journal.Write(new JournalEntry(key, JournalStep.Done, row.Name, id));
            return new RowResult(row.Line, row.Name, RowOutcome.WasThere);
        }

        return await CreateAsync(row, key, blueprint, cancellationToken);
    }

    private async Task<RowResult> CreateAsync(CastMember row, string key, Blueprint blueprint, CancellationToken cancellationToken)
    {
        try
        {
            var request = blueprint.Request(row);
            journal.Write(new JournalEntry(key, JournalStep.Begun, row.Name));
            var character = await company.Characters.CreateAsync(
                request, new RequestOptions { IdempotencyKey = key }, cancellationToken);
            journal.Write(new JournalEntry(key, JournalStep.Done, row.Name, character.Id));
            return new RowResult(row.Line, row.Name, RowOutcome.Created);
        }
        catch (FormatException ex)
        {
            return new RowResult(row.Line, row.Name, RowOutcome.Refused, ex.Message);
        }
        catch (RequestValidationException ex)
        {
            return Refuse(row, key, ex.Errors[0].ToString()!);
        }
        catch (ApiException ex) when (ex is BadRequestException or UnprocessableException or ConflictException)
        {
            // The server may have made half of it before it refused the rest, and its name is taken then.
            return Refuse(row, key, $"{ex.Message} (look whether half of it is there before you correct it)");
        }
        catch (ValentinaException ex)
        {
            // No answer, or one that says nothing about this row: the journal says "begun", and the next run finds out.
            return new RowResult(row.Line, row.Name, RowOutcome.InDoubt, ex.Message);
        }
    }

    private RowResult Refuse(CastMember row, string key, string reason)
    {
        journal.Write(new JournalEntry(key, JournalStep.Refused, row.Name, Reason: reason));
        return new RowResult(row.Line, row.Name, RowOutcome.Refused, reason);
    }
}
