using Ilnp.Approvals;
using Ilnp.Introductions;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;

namespace Ilnp.SecondPartners;

/// <summary>The wish for a second partner, while it can be wished; then who that is, and the way to end it.</summary>
sealed class OwnSecond(SecondCircles circles, SecondPairStore pairs, PeopleStore people, DecisionLinks links) : IOwnCard
{
    const string Wish = "wish";
    const string Answer = "answer";
    const string Change = "change";
    const string Stop = "stop";

    public string Name => "second";

    public int Order => 12;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (SecondDates.Of(owner.Cohort) is not { } dates) return null;
        if (await PartnerAsync(owner, dates, cancellation) is var (_, partner)) return Together(owner, partner);
        if (await WaitingAsync(owner, dates, cancellation) is { } decided) return Waiting(owner, decided);
        if (await CircleAsync(owner, dates, cancellation) is not { } circle) return null;
        var (text, action) = Asked(owner, circle);
        return new(Name)
        {
            Facts = new Dictionary<string, string>
            {
                ["partners"] = owner.PartnerNames,
                ["asking"] = People.Names(circle.Wishing.Where(one => one.PersonId != owner.Person.PersonId), owner.Words.Language),
                ["until"] = DateText.Until(new(dates.Pairs, TimeSpan.Zero), owner.Zone, owner.Words.Language),
            },
            Paragraphs = [text],
            Actions = action is null ? [] : [action],
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation)
    {
        if (SecondDates.Of(owner.Cohort) is not { } dates) return null;
        if (await PartnerAsync(owner, dates, cancellation) is var (pair, partner))
            return action == Stop && !owner.HasEnded
                ? await links.OpenAsync(StopSecond.Question(pair, owner.Person, partner, new(dates.End, TimeSpan.Zero)), cancellation)
                : null;
        return action is Wish or Answer or Change && await CircleAsync(owner, dates, cancellation) is { } circle
            ? await links.OpenAsync(circle.Question(owner.Person, dates), cancellation)
            : null;
    }

    /// <summary>Null before the pairs are made, and for nobody.</summary>
    async Task<(SecondPair Pair, Person Partner)?> PartnerAsync(Owner owner, SecondDates dates, CancellationToken cancellation)
    {
        if (owner.Now.UtcDateTime < dates.Pairs) return null;
        var (cohort, me) = (owner.Cohort.Id, owner.Person.PersonId);
        if (await pairs.RunningOfAsync(cohort, me, cancellation) is not { } pair) return null;
        return await people.FindAsync(cohort, pair.PartnerOf(me), cancellation) is { IsErased: false } partner ? (pair, partner) : null;
    }

    /// <summary>Until when somebody hears for whom a pair was made; null for everybody else.</summary>
    async Task<DateTime?> WaitingAsync(Owner owner, SecondDates dates, CancellationToken cancellation) =>
        owner.Now.UtcDateTime >= dates.Pairs
        && (await pairs.ListAsync(owner.Cohort.Id, cancellation)).FirstOrDefault(pair =>
            pair.Status == SecondPairStatus.Proposed && pair.Members.Contains(owner.Person.PersonId)) is { } made
        && dates.MadeAt(made.MadeAt.UtcDateTime).Decides is var decided && owner.Now.UtcDateTime < decided
            ? decided
            : null;

    /// <summary>Null while nothing can be wished, and for a group in which it is not offered.</summary>
    async Task<SecondCircle?> CircleAsync(Owner owner, SecondDates dates, CancellationToken cancellation)
    {
        if (!dates.AreOpen(owner.Now.UtcDateTime) || owner is not { Group: { } group, Partners.Count: > 0 }) return null;
        var circle = await circles.GetAsync(group.CohortId, group.GroupId, cancellation);
        return circle.IsSound ? circle : null;
    }

    OwnCard Waiting(Owner owner, DateTime decided) => new(Name)
    {
        Facts = new Dictionary<string, string>
        {
            ["until"] = DateText.Until(new(decided, TimeSpan.Zero), owner.Zone, owner.Words.Language),
        },
        Paragraphs = ["own.second.made"],
    };

    OwnCard Together(Owner owner, Person partner) => new(Name)
    {
        Facts = new Dictionary<string, string> { ["partner"] = People.Names([partner], owner.Words.Language) },
        Paragraphs = ["own.second.together"],
        Parts = [OwnPartner.Describe(partner, owner, isNamed: true)],
        Actions = owner.HasEnded ? [] : [Stop],
    };

    /// <summary>What the card says, and its button; null for none.</summary>
    static (string Text, string? Action) Asked(Owner owner, SecondCircle circle)
    {
        var me = circle.Members.Single(member => member.PersonId == owner.Person.PersonId);
        var others = circle.Others(me);
        return circle.SaidBy(me) switch
        {
            Second.Stay => ("own.second.stay", Change),
            _ when others.Any(other => circle.SaidBy(other) == Second.Stay) => ("second.over.stay", null),
            Second.Fine => ("own.second.fine", Change),
            Second.Wish => (circle.StandOf(me) == SecondStand.Agreed ? "own.second.agreed" : "own.second.wished", Change),
            _ when circle.Wishing.Count > 0 => ("own.second.asked", Answer),
            _ => ("own.second.offer", Wish),
        };
    }
}
