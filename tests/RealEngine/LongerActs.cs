using Ilnp.Approvals;
using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.RealEngine;

/// <summary>
/// Two groups are asked whether they would like to go on after the end: one does, and ends it a day
/// later; of the other only one member says yes.
/// </summary>
sealed class LongerActs(LocalApp app, Agenda agenda, Answering answering, string cohort)
{
    public async Task AskAsync(CancellationToken cancellation)
    {
        var people = (await app.Get<PeopleStore>().ListAsync(cohort, cancellation)).ToDictionary(person => person.PersonId);
        var groups = (await app.Get<GroupStore>().ListAsync(cohort, cancellation))
            .Where(group => group.Status == GroupStatus.Active && group.Members.All(member => people[member].Standing == Standing.Active))
            .Select(group => group.GroupId).Order(StringComparer.Ordinal).Take(2).ToList();
        if (groups is not [var going, var ending])
            throw new InvalidOperationException("Fewer than two groups are together: this cohort does not show what is to be seen.");
        foreach (var group in groups) await app.Orchestrations.StartLongerAsync(cohort, group);
        agenda.Add(
            agenda.Now + TimeSpan.FromHours(1),
            "longer: all say yes",
            () => SayAsync(Longer.Prefix(going), Longer.Yes, most: int.MaxValue, cancellation));
        agenda.Add(
            agenda.Now + TimeSpan.FromHours(2),
            "longer: one says yes",
            () => SayAsync(Longer.Prefix(ending), Longer.Yes, most: 1, cancellation));
        agenda.Add(
            agenda.Now + TimeSpan.FromDays(1),
            "longer: stop",
            () => SayAsync($"{StopLonger.Name}-{going}-", StopLonger.Stop, most: 1, cancellation));
    }

    /// <summary>Those who were asked, in the order of their ids.</summary>
    async Task SayAsync(string prefix, string choice, int most, CancellationToken cancellation)
    {
        var asked = (await app.Get<DecisionStore>().ListAsync(cohort, prefix, cancellation))
            .OrderBy(decision => decision.DecisionId, StringComparer.Ordinal).Take(most).ToList();
        if (asked.Count == 0) throw new InvalidOperationException($"Nobody was asked {prefix}.");
        foreach (var decision in asked)
        {
            var link = await app.Get<DecisionLinks>().OpenAsync(decision.Request, cancellation); // the same address again
            await answering.AnswerAsync(
                new("", decision.Request.Form, decision.SubjectId, "", agenda.Now, [link], ""), [("choice", choice)], cancellation);
        }
    }
}
