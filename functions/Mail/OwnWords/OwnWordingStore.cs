using System.Globalization;
using Azure.Data.Tables;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Mail.OwnWords;

/// <summary>
/// Words of the committee's own: table <c>MailWordings</c>, partition cohort, row mail and language, with what counts; and table
/// <c>MailWordingVersions</c>, row mail, language and version, with what counted before. Holds no data of participants.
/// </summary>
public sealed class OwnWordingStore(TableServiceClient service) : IGoesWithCohort
{
    readonly RecordTable<OwnWording> current = new(service, "MailWordings");
    readonly RecordTable<OwnWording> before = new(service, "MailWordingVersions");

    /// <summary>What counts in a cohort, one for each mail and language that was ever changed.</summary>
    public async Task<IReadOnlyList<OwnWording>> ListAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await current.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>What counts for a mail in a language; null where nothing was ever changed.</summary>
    public async Task<Stored<OwnWording>?> FindAsync(string cohortId, string template, string language, CancellationToken cancellation) =>
        await current.FindAsync(cohortId, OwnWording.RowOf(template, language), cancellation);

    /// <summary>What counted, the latest first, with what counts now.</summary>
    public async Task<IReadOnlyList<OwnWording>> HistoryAsync(
        string cohortId, string template, string language, CancellationToken cancellation)
    {
        var (now, earlier) = (
            FindAsync(cohortId, template, language, cancellation),
            before.ListAsync(cohortId, $"{OwnWording.RowOf(template, language)}~", cancellation));
        return [.. (await earlier).Select(stored => stored.Value).Concat(await now is { } found ? [found.Value] : [])
            .DistinctBy(one => one.Version).OrderByDescending(one => one.Version)];
    }

    /// <summary>
    /// Puts words in the place of those that were read, which are kept first, so that a change that ended half-way loses nothing.
    /// False when somebody else has changed them since.
    /// </summary>
    public async Task<bool> TryReplaceAsync(Stored<OwnWording>? read, OwnWording words, CancellationToken cancellation)
    {
        if (read is null) return await current.TryAddAsync(words.CohortId, words.Row, words, cancellation);
        var row = $"{words.Row}~{read.Value.Version.ToString("00000", CultureInfo.InvariantCulture)}";
        await before.PutAsync(words.CohortId, row, read.Value, cancellation);
        return await current.TryReplaceAsync(read, words, cancellation);
    }

    /// <summary>Puts what counts in one cohort into another where nothing of it was changed yet. Again, it does nothing more.</summary>
    public async Task CopyAsync(string from, string to, CancellationToken cancellation)
    {
        var taken = (await ListAsync(from, cancellation)).Where(one => one.Words is not null)
            .Select(one => one with { CohortId = to, Version = 1 });
        await current.AddManyAsync(to, taken.Select(one => (one.Row, one)), cancellation);
    }

    /// <inheritdoc/>
    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        var first = await before.DeleteFirstAsync(cohortId, most, cancellation);
        return first + (first < most ? await current.DeleteFirstAsync(cohortId, most - first, cancellation) : 0);
    }
}
