using Ilnp.Approvals;
using Ilnp.Care.Letters;
using Ilnp.Care.Questions;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Care.Weeks;

/// <summary>Which groups need a word from their liaison: the same in the weekly letters and on the committee's pages.</summary>
public sealed class GroupNeeds(DecisionStore decisions, MailLedger ledger, TimeProvider time)
{
    /// <param name="settings">The cohort's.</param>
    /// <param name="running">Groups that run now.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<LiaisonWeek> ReadAsync(CohortSettings settings, IReadOnlyList<Group> running, CancellationToken cancellation = default) =>
        ReadAsync(settings, Task.FromResult(running), cancellation);

    /// <summary>As the other, at the same time as the groups are read.</summary>
    /// <param name="settings">The cohort's.</param>
    /// <param name="reading">Groups that run now.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<LiaisonWeek> ReadAsync(CohortSettings settings, Task<IReadOnlyList<Group>> reading, CancellationToken cancellation)
    {
        var pulses = decisions.ListAsync(settings.Id, $"{Pulse.Form}-", cancellation);
        var nudges = decisions.ListAsync(settings.Id, $"{Nudge.Form}-", cancellation);
        var running = await reading;
        var liaisons = running.ToDictionary(group => group.GroupId, group => settings.Liaison(group).Id);
        var waiting = await OpenAsync(settings.Id, (group, decider) => liaisons.GetValueOrDefault(group) == decider, cancellation);
        var open = waiting.GroupBy(one => one.GroupId).ToDictionary(one => one.Key, one => one.Last().Question);
        return LiaisonWeek.Of(settings, running, [.. await pulses, .. await nudges], open, time.GetUtcNow());
    }

    /// <summary>
    /// What liaisons were asked about groups and have not decided, nor anybody who was asked the same, unless it
    /// has resolved itself since; the latest last.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="which">Whether a group's question to this member is looked for, by their ids.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<IReadOnlyList<(string GroupId, Decision Question)>> OpenAsync(
        string cohortId, Func<string, string, bool> which, CancellationToken cancellation)
    {
        var asked = await decisions.ListAsync(cohortId, "liaison-", cancellation);
        var decided = asked.Where(one => one.Version > 0).Select(ConcernQuestion.Whoever).ToHashSet();
        var open = asked.Where(one => one.Version == 0 && !decided.Contains(ConcernQuestion.Whoever(one))).OrderBy(one => one.OpenedAt);
        return [.. (await Task.WhenAll(open.Select(OfAsync))).OfType<(string, Decision)>()]; // at once: each asks storage for its own

        async Task<(string, Decision)?> OfAsync(Decision one) =>
            ConcernQuestion.Asked(one.DecisionId) is var (group, number) && which(group, one.SubjectId)
            && await ledger.FindAsync(new(cohortId, "care", DeciderActivities.Resolved(group, number), one.SubjectId), cancellation) is null
                ? (group, one)
                : null;
    }
}
