using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Care.Questions;

/// <summary>
/// What is decided about a concern counts as long as whom it concerns is in that group, and the group goes on: also what parts them after
/// it has settled. To wait, nobody can any more then, since nobody would ask again.
/// </summary>
/// <param name="form">Which of them.</param>
/// <param name="groups">The cohort's.</param>
/// <param name="decisions">What others of the committee said.</param>
/// <param name="ledger">Whether those who decide were told that it has resolved itself.</param>
sealed class ConcernCheck(Form form, GroupStore groups, DecisionStore decisions, MailLedger ledger) : IDecisionCheck
{
    public string Form => form.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        if (await GroupAsync(decision, cancellation) is not { } group) return DecisionStand.Open;
        if (WhyOver(decision, group) is { } over) return Over(decision, over);
        return decision.Version == 0 && await IsSettledAsync(decision, cancellation)
            ? DecisionStand.Open with { NoteKeys = ["liaison-over.settled"] }
            : DecisionStand.Open;
    }

    public Task<IReadOnlyList<Decision>> OverAsync(IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation)
    {
        var byId = facts.Groups.ToDictionary(group => group.GroupId);
        return Task.FromResult<IReadOnlyList<Decision>>(
            [.. asked.Where(one =>
                ConcernQuestion.Asked(one.DecisionId) is var (id, _)
                    && byId.TryGetValue(id, out var group) && WhyOver(one, group) is not null)]);
    }

    static string? WhyOver(Decision decision, Group group) =>
        group.Status is GroupStatus.Dissolved or GroupStatus.Completed ? "liaison-over.ended"
        : ConcernQuestion.Read(decision.DecisionId) is { AboutId: var about } && !group.Members.Contains(about) ? "liaison-over.gone"
        : null;

    public async Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        reading.Of(form.Decides!) is [ConcernQuestion.Wait] && await IsSettledAsync(decision, cancellation)
            ? new Dictionary<string, FormError> { [form.Decides!] = new("liaison-over.wait") }
            : new Dictionary<string, FormError>();

    async Task<Group?> GroupAsync(Decision decision, CancellationToken cancellation) =>
        ConcernQuestion.Asked(decision.DecisionId) is var (group, _)
            ? await groups.FindAsync(decision.CohortId, group, cancellation)
            : null;

    /// <summary>By itself, or since somebody who decides said so last.</summary>
    async Task<bool> IsSettledAsync(Decision decision, CancellationToken cancellation)
    {
        if (ConcernQuestion.Asked(decision.DecisionId) is not var (group, number)) return false;
        var resolved = new MailKey(decision.CohortId, "care", Letters.DeciderActivities.Resolved(group, number), decision.SubjectId);
        if (await ledger.FindAsync(resolved, cancellation) is not null) return true;
        var said = await decisions.ListAsync(decision.CohortId, $"{form.Name}-{group}-{number}-", cancellation);
        return said.Any(one => one.Choice == ConcernQuestion.Well);
    }

    static DecisionStand Over(Decision decision, string key) => new()
    {
        OverKey = decision.Version == 0 ? key : "liaison-over.changed",
        Instead = ConcernQuestion.Asked(decision.DecisionId) is var (group, _)
            ? ($"/cohorts/{decision.CohortId}/groups/{group}", "liaison-over.look")
            : null,
    };
}
