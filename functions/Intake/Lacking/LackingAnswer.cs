using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Intake.Applying;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Lacking;

/// <summary>
/// Takes what somebody says once more, by the same understanding as the form's, and lets nothing through that is not known.
/// </summary>
sealed class LackingAnswer(Lack lacking, PeopleStore people) : IDecisionCheck, IDecisionEffect
{
    public string Form => lacking.Form.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation) =>
        await people.FindAsync(decision.CohortId, decision.SubjectId, cancellation) is { } person && Lack.CanBeSaid(person)
            ? DecisionStand.Open
            : new() { OverKey = "lacks.over" };

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) => Task.FromResult(UnderstoodAnswers.Check(reading).Errors);

    public Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation) => people.UpdateAsync(
        decision.CohortId, decision.SubjectId, person => lacking.Said(person, decision), cancellation);
}
