using Ilnp.Approvals;
using Ilnp.Care.Questions;
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
public sealed class LeavingEffect(string form, PeopleStore people, CohortStore cohorts, Correspondence correspondence) : IDecisionEffect
{
    public string Form => form;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (decision.Choice != Pulse.Leave) return;
        var person = await people.UpdateAsync(decision.CohortId, decision.SubjectId, Leaving, cancellation);
        if (person is { GroupId: { } groupId }) await RaiseAsync(decision, groupId, client, cancellation);
        else if (person is { Standing: Standing.Left }) await FarewellAsync(person, cancellation);
    }

    /// <summary>Whoever is in a group keeps its id until the group is parted.</summary>
    internal static Person Leaving(Person person) =>
        person.Standing is Standing.Active or Standing.Available or Standing.Resting ? person with { Standing = Standing.Left } : person;

    /// <summary>The orchestration that asked has heard it already; a version that comes twice is heard once.</summary>
    static Task RaiseAsync(Decision decision, string groupId, DurableTaskClient client, CancellationToken cancellation) => client.TryRaiseAsync(
        InstanceIds.Group(decision.CohortId, groupId),
        Pulse.Answered,
        new DecisionRecorded(decision.DecisionId, decision.SubjectId, Pulse.Leave, decision.Version),
        cancellation);

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
