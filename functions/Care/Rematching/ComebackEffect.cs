using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care.Rematching;

/// <summary>Whoever rests comes back by one press, or leaves by it.</summary>
public sealed class ComebackEffect(PeopleStore people) : IDecisionEffect
{
    public string Form => Comeback.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        var standing = decision.Choice == Comeback.Back ? Standing.Available : Standing.Left;
        var person = await people.UpdateAsync(decision.CohortId, decision.SubjectId, person => Moved(person, standing), cancellation);
        if (person is not { Standing: Standing.Available, GroupId: null }) return;
        await client.TryRaiseAsync(
            InstanceIds.Care(decision.CohortId), RematchNeed.EventName, new RematchNeed { SeekerId = person.PersonId }, cancellation);
    }

    /// <summary>Whoever is in a group again has another question to say it by.</summary>
    static Person Moved(Person person, Standing standing) =>
        person.Standing is Standing.Resting or Standing.Left or Standing.Available && person.GroupId is null
            ? person with { Standing = standing }
            : person;
}
