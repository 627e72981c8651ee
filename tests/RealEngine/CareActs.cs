using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.RealEngine;

/// <summary>
/// What the crowd never says of a partner, said by the old links of pulses in groups where all had said that all is well.
/// </summary>
sealed class CareActs(LocalApp app, Agenda agenda, Answering answering, string cohort)
{
    /// <summary>
    /// Of one group somebody reports trouble. In the next both wait for each other, and one hears something the day after. In the third
    /// somebody's pause is over within the hour; the day after the other waits for them, and they would rather have another partner.
    /// </summary>
    public async Task DisturbAsync(CancellationToken cancellation)
    {
        if (await SoundAsync(cancellation) is not [[var troubled, ..], [var one, var other, ..], [var pausing, var waiting, ..], ..])
            throw new InvalidOperationException("Fewer than three groups are well: this cohort does not show what is to be seen.");
        await SayAsync(troubled, Pulse.Trouble, cancellation);
        Say(one, Pulse.NotYet, TimeSpan.Zero);
        Say(other, Pulse.NotYet, TimeSpan.FromMinutes(5));
        Say(one, Pulse.Heard, TimeSpan.FromDays(1));
        Say(pausing, Pulse.Pause(1), TimeSpan.Zero);
        Say(pausing, Pulse.Heard, TimeSpan.FromHours(1));
        Say(waiting, Pulse.NotYet, TimeSpan.FromDays(1));
        Say(pausing, Pulse.Mismatch, TimeSpan.FromDays(1) + TimeSpan.FromMinutes(5));

        void Say(Decision pulse, string choice, TimeSpan after) =>
            agenda.Add(agenda.Now + after, pulse.DecisionId, () => SayAsync(pulse, choice, cancellation));
    }

    /// <summary>
    /// Rematches as they began before they were taken in rounds, and a pair whose third has found another way, about somebody who has a
    /// partner: all of them find that there is nothing to do.
    /// </summary>
    public async Task RematchAsBeforeAsync(CohortSettings settings, CancellationToken cancellation)
    {
        var running = (await app.Get<GroupStore>().ListAsync(cohort, cancellation))
            .Where(group => group.Status == GroupStatus.Active).ToList();
        var (plan, partner) = (CohortPlan.From(settings), running[0].Members[0]);
        RematchNeed third = new() { SeekerId = partner, PairId = running[1].GroupId, Agreed = [running[1].Members[0]] };
        foreach (var (need, number) in new[] { (new RematchNeed { SeekerId = partner }, 901), (third, 902) })
            await app.Orchestrations.ScheduleNewOrchestrationInstanceAsync(
                nameof(RematchOrchestrator), new RematchCase(plan, need),
                new(InstanceIds.Rematch(cohort, need.Subject, number)), cancellation);
        await app.Orchestrations.RaiseEventAsync(InstanceIds.Care(cohort), RematchNeed.EventName, third, cancellation);
    }

    /// <summary>The pulses of each group whose members all hear from each other; groups and members in the order of their ids.</summary>
    async Task<IReadOnlyList<IReadOnlyList<Decision>>> SoundAsync(CancellationToken cancellation)
    {
        var pulses = await app.Get<DecisionStore>().ListAsync(cohort, $"{Pulse.Form}-", cancellation);
        return [.. pulses.GroupBy(pulse => Pulse.GroupOf(pulse.DecisionId)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Where(group => group.All(pulse => pulse.Choice == Pulse.Heard))
            .Select(group => group.OrderBy(pulse => pulse.DecisionId, StringComparer.Ordinal).ToList())];
    }

    async Task SayAsync(Decision pulse, string choice, CancellationToken cancellation)
    {
        var link = await app.Get<DecisionLinks>().OpenAsync(pulse.Request, cancellation); // the same address again
        var letter = new Letter("", Pulse.Form, pulse.Request.SubjectId, "", agenda.Now, [link], "");
        await answering.AnswerAsync(letter, [("choice", choice)], cancellation);
    }
}
