using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake;

/// <summary>Somebody takes the application back, as long as they are in no group.</summary>
static class Withdrawal
{
    public const string Withdraw = "withdraw";
    public const string Stay = "stay";

    public static Form Form { get; } = new("withdrawal", new ChoiceQuestion("choice", Withdraw, Stay)) { Decides = "choice" };

    /// <summary>One question a day: whoever applies again can take that back too.</summary>
    public static DecisionRequest Question(CohortSettings settings, string personId, string day) =>
        Form.Question(settings.Id, personId, new ProgrammeCalendar(settings).End, personId, day) with { Receipt = false };

    /// <summary>Whether there is something to take back: those who are asked, or take part, have a question of their own for it.</summary>
    public static bool IsPossible(Person person) =>
        person.GroupId is null && person.Standing is Standing.Eligible or Standing.HeldBack or Standing.Available or Standing.Later;

    /// <summary>The person without the application; the same when they have a partner by now.</summary>
    /// <param name="person">As stored.</param>
    /// <param name="at">When it was taken back, UTC.</param>
    public static Person TakeBack(Person person, DateTimeOffset at) =>
        person.GroupId is not null ? person
        : StandingRule.IsOpen(person.Standing)
            ? person with
            {
                Standing = Standing.Ineligible,
                Reasons = [.. person.Reasons.Except([ReasonCode.Withdrawn]), ReasonCode.Withdrawn],
                WithdrawnAt = at,
            }
            : person with
            {
                Standing = person.Standing is Standing.Left or Standing.Resting ? Standing.Left : Standing.Declined,
                WithdrawnAt = at,
            };

    /// <summary>The person with the application again, where the change of mind comes in time.</summary>
    public static Person Keep(Person person)
    {
        if (person.WithdrawnAt is null || !StandingRule.IsOpen(person.Standing)) return person;
        IReadOnlyList<string> reasons = [.. person.Reasons.Except([ReasonCode.Withdrawn])];
        return person with { Standing = StandingRule.Of(reasons), Reasons = reasons, WithdrawnAt = null };
    }
}

/// <summary>
/// Carries out what somebody decided about their application and confirms it; or says that there is a partner by now, and how to leave.
/// </summary>
sealed class WithdrawalEffect(PeopleStore people, Correspondence correspondence) : IDecisionEffect
{
    public string Form => Withdrawal.Form.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        var withdraws = decision.Choice == Withdrawal.Withdraw;
        var person = await people.UpdateAsync(
            decision.CohortId,
            decision.SubjectId,
            person => withdraws ? Withdrawal.TakeBack(person, decision.AnsweredAt!.Value) : Withdrawal.Keep(person),
            cancellation);
        if (!withdraws || person is null) return;
        var template = person.GroupId is null ? "application-withdrawn" : "application-kept";
        await correspondence.WriteAsync(person, new("intake", $"{decision.DecisionId}-{decision.Version}", template), cancellation);
    }
}
