using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;

namespace Ilnp.Committee.Mailings;

/// <summary>Reads what a mailing would do, and what one did; writes nothing.</summary>
public sealed class MailingReading(
    MailingAudience audience, MailLedger mails, DecisionStore decisions, PeopleStore people, GroupStore groups,
    SuppressionList suppressions, AddressKeys addresses)
{
    public async Task<DryRun> DryAsync(CohortSettings cohort, Mailing mailing, CancellationToken cancellation)
    {
        var written = await audience.OfAsync(cohort, mailing, cancellation);
        var unreached = new List<Unreached>();
        foreach (var reader in written.SelectMany(mail => mail.To))
            if (await WhyNotAsync(reader.Address, mailing.Stream, cancellation) is { } reason) unreached.Add(new(reader.Person, reason));
        return new(mailing, written, unreached);
    }

    /// <summary>Null while nothing was sent.</summary>
    public async Task<MailingReceipt?> ReceiptAsync(CohortSettings cohort, Mailing mailing, CancellationToken cancellation)
    {
        var written = await mails.ListAsync(cohort.Id, mailing.Step, mailing.Occurrence, cancellation);
        if (!written.Any(mailing.Is)) return null;
        return MailingReceipt.Of(
            mailing,
            written,
            (await people.ListAsync(cohort.Id, cancellation)).ToDictionary(person => person.PersonId),
            (await groups.ListAsync(cohort.Id, cancellation)).ToDictionary(group => group.GroupId),
            mailing.Asks is { } prefix ? await decisions.ListAsync(cohort.Id, prefix, cancellation) : []);
    }

    /// <summary>Which of a cohort's have gone out, and when they began.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> SentAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        var ledger = await mails.ListAsync(cohort.Id, cancellation: cancellation);
        return Mailing.Of(cohort).Select(mailing => (mailing.Name, Mails: ledger.Where(mailing.Is).ToList()))
            .Where(one => one.Mails.Count > 0)
            .ToDictionary(one => one.Name, one => one.Mails.Min(mail => mail.FirstAttemptAt));
    }

    /// <summary>Text of why an address gets no mail; null when it does.</summary>
    public async Task<string?> WhyNotAsync(string address, MailStream stream, CancellationToken cancellation) =>
        !MailComposer.IsAddress(address) ? "mailing.unreached.none"
        : await suppressions.ReasonAsync(addresses.Of(address), stream, cancellation) is not { } reason ? null
        : reason == Suppressed.Unsubscribed ? "mailing.unreached.unwanted"
        : "mailing.unreached.returned";
}
