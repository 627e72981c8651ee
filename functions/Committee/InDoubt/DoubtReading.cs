using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.InDoubt;

/// <summary>Gathers mails in doubt with what is known of their recipients and of what they ask.</summary>
public sealed class DoubtReading(
    MailLedger ledger, KeptMails kept, PeopleStore people, GroupStore groups, DecisionStore decisions, DecisionTokens tokens, DecisionChecks checks,
    CommitteeForms forms, LinkSigner signer, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>On one page; whoever settles these sees the next.</summary>
    public const int Most = 50;

    /// <summary>Mails about whose recipients storage is asked at the same time.</summary>
    const int AtOnce = 16;

    /// <summary>Those that the reader may know of, the first written first.</summary>
    public async Task<(IReadOnlyList<DoubtedMail> Mails, int More)> ListAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var open = await OpenAsync(reader, cancellation);
        var shown = new List<DoubtedMail>();
        foreach (var some in open.Take(Most).Chunk(AtOnce)) shown.AddRange(await Task.WhenAll(some.Select(entry => ReadAsync(reader, entry, cancellation))));
        return (shown, open.Count - shown.Count);
    }

    /// <summary>By the hash of its key; null when it is in doubt no more.</summary>
    public async Task<DoubtedMail?> FindAsync(CommitteeReader reader, string hash, CancellationToken cancellation) =>
        (await OpenAsync(reader, cancellation)).FirstOrDefault(mail => mail.Key.Hash == hash) is { } entry
            ? await ReadAsync(reader, entry, cancellation)
            : null;

    /// <summary>In doubt or not, by the hash of its key; null for what the reader may not know of.</summary>
    public async Task<LedgerEntry?> EntryAsync(CommitteeReader reader, string hash, CancellationToken cancellation) =>
        (await ledger.ListAsync(reader.Cohort.Id, cancellation: cancellation))
            .FirstOrDefault(mail => mail.Key.Hash == hash && Confidential.IsOpenTo(reader.Member, mail));

    async Task<IReadOnlyList<LedgerEntry>> OpenAsync(CommitteeReader reader, CancellationToken cancellation) =>
    [
        .. (await ledger.ListUnknownAsync(reader.Cohort.Id, cancellation)).Where(mail => Confidential.IsOpenTo(reader.Member, mail))
            .OrderBy(mail => mail.FirstAttemptAt).ThenBy(mail => mail.Key.Row, StringComparer.Ordinal),
    ];

    async Task<DoubtedMail> ReadAsync(CommitteeReader reader, LedgerEntry entry, CancellationToken cancellation)
    {
        var (id, key) = (reader.Cohort.Id, entry.Key);
        var mail = await kept.FindAsync(key, cancellation);
        if (await people.FindAsync(id, key.PersonId, cancellation) is { } person)
            return Of([person.Name], $"/cohorts/{id}/people/{key.PersonId}", await FactsAsync([person.Email]));
        if (await groups.FindAsync(id, key.PersonId, cancellation) is { } group)
        {
            var members = (await people.ListAsync(id, cancellation)).Where(one => group.Members.Contains(one.PersonId)).ToList();
            return Of([.. members.Select(one => one.Name)], $"/cohorts/{id}/groups/{key.PersonId}", await FactsAsync(members.Select(one => one.Email)));
        }

        return Of([reader.Cohort.MemberName(key.PersonId)], null, await FactsAsync([]));

        DoubtedMail Of(IReadOnlyList<string> names, string? path, DoubtFacts known) =>
            new(entry, mail, names, path, DoubtRules.WhyNot(mail, known, time.GetUtcNow()));

        async Task<DoubtFacts> FactsAsync(IEnumerable<string> addresses)
        {
            var place = await kept.PlaceAsync(key, cancellation);
            var (asked, expiries, isOver) = mail is null ? ([], [], false) : await AskedAsync(reader.Cohort, mail, cancellation);
            var theirs = addresses.Concat(reader.Cohort.Committee.Select(member => member.Email)).Select(address => address.Trim());
            return new(place, theirs.ToHashSet(StringComparer.OrdinalIgnoreCase), asked, expiries, isOver);
        }
    }

    /// <summary>The questions that the mail's links lead to, and when its links expire.</summary>
    async Task<(IReadOnlyList<Decision> Asked, IReadOnlyList<DateTimeOffset> Expiries, bool IsOver)> AskedAsync(
        CohortSettings cohort, KeptMail mail, CancellationToken cancellation)
    {
        var (asked, expiries, isOver) = (new List<Decision>(), new List<DateTimeOffset>(), false);
        foreach (var token in DoubtRules.Tokens(mail, web.Value.BaseAddress))
        {
            if (signer.ExpiryOf(token) is { } expiry) expiries.Add(expiry);
            if (tokens.Read(token, time.GetUtcNow()) is not { } read) continue;
            if (await decisions.FindAsync(read.CohortId, read.DecisionId, cancellation) is not { } decision) return (asked, expiries, true);
            asked.Add(decision);
            isOver |= !DecisionTokens.IsLatest(decision, token) || !forms.IsTheirs(cohort, decision)
                || (await checks.StandAsync(decision, cancellation)).OverKey is not null;
        }

        return (asked, expiries, isOver);
    }
}
