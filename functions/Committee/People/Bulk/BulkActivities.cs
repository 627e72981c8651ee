using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Actions;
using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.People.Bulk;

/// <summary>
/// One person's part of what was decided about many, by the rules of the single act. Whether they fit is decided anew; what was begun
/// before a process ended is finished, and written down once.
/// </summary>
public sealed class BulkActivities(
    CohortStore cohorts, PersonFiles files, BulkReading reading,
    IEnumerable<PersonAction> actions, CommitteeActStore acts, TextShelf texts, TimeProvider time)
{
    /// <returns>Why nothing was done, one of <see cref="LeftOut"/>; null when it is done.</returns>
    [Function(nameof(ActOnPerson))]
    public async Task<string?> ActOnPerson([ActivityTrigger] BulkStep step, [DurableClient] DurableTaskClient client)
    {
        var decided = (await acts.ListAsync(step.CohortId, BulkPlan.Subject(step.PlanId))).FirstOrDefault(act => act.Bulk is not null);
        if (decided is null || await cohorts.FindAsync(step.CohortId) is not { } cohort) return LeftOut.Gone; // the cohort's time is over
        if (cohort.Member(step.MemberId) is not { } member) return LeftOut.NotYours;
        var action = actions.First(one => one.Name == decided.Bulk!.Act);
        var file = await files.ReadAsync(new(cohort, member, texts.In(member.Language)), step.PersonId, CancellationToken.None);
        return await ActAsync(step, file, action, decided, client);
    }

    async Task<string?> ActAsync(BulkStep step, PersonFile? file, PersonAction action, CommitteeAct decided, DurableTaskClient client)
    {
        var before = file?.Acts.Where(act => act.Press == step.PlanId).ToList() ?? [];
        var isUnreachable = file is not null && await reading.IsUnreachableAsync(file.Person, CancellationToken.None);
        if (before.Count == 0 && BulkRules.WhyNot(file, action, isUnreachable) is { } reason) return reason;
        if (file is not { MayAct: true }) return before.Exists(act => act.IsDone) ? null : LeftOut.NotYours;
        var isDone = before.Exists(act => act.IsDone);
        foreach (var about in action.AboutEach(file)) isDone |= await DoAsync(step, file, action, decided, about, client);
        return isDone ? null : LeftOut.Changed;
    }

    /// <summary>What somebody else does about the person since it was decided comes first; what was done before was known.</summary>
    async Task<bool> DoAsync(
        BulkStep step, PersonFile file, PersonAction action, CommitteeAct decided, string about, DurableTaskClient client)
    {
        var act = new CommitteeAct(step.PersonId, time.GetUtcNow(), step.MemberId, action.Name)
        {
            Press = step.PlanId,
            Note = decided.Note,
        };
        var before = file.Acts.Count(other => other.Action == action.Name && other.Press != step.PlanId && other.At < decided.At);
        Task<bool> DoesAsync(BegunAct begun) =>
            action.ActAsync(file, Reading(decided), PersonCall.Of(begun, about, client, CancellationToken.None));
        var end = action.IsForEach
            ? await acts.DoOnceAsync(step.CohortId, $"{step.PlanId} {about}", act, DoesAsync, CancellationToken.None)
            : await acts.DoByOneAsync(
                step.CohortId, step.PlanId, ActAddress.Seen(action.Name, about, before), act, DoesAsync, CancellationToken.None);
        return end.IsDone;
    }

    /// <summary>The act's questions, as they were answered for all of them.</summary>
    static FormReading Reading(CommitteeAct decided)
    {
        var values = decided.Bulk!.Said.ToDictionary(said => said.Key, said => (IReadOnlyList<string>)[said.Value]);
        if (decided.Note is { } note) values[Note.Field] = [note];
        return FormReading.Filled(values);
    }
}
