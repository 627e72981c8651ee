using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.InDoubt;

/// <summary>The questions that mails in doubt lead to, as they stand now: read for all mails together.</summary>
public sealed class DoubtQuestions(
    DecisionStore decisions, DecisionTokens tokens, DecisionChecks checks,
    CommitteeForms forms, LinkSigner signer, IOptions<WebOptions> web, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<MailKey, DoubtAsked>> OfAsync(
        CohortSettings cohort, IReadOnlyDictionary<MailKey, KeptHead> mails, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var links = mails.ToDictionary(
            mail => mail.Key,
            mail =>
                DoubtRules.Tokens(mail.Value, web.Value.BaseAddress)
                    .Select(token => (Token: token, Read: tokens.Read(token, now))).ToList());
        var named = links.Values.SelectMany(of => of).Select(link => link.Read).OfType<DecisionTokenReading>();
        var found = new Dictionary<(string Cohort, string Decision), Decision>();
        foreach (var of in named.GroupBy(read => read.CohortId, read => read.DecisionId))
            foreach (var decision in await decisions.FindManyAsync(of.Key, of.ToHashSet(), cancellation))
                found[(of.Key, decision.DecisionId)] = decision;
        var stand = await Task.WhenAll(links.Select(async of => (of.Key, Asked: await AskedAsync(cohort, of.Value, found, cancellation))));
        return stand.ToDictionary(of => of.Key, of => of.Asked);
    }

    async Task<DoubtAsked> AskedAsync(
        CohortSettings cohort, IEnumerable<(string Token, DecisionTokenReading? Read)> links,
        Dictionary<(string, string), Decision> found, CancellationToken cancellation)
    {
        var (asked, expiries, isOver) = (new List<Decision>(), new List<DateTimeOffset>(), false);
        foreach (var (token, read) in links)
        {
            if (signer.ExpiryOf(token) is { } expiry) expiries.Add(expiry);
            if (read is null) continue;
            if (!found.TryGetValue((read.CohortId, read.DecisionId), out var decision)) return new(asked, expiries, IsOver: true);
            asked.Add(decision);
            isOver |= !DecisionTokens.IsLatest(decision, token) || !forms.IsTheirs(cohort, decision)
                || (await checks.StandAsync(decision, cancellation)).OverKey is not null;
        }

        return new(asked, expiries, isOver);
    }
}

/// <summary>What a mail leads to.</summary>
/// <param name="Asked">The questions.</param>
/// <param name="Expiries">When its links open nothing any more, UTC.</param>
/// <param name="IsOver">Whether others have settled what it asks, or it is asked no more.</param>
public sealed record DoubtAsked(IReadOnlyList<Decision> Asked, IReadOnlyList<DateTimeOffset> Expiries, bool IsOver)
{
    public static readonly DoubtAsked Nothing = new([], [], IsOver: false);
}
