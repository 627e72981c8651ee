using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;

namespace Ilnp.Operations.Stuck;

/// <summary>What is stuck of a cohort's mails: those that did not arrive or are in doubt, and words that are not used.</summary>
public sealed class StuckMails(MailLedger mails, KeptMails kept, AddressKeys addresses, OwnWordings wordings)
{
    /// <summary>Days, of those that people are told: 30, of which up to three pass until the next sweep.</summary>
    const int MostDaysKept = 27;

    public Task PurgeKeptAsync(DateTimeOffset now, CancellationToken cancellation) =>
        kept.PurgeAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-MostDaysKept), cancellation);

    /// <summary>Of mails that are not in doubt any more nothing is kept.</summary>
    public async Task<IEnumerable<StuckThing>> OfMailsAsync(CohortSettings cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var written = await mails.ListAsync(cohort.Id, cancellation: cancellation);
        var inDoubt = written.Where(mail => mail.Status is MailStatus.Claimed or MailStatus.Unknown).Select(mail => mail.Key);
        await kept.KeepOnlyAsync(cohort.Id, inDoubt, cancellation);
        return StuckRules.OfMails(cohort, written, addresses.Of, now);
    }

    public async Task<IEnumerable<StuckThing>> OfWordsAsync(CohortSettings cohort, CancellationToken cancellation) =>
        StuckRules.OfWords(await wordings.OfAsync(cohort, cancellation));
}
