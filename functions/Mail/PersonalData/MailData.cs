using Ilnp.Mail.Ledger;
using Ilnp.Mail.Rendering;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Mail.PersonalData;

/// <summary>
/// What was mailed to somebody, when, and what became of it, by ids: table <c>Mails</c>. After erasure a row counts as a mail of its kind
/// to nobody.
/// </summary>
sealed class MailData(MailLedger ledger, MailSubjects subjects, CohortStore cohorts, GroupStore groups, SecondPairStore seconds)
    : IPersonalData
{
    public static readonly HeldData Held = new("mails", ErasureTurn.Records, "table Mails");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        var theirs = (await groups.ListAsync(who.CohortId, cancellation))
            .Where(group => group.Members.Contains(who.PersonId) || group.FormerMembers.Contains(who.PersonId))
            .Select(group => group.GroupId).Append(who.PersonId)
            .Concat((await seconds.ListAsync(who.CohortId, cancellation))
                .Where(pair => pair.Members.Contains(who.PersonId)).Select(pair => pair.PairId))
            .ToHashSet();
        return
        [
            .. (await ledger.ListAsync(who.CohortId, cancellation: cancellation))
                .Where(mail => theirs.Contains(mail.Key.PersonId)).OrderBy(mail => mail.FirstAttemptAt)
                .Select(mail => new Holding(mail, subjects.Of(mail, cohort),
                [
                    new(words["privacy.mails.date"], DateText.At(mail.SentAt ?? mail.FirstAttemptAt, cohort, words.Language)),
                    new(words["privacy.mails.result"], words[$"privacy.mails.{mail.Status.ToString().ToLowerInvariant()}"]),
                ])),
        ];
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) => ledger.UnlinkAsync(who.CohortId, who.PersonId, cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        ledger.ForgetAsync(cohortId, most, cancellation);
}
