using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care.Rematching;

/// <summary>
/// Somebody's word that they leave follows them: to the group they are in now, whichever question's link they used, and it
/// stands with the person when no group's orchestration hears it any more.
/// </summary>
/// <param name="form">Pulse or nudge.</param>
public sealed class LeavingEffect(
    string form, FormCatalogue forms, DecisionStore decisions, PeopleStore people, CohortStore cohorts, Correspondence correspondence)
    : IDecisionEffect
{
    public string Form => form;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (decision.Choice != Pulse.Leave)
        {
            if (decision.Version > 1) await TakeBackAsync(decision, client, cancellation);
            return;
        }

        var person = await people.UpdateAsync(decision.CohortId, decision.SubjectId, Leaving, cancellation);
        if (person is { GroupId: { } groupId }) await RaiseAsync(decision, groupId, client, cancellation);
        else if (person is { Standing: Standing.Left }) await FarewellAsync(person, cancellation);
    }

    /// <summary>Whoever is in a group keeps its id until the group is parted.</summary>
    internal static Person Leaving(Person person) =>
        person.Standing is Standing.Active or Standing.Available or Standing.Resting ? person with { Standing = Standing.Left } : person;

    /// <summary>The orchestration that asked has heard it already; a version that comes twice is heard once.</summary>
    static Task RaiseAsync(Decision decision, string groupId, DurableTaskClient client, CancellationToken cancellation) =>
        client.TryRaiseAsync(
            InstanceIds.Group(decision.CohortId, groupId),
            Pulse.Answered,
            new DecisionRecorded(decision.DecisionId, decision.SubjectId, Pulse.Leave, decision.Version),
            cancellation);

    /// <summary>Whoever left by this question and now says something else is looked after as somebody who came back.</summary>
    async Task TakeBackAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await people.FindAsync(decision.CohortId, decision.SubjectId, cancellation) is not { Standing: Standing.Left, GroupId: null })
            return;
        var asked = forms.Get(form);
        var audit = await decisions.AuditAsync(decision.CohortId, decision.DecisionId, cancellation);
        if (!audit.Any(entry => entry.Version < decision.Version && asked.ChoiceOf(entry.After) == Pulse.Leave)) return;
        var person = await people.UpdateAsync(
            decision.CohortId,
            decision.SubjectId,
            person => person is { Standing: Standing.Left, GroupId: null } ? person with { Standing = Standing.Available } : person,
            cancellation);
        if (person is { Standing: Standing.Available }) await client.TryRaiseAsync(
            InstanceIds.Care(decision.CohortId), RematchNeed.EventName, new RematchNeed { SeekerId = person.PersonId }, cancellation);
    }

    async Task FarewellAsync(Person person, CancellationToken cancellation)
    {
        var settings = await cohorts.GetAsync(person.CohortId, cancellation);
        await correspondence.WriteAsync(
            person,
            new("rematch", "farewell-alone", "farewell")
            {
                Liaison = settings.Leads.First(),
                Model = new Dictionary<string, object?> { ["partners"] = null, ["own_word"] = true },
            },
            cancellation);
    }
}
