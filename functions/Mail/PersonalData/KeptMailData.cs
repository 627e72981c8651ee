using Ilnp.Mail.Doubt;
using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Mail.PersonalData;

/// <summary>Mails of which nobody knows whether they went out, as they were written: container <c>mails-in-doubt</c>.</summary>
sealed class KeptMailData(KeptMails kept) : IPersonalData
{
    public static readonly HeldData Held = new("mails-in-doubt", ErasureTurn.Mentions, $"container {KeptMails.Container}");

    public HeldData What => Held;

    /// <summary>The mails themselves are listed by <see cref="MailData"/>.</summary>
    public Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Holding>>([]);

    /// <summary>Also those to others that mention the person: the page then says that they cannot be sent again.</summary>
    public Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        var redaction = who.Redaction;
        return kept.EraseAsync(
            who.CohortId,
            mail => mail.Key.PersonId == who.PersonId || mail.Key.Occurrence.Split('-').Contains(who.PersonId)
                || Words(mail).Any(redaction.Mentions), cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        kept.ForgetAsync(cohortId, most, cancellation);

    static IEnumerable<string> Words(KeptMail mail) =>
    [
        mail.Subject, mail.Text, mail.Cc?.Address ?? "", .. mail.To.SelectMany(one => new[] { one.Party.Name, one.Party.Address }),
        .. mail.ReplyTo.Select(party => party.Address),
    ];
}
