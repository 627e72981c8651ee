using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Committee.InDoubt;

/// <summary>
/// Gathers mails in doubt with what is known of their recipients and of what they ask: for all of a page together, not mail by mail.
/// </summary>
public sealed class DoubtReading(
    MailLedger ledger, KeptMails kept, PeopleStore people, GroupStore groups, SecondPairStore seconds, DoubtQuestions questions,
    TimeProvider time)
{
    /// <summary>On one page; whoever settles these sees the next.</summary>
    public const int Most = 50;

    /// <summary>Those that the reader may know of, the first written first.</summary>
    public async Task<(IReadOnlyList<DoubtedMail> Mails, int More)> ListAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var open = await OpenAsync(reader, cancellation);
        var shown = await ReadAsync(reader, [.. open.Take(Most)], cancellation);
        return (shown, open.Count - shown.Count);
    }

    /// <summary>By the hash of its key; null when it is in doubt no more.</summary>
    public async Task<DoubtedMail?> FindAsync(CommitteeReader reader, string hash, CancellationToken cancellation)
    {
        var open = await OpenAsync(reader, cancellation);
        return await ReadAsync(reader, [.. open.Where(mail => mail.Key.Hash == hash)], cancellation) is [var found, ..] ? found : null;
    }

    /// <summary>In doubt or not, by the hash of its key; null for what the reader may not know of.</summary>
    public async Task<LedgerEntry?> EntryAsync(CommitteeReader reader, string hash, CancellationToken cancellation) =>
        (await ledger.ListAsync(reader.Cohort.Id, cancellation: cancellation))
            .FirstOrDefault(mail => mail.Key.Hash == hash && Confidential.IsOpenTo(reader.Member, mail));

    async Task<IReadOnlyList<LedgerEntry>> OpenAsync(CommitteeReader reader, CancellationToken cancellation) =>
    [
        .. (await ledger.ListUnknownAsync(reader.Cohort.Id, cancellation)).Where(mail => Confidential.IsOpenTo(reader.Member, mail))
            .OrderBy(mail => mail.FirstAttemptAt).ThenBy(mail => mail.Key.Row, StringComparer.Ordinal),
    ];

    async Task<IReadOnlyList<DoubtedMail>> ReadAsync(
        CommitteeReader reader, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0) return [];
        var (id, now) = (reader.Cohort.Id, time.GetUtcNow());
        var (everybody, formed, heads) = (
            people.ListAsync(id, cancellation),
            groups.ListAsync(id, cancellation),
            kept.HeadsAsync(id, entries.Select(entry => entry.Key), cancellation));
        var names = new DoubtNames(
            reader, (await everybody).ToDictionary(person => person.PersonId), (await formed).ToDictionary(group => group.GroupId),
            new Dictionary<string, SecondPair>());
        if (entries.Any(entry => !names.Knows(entry.Key.PersonId))) names = names with
        {
            Seconds = (await seconds.ListAsync(id, cancellation)).ToDictionary(pair => pair.PairId),
        };
        var mails = await heads;
        // What a mail asks is read only where nothing else keeps it from going.
        var mayGo = mails.Where(mail => DoubtRules.WhyNot(mail.Value, names.FactsOf(mail.Key.PersonId, DoubtAsked.Nothing), now) is null)
            .ToDictionary();
        var asked = await questions.OfAsync(reader.Cohort, mayGo, cancellation);
        return [.. entries.Select(Of)];

        DoubtedMail Of(LedgerEntry entry)
        {
            var (whose, mail) = (entry.Key.PersonId, mails.GetValueOrDefault(entry.Key));
            var facts = names.FactsOf(whose, asked.GetValueOrDefault(entry.Key, DoubtAsked.Nothing));
            return new(entry, mail, names.Of(whose), names.PathOf(whose), DoubtRules.WhyNot(mail, facts, now));
        }
    }
}
