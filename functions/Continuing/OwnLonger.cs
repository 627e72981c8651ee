using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Continuing;

/// <summary>The wish to go on together, from the last month of the programme; and the way to end it at any moment.</summary>
sealed class OwnLonger(LongerCircles circles, DecisionLinks links) : IOwnCard
{
    const string Wish = "wish";
    const string Answer = "answer";
    const string Change = "change";
    const string Stop = "stop";

    public string Name => "longer";

    public int Order => 15;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (await CircleAsync(owner, cancellation) is not { } circle) return null;
        if (circle.Group.GoesOn is { } longer)
            return Card(owner, circle, LongerWords.Facts(longer, circle.Settings, owner.Person), Agreed(longer));
        if (circle.Dates is not { } dates || !dates.AreOpen(owner.Now.UtcDateTime) || circle.Consent == Consent.Off) return null;
        var facts = new Dictionary<string, string>
        {
            ["until"] = DateText.LastDay(new(dates.Closes, TimeSpan.Zero), circle.Settings, owner.Person),
            ["asking"] = People.Names(circle.Willing.Where(member => member.PersonId != owner.Person.PersonId), owner.Words.Language),
        };
        return Card(owner, circle, facts, Asked(owner, circle));
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation)
    {
        if (await CircleAsync(owner, cancellation) is not { } circle) return null;
        var (group, me) = (circle.Group, owner.Person);
        if (group.GoesOn is { } longer)
            return action == Stop && longer.EndedAt is null
                ? await links.OpenAsync(StopLonger.Question(group, me, circle.Others(me)), cancellation)
                : null;
        var isOpen = circle.Dates?.AreOpen(owner.Now.UtcDateTime) == true && circle.Consent != Consent.Off;
        return isOpen && action is Wish or Answer or Change ? await links.OpenAsync(circle.Question(me), cancellation) : null;
    }

    async Task<LongerCircle?> CircleAsync(Owner owner, CancellationToken cancellation) =>
        owner is { Group: { } group, Partners.Count: > 0 } ? await circles.GetAsync(group.CohortId, group.GroupId, cancellation) : null;

    /// <summary>What the card says, and its button; null for none.</summary>
    static (string Text, string? Action) Agreed(GoingOn longer) => (LongerWords.StandOf(longer), longer.EndedAt is null ? Stop : null);

    static (string Text, string? Action) Asked(Owner owner, LongerCircle circle) => circle.SaidBy(owner.Person) switch
    {
        Longer.No => ("own.longer.no", Change),
        _ when circle.Consent == Consent.Refused => ("longer.over.no", null),
        Longer.Yes => ("own.longer.yes", Change),
        _ when circle.Willing.Count > 0 => ("own.longer.asked", Answer),
        _ => ("own.longer.offer", Wish),
    };

    static OwnCard Card(
        Owner owner, LongerCircle circle, IReadOnlyDictionary<string, string> facts, (string Text, string? Action) says) => new("longer")
        {
            Facts = new Dictionary<string, string>(facts)
            {
                ["partners"] = owner.PartnerNames,
                ["months"] = Longer.MonthsOf(circle.Settings),
            },
            Paragraphs = [says.Text],
            Actions = says.Action is { } action ? [action] : [],
        };
}
