using Ilnp.Approvals;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.Stories.Questions;

namespace Ilnp.RealEngine;

/// <summary>A participant tells others of the programme, and somebody who only visits looks what there is.</summary>
sealed class StoryActs(LocalApp app, Agenda agenda, Answering answering, Visitor visitor, CohortSettings settings)
{
    public async Task TellAsync(CancellationToken cancellation)
    {
        var person = (await app.Get<PeopleStore>().ListAsync(settings.Id, cancellation))
            .Where(person => person.Standing == Standing.Active).MinBy(person => person.PersonId, StringComparer.Ordinal)!;
        var link = await app.Get<DecisionLinks>().OpenAsync(Telling.Question(settings, person.PersonId), cancellation);
        await answering.AnswerAsync(
            new("", Telling.Name, person.PersonId, "", agenda.Now, [link], ""),
            [(Telling.Consent, Telling.Unnamed), (Telling.Text, "It was good.")],
            cancellation);
        foreach (var page in new[] { "stories", "stories/feed" }) await visitor.GetAsync(page, cancellation);
        await visitor.GetLostAsync($"stories/pictures/{settings.Id}/none", cancellation);
    }
}
