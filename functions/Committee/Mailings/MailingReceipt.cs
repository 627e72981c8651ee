using Ilnp.Approvals;
using Ilnp.Committee.Overview;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Committee.Mailings;

/// <summary>What became of a mailing.</summary>
/// <param name="Mailing">The mailing.</param>
/// <param name="Languages">What became of its mails, by language.</param>
/// <param name="Unreached">Whom it did not reach, or perhaps not.</param>
public sealed record MailingReceipt(
    Mailing Mailing, IReadOnlyList<(string Language, MailHealth Health)> Languages, IReadOnlyList<Unreached> Unreached)
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset Begun { get; init; }

    public required int Mails { get; init; }

    /// <summary>Who was asked by it and has not answered; null where it asks nothing of each.</summary>
    public IReadOnlyList<Person>? Silent { get; init; }

    /// <summary>How many were asked.</summary>
    public int Asked { get; init; }

    public bool IsLarge => Mails > Mailing.Few;

    /// <summary>Null when nothing was sent yet.</summary>
    /// <param name="mailing">The mailing.</param>
    /// <param name="ledger">Mails of the cohort.</param>
    /// <param name="people">Its people, by id.</param>
    /// <param name="groups">Its groups, by id.</param>
    /// <param name="asked">What the mailing asked.</param>
    public static MailingReceipt? Of(
        Mailing mailing, IEnumerable<LedgerEntry> ledger, IReadOnlyDictionary<string, Person> people,
        IReadOnlyDictionary<string, Group> groups, IReadOnlyList<Decision> asked)
    {
        var mails = ledger.Where(mailing.Is).ToList();
        if (mails.Count == 0) return null;
        var byLanguage = mails.GroupBy(mail => mail.Language).OrderByDescending(same => same.Count())
            .Select(same => (same.Key, MailHealth.Of(same).Single()));
        IEnumerable<Person> To(LedgerEntry mail) =>
            (groups.TryGetValue(mail.Key.PersonId, out var group) ? group.Members : [mail.Key.PersonId])
                .Select(people.GetValueOrDefault).OfType<Person>();
        return new(
            mailing,
            [.. byLanguage],
            [.. mails.Where(mail => mail.Status is not (MailStatus.Sent or MailStatus.Delivered)).SelectMany(mail => To(mail)
                .Select(person => new Unreached(person, $"delivery.{mail.Status.ToString().ToLowerInvariant()}")))])
        {
            Begun = mails.Min(mail => mail.FirstAttemptAt),
            Mails = mails.Count,
            Asked = asked.Count,
            Silent = mailing.Asks is null ? null
                : [.. asked.Where(decision => decision.Version == 0).Select(decision => people.GetValueOrDefault(decision.SubjectId))
                    .OfType<Person>()],
        };
    }
}
