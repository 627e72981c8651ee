using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Suppression;
using Ilnp.Operations.Disk;
using Ilnp.Operations.Stuck;

namespace Ilnp.Committee.Overview;

/// <summary>A cohort's mails on the overview.</summary>
/// <param name="Health">By template.</param>
/// <param name="Stuck">What waits for somebody to see to it, of mails and of what they need.</param>
/// <param name="OwnWords">Mails, by mail and language, that go out in the committee's own words.</param>
sealed record MailsNow(IReadOnlyList<MailHealth> Health, IReadOnlyList<StuckThing> Stuck, int OwnWords);

/// <summary>Reads how a cohort's mails stand.</summary>
public sealed class OverviewMails(MailLedger mails, OwnWordings wordings, AddressKeys addresses, DiskWatch disk)
{
    internal async Task<MailsNow> ReadAsync(CommitteeReader reader, DateTimeOffset now, CancellationToken cancellation)
    {
        var written = await mails.ListAsync(reader.Cohort.Id, cancellation: cancellation);
        var own = await wordings.OfAsync(reader.Cohort, cancellation);
        var shown = written.Where(mail => Confidential.IsOpenTo(reader.Member, mail)).ToList();
        return new(
            MailHealth.Of(written),
            [
                .. StuckRules.OfMails(reader.Cohort, shown, addresses.Of, now),
                .. StuckRules.OfWords(own),
                .. await disk.NowAsync(cancellation) is { } low ? [low] : Array.Empty<StuckThing>(),
            ],
            own.All.Count(one => one.Words is not null));
    }
}
