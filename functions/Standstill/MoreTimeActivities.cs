using Ilnp.Approvals;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Standstill;

/// <summary>Keeps questions open for longer, and tells whoever has not answered.</summary>
public sealed class MoreTimeActivities(
    DecisionStore decisions, DecisionLinks links, DecisionSubjects subjects, DecisionChecks checks, DecisionMails mails)
{
    /// <summary>
    /// Gives the questions that stay open and nobody has answered; whoever has can change the answer for as long. Where all have, nothing
    /// stays open, since nothing waits for it.
    /// </summary>
    [Function(nameof(PutOffQuestions))]
    public async Task<IReadOnlyList<string>> PutOffQuestions([ActivityTrigger] MoreTime given)
    {
        var until = new DateTimeOffset(given.Until, TimeSpan.Zero);
        var asked = await Task.WhenAll(given.Questions.Select(question => decisions.ListAsync(given.CohortId, question)));
        var open = asked.SelectMany(some => some).Where(one => one.AnsweredAt is null && IsMeant(one)).ToList();
        if (open.Count == 0) return [];
        foreach (var question in given.Questions) await decisions.UpdateAboutAsync(given.CohortId, question, PutOff, default);
        foreach (var decision in open.Where(one => one.Link.ExpiresAt < until)) await links.RenewAsync(decision);
        return [.. open.Select(one => one.DecisionId)];

        bool IsMeant(Decision decision) => given.Concerns(decision.DecisionId) && given.IsMeant(decision.Request.ClosesAt);

        Decision PutOff(Decision decision) => IsMeant(decision)
            ? decision with { Request = decision.Request with { ClosesAt = until } }
            : decision;
    }

    /// <summary>Whoever has not answered hears that they still can; nothing to whom nobody asks any more.</summary>
    [Function(nameof(WriteStillOpen))]
    public async Task WriteStillOpen([ActivityTrigger] StillOpen open)
    {
        if (await decisions.FindAsync(open.CohortId, open.DecisionId) is not { AnsweredAt: null } decision) return;
        if ((await checks.StandAsync(decision, default)).OverKey is not null) return;
        if (await subjects.FindAsync(decision.Request, default) is not { } subject
            || subject.People.Any(person => person.WithdrawnAt is not null)) return;
        await mails.SendStillOpenAsync(decision, subject, new(open.Until, TimeSpan.Zero));
    }
}
