using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.SecondPartners.Letters;

/// <summary>Asks partners of whoever wishes a second one, once and with one reminder: nobody is pressed.</summary>
public sealed class SecondLetters(
    CohortStore cohorts, SecondCircles circles, SecondPairStore pairs, Approvals.Questions questions, NoneLetters none)
{
    /// <summary>Everybody of the group who has not answered; when one of them would rather stay, whoever wished hears it.</summary>
    [Function(nameof(AskSecond))]
    public async Task AskSecond([ActivityTrigger] GroupRef reference)
    {
        var circle = await circles.GetAsync(reference.CohortId, reference.GroupId);
        if (!circle.IsSound) return;
        var refused = circle.Members.Where(member => circle.StandOf(member) == SecondStand.Refused).ToList();
        foreach (var member in refused) await none.WriteAsync(member, SecondNone.Consent, circle.Partners(member));
        if (refused.Count == 0) await AskAsync(circle, isAgain: false);
    }

    /// <inheritdoc cref="AskSecond"/>
    [Function(nameof(RemindSecond))]
    public async Task RemindSecond([ActivityTrigger] GroupRef reference)
    {
        var circle = await circles.GetAsync(reference.CohortId, reference.GroupId);
        if (circle.IsSound && circle.Wishing.Any(member => circle.StandOf(member) == SecondStand.Waiting))
            await AskAsync(circle, isAgain: true);
    }

    async Task AskAsync(SecondCircle circle, bool isAgain)
    {
        var settings = await cohorts.GetAsync(circle.Group.CohortId);
        if (SecondDates.Of(settings) is not { } dates || circle.Wishing.Count == 0) return;
        foreach (var member in circle.Members.Where(member => circle.SaidBy(member) is null))
            await questions.AskAsync(circle.Question(member, dates), member, Letter(settings, circle, member, dates, isAgain));
    }

    static Letter Letter(CohortSettings settings, SecondCircle circle, Person member, SecondDates dates, bool isAgain) =>
        new(NoneLetters.Step, $"{circle.Group.GroupId}-{(isAgain ? "reminder" : "ask")}", "second-ask")
        {
            Liaison = settings.Liaison(circle.Group),
            Thread = circle.Group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["asking"] = People.Names(circle.Wishing, member.MailLanguage),
                ["close_date"] = DateText.Until(new(dates.Pairs, TimeSpan.Zero), settings.ZoneOf(member), member.MailLanguage),
                ["again"] = isAgain,
            },
        };

    /// <summary>Whoever wished one and is in no pair, with the reason.</summary>
    [Function(nameof(TellUnpaired))]
    public async Task TellUnpaired([ActivityTrigger] string cohortId)
    {
        var paired = (await pairs.ListAsync(cohortId)).SelectMany(pair => pair.Members).ToHashSet();
        var wishes = from circle in await circles.ListAsync(cohortId)
                     from member in circle.Wishing
                     where !paired.Contains(member.PersonId)
                     group circle by member.PersonId into wished
                     select (Id: wished.Key, Circles: wished.ToList());
        foreach (var (id, wished) in wishes)
        {
            var member = wished[0].Members.Single(one => one.PersonId == id);
            var circle = wished.FirstOrDefault(one => one.Group.GroupId == member.GroupId) ?? wished[^1];
            await none.WriteAsync(member, Why(circle, circle.StandOf(member)), circle.Partners(member));
        }
    }

    static SecondNone Why(SecondCircle circle, SecondStand stand) => stand == SecondStand.Refused ? SecondNone.Consent
        : !circle.IsSound ? SecondNone.Changed
        : stand == SecondStand.Agreed ? SecondNone.Alone
        : SecondNone.Consent;
}
