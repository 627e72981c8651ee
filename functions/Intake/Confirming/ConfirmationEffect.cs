using Ilnp.Approvals;
using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Confirming;

/// <summary>The mailbox has spoken: the answers count, or stay without effect and the committee hears of it.</summary>
sealed class ConfirmationEffect(
    ApplicationRegistrar registrar, ApplicationStore applications, CohortStore cohorts, ApplicationLetters letters, ProblemNotes notes)
    : IDecisionEffect
{
    static readonly Finding Strangers = new(
        "email", "Whoever reads this address's mail says that these answers are not theirs: they do not count.");
    static readonly Finding Regretted = new(
        "email",
        "Whoever reads this address's mail confirmed these answers and said later that they are not theirs: they count still. "
            + "Please write to the person.");

    public string Form => Confirmation.Form.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await applications.FindAsync(
            decision.CohortId, Confirmation.ApplicationOf(decision.Request), cancellation) is not { Answers: not null } application) return;
        var waits = application.Outcome == ApplicationOutcome.Unconfirmed;
        if (decision.Choice == Confirmation.Confirm)
            await letters.SendAsync(
                waits ? await registrar.ConfirmAsync(application, cancellation) : application,
                await cohorts.GetAsync(decision.CohortId, cancellation),
                cancellation);
        else
            await notes.NoteLaterAsync(application, waits ? Strangers : Regretted, "not-theirs", cancellation);
    }
}
