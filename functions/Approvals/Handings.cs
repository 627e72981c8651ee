using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.Extensions.Logging;

namespace Ilnp.Approvals;

/// <summary>
/// Whoever of the committee was asked names somebody with the role to decide in their place: this question, or all that they are asked
/// until a day. That one gets a mail with a link of their own; later reminders go there. Whoever was asked may decide still.
/// </summary>
public sealed class Handings(
    DecisionStore store, CommitteeForms forms, CohortStore cohorts, HandingLetters letters, TimeProvider time, ILogger<Handings> logger)
{
    /// <summary>Somebody who was named may name somebody in turn; more than the committee has nobody follows.</summary>
    const int MostInTurn = 5;

    /// <summary>Whom a question can be handed to: the role, no answer of their own yet, and not handed on by themselves.</summary>
    /// <param name="cohort">With its committee as it is now.</param>
    public async Task<IReadOnlyList<CommitteeMember>> CandidatesAsync(
        CohortSettings cohort, Decision decision, CancellationToken cancellation)
    {
        if (forms.Find(decision.Request.Form) is not { } form) return [];
        var found = new List<CommitteeMember>();
        foreach (var member in cohort.Committee.Where(member => member.Id != decision.SubjectId && form.Roles.Any(member.Is)))
        {
            var own = await store.FindAsync(cohort.Id, forms.IdFor(decision.Request, member.Id), cancellation);
            if (own is null ? !form.IsAskedTogether : own is { Version: 0, Handed: null }) found.Add(member);
        }

        return found;
    }

    /// <summary>Names somebody. The same again does nothing more than to tell what a crash left untold.</summary>
    /// <param name="read">The decision as it was read.</param>
    /// <param name="toId">One of the candidates.</param>
    /// <param name="until">The last day on which that one also decides whatever else whoever was
    /// asked is asked; null for this alone.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when somebody has changed the decision meanwhile: nothing was done.</returns>
    public async Task<bool> HandAsync(Stored<Decision> read, string toId, DateOnly? until, CancellationToken cancellation)
    {
        var (decision, before) = (read.Value, read.Value.Handed);
        if (before is null || before.ToId != toId || before.Until != until)
        {
            var handing = new Handing(decision.DecisionId, (before?.Number ?? 0) + 1, time.GetUtcNow(), decision.SubjectId, toId, until);
            if (!await store.TryHandAsync(read, handing, cancellation)) return false;
            decision = decision with { Handed = handing };
        }

        await TryTellAsync(decision, cancellation);
        return true;
    }

    /// <summary>All that a member is asked and has not answered, to whoever may decide it.</summary>
    public async Task HandAllAsync(CohortSettings cohort, string fromId, string toId, DateOnly until, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var one in await store.ListAsync(cohort.Id, cancellation: cancellation))
        {
            if (one.SubjectId != fromId || one.Version > 0 || one.Handed is not null || !DecisionRules.IsOpen(one, now)) continue;
            if ((await CandidatesAsync(cohort, one, cancellation)).Any(member => member.Id == toId)
                && await store.ReadAsync(cohort.Id, one.DecisionId, cancellation) is { } read)
                await HandAsync(read, toId, until, cancellation);
        }
    }

    /// <summary>The same question to whoever was named last and may decide it still; the question itself when nobody was.</summary>
    public async Task<(DecisionRequest Question, CommitteeMember Member)> InsteadAsync(
        DecisionRequest question, CommitteeMember member, CancellationToken cancellation)
    {
        for (var turn = 0; turn < MostInTurn; turn++)
        {
            if (await store.FindAsync(question.CohortId, question.DecisionId, cancellation) is not { Version: 0, Handed: { } handed })
                break;
            var named = (await cohorts.GetAsync(question.CohortId, cancellation)).Member(handed.ToId);
            if (named is null || forms.Find(question.Form) is not { } form || !form.Roles.Any(named.Is)) break;
            (question, member) = (forms.To(question, named.Id), named);
        }

        return (question, member);
    }

    /// <summary>What is not told now is told by the sweep.</summary>
    async Task TryTellAsync(Decision decision, CancellationToken cancellation)
    {
        try
        {
            await letters.TellAsync(decision, cancellation);
        }
        catch (TransientFailure e)
        {
            logger.LogWarning(e, "The mail to whoever decides {Decision} now could not be sent; it is tried again.", decision.DecisionId);
        }
    }
}
