using Azure.Data.Tables;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Mail.Holds;

/// <summary>
/// What leads said about mailings, and what became of those that waited: table <c>MailingHolds</c>, partition cohort, row name.
/// </summary>
public sealed class MailingHoldStore(TableServiceClient service) : IGoesWithCohort
{
    readonly RecordTable<MailingHold> holds = new(service, "MailingHolds");

    /// <summary>Null where nobody said anything and it has not waited.</summary>
    public async Task<MailingHold?> FindAsync(string cohortId, string mailing, CancellationToken cancellation = default) =>
        (await holds.FindAsync(cohortId, mailing, cancellation))?.Value;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyDictionary<string, MailingHold>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        (await holds.ListAsync(cohortId, cancellation: cancellation)).ToDictionary(stored => stored.Row, stored => stored.Value);

    /// <summary>Changes what is there, however many do so at once; nothing where the change gives null.</summary>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> ChangeAsync(
        string cohortId, string mailing, Func<MailingHold, MailingHold?> change, CancellationToken cancellation = default)
    {
        while (true)
        {
            var read = await holds.FindAsync(cohortId, mailing, cancellation);
            if (change(read?.Value ?? new(mailing)) is not { } next) return false;
            if (read?.Value == next) return true;
            if (read is null
                ? await holds.TryAddAsync(cohortId, mailing, next, cancellation)
                : await holds.TryReplaceAsync(read, next, cancellation))
                return true;
        }
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        holds.DeleteFirstAsync(cohortId, most, cancellation);
}
