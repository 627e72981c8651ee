using Ilnp.Approvals;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Questions;

namespace Ilnp.RealEngine;

/// <summary>
/// Everybody who may wishes a second partner, but one, who only does not mind, and one who says nothing; a lead approves what is made of
/// it, and of one second pair somebody ends it.
/// </summary>
sealed class SecondActs(LocalApp app, Agenda agenda, Answering answering, CohortSettings cohort)
{
    readonly SecondDates dates = SecondDates.Of(cohort)!;

    public async Task WishAsync(CancellationToken cancellation)
    {
        var running = (await app.Get<GroupStore>().ListAsync(cohort.Id, cancellation)).Where(group => group.Status == GroupStatus.Active);
        var circles = await Task.WhenAll(
            running.Select(group => app.Get<SecondCircles>().GetAsync(cohort.Id, group.GroupId, cancellation)));
        var able = circles.Where(circle => circle.IsSound)
            .SelectMany(circle => circle.Members.Select(member => (Circle: circle, Member: member))).ToList();
        if (able.Count < 4) throw new InvalidOperationException("Too few can wish a second partner: this cohort does not show it.");
        foreach (var (at, (circle, member)) in able.SkipLast(1).Index())
            agenda.Add( // one after the other: partners are asked before they say something of their own accord
                agenda.Now.AddMinutes(at + 1),
                $"second partners: {at:d3}",
                () => AnswerAsync(circle.Question(member, dates), at == 0 ? Second.Fine : Second.Wish, cancellation));
        agenda.Add(
            new DateTimeOffset(dates.Pairs, TimeSpan.Zero).AddHours(1),
            "second partners: approve",
            () => AnswerAllAsync(ApproveSeconds.Name, ApproveSeconds.Approve, cancellation));
        agenda.Add(new DateTimeOffset(dates.Decides, TimeSpan.Zero).AddDays(2), "second partners: end", () => EndAsync(cancellation));
    }

    async Task EndAsync(CancellationToken cancellation)
    {
        var pair = (await app.Get<SecondPairStore>().ListAsync(cohort.Id, cancellation))
            .First(pair => pair.Status == SecondPairStatus.Active);
        var members = await Task.WhenAll(pair.Members.Select(id => app.Get<PeopleStore>().GetAsync(cohort.Id, id, cancellation)));
        var question = StopSecond.Question(pair, members[0], members[1], new(dates.End, TimeSpan.Zero));
        await AnswerAsync(question, StopSecond.Stop, cancellation);
    }

    async Task AnswerAllAsync(string form, string choice, CancellationToken cancellation)
    {
        var asked = await app.Get<DecisionStore>().ListAsync(cohort.Id, $"{form}-", cancellation);
        if (asked.Count == 0) throw new InvalidOperationException($"Nobody was asked {form}.");
        foreach (var decision in asked) await AnswerAsync(decision.Request, choice, cancellation);
    }

    async Task AnswerAsync(DecisionRequest question, string choice, CancellationToken cancellation)
    {
        var link = await app.Get<DecisionLinks>().OpenAsync(question, cancellation); // the same address again
        var letter = new Letter("", question.Form, question.SubjectId, "", agenda.Now, [link], "");
        await answering.AnswerAsync(letter, [("choice", choice)], cancellation);
    }
}
