using Ilnp.Approvals;
using Ilnp.Intake.Applying;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Returning.Questions;

namespace Ilnp.Returning;

/// <summary>
/// The next programme, from the last week of one's own or from the waiting list on: whether to hear of it, and its form once it is open.
/// </summary>
sealed class OwnReturning(
    CohortStore cohorts, PeopleStore people, Identities identities, PriorityStore priorities,
    DecisionStore decisions, DecisionLinks links, KnownForms forms) : IOwnCard
{
    const string Apply = "apply";
    const string Wish = "wish";
    const string Change = "change";

    public string Name => Again.Name;

    public int Order => 45;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (!IsTime(owner)) return null;
        if (await NextAsync(owner, cancellation) is { } next)
        {
            var has = await HasAppliedAsync(owner, next, cancellation);
            return new(Name)
            {
                Facts = Facts(owner, next),
                Paragraphs = [has ? "own.again.applied" : "own.again.open"],
                Actions = has ? [] : [Apply],
            };
        }

        var said = (await decisions.FindAsync(owner.Cohort.Id, Again.DecisionId(owner.Person.PersonId), cancellation))?.Choice;
        var isWritten = said is null && await IsWrittenToAsync(owner, cancellation);
        return new(Name)
        {
            Paragraphs = [said switch
            {
                Again.Yes => "own.again.yes",
                Again.No => "own.again.no",
                _ when isWritten => "own.again.waits",
                _ when ReturningRules.TookPart(owner.Person) => "own.again.took-part",
                _ => "own.again.offer",
            }],
            Actions = [said is null && !isWritten ? Wish : Change],
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation)
    {
        if (!IsTime(owner)) return null;
        if (action is Wish or Change) return await links.OpenAsync(Again.Question(owner.Cohort, owner.Person.PersonId), cancellation);
        return action == Apply && await NextAsync(owner, cancellation) is { } next
            ? await forms.AddressAsync(next, owner.Cohort, owner.Person, cancellation)
            : null;
    }

    static bool IsTime(Owner owner)
    {
        var calendar = new ProgrammeCalendar(owner.Cohort);
        return owner.Person.WithdrawnAt is null && owner.Now.UtcDateTime is var now
            && (now >= calendar.FinalSurvey || (now >= calendar.Introduce && ReturningRules.IsWaiting(owner.Person)));
    }

    /// <summary>The cohort that takes applications; of several the one that does for less long.</summary>
    async Task<CohortSettings?> NextAsync(Owner owner, CancellationToken cancellation) => (await cohorts.ListAsync(cancellation))
        .Where(cohort => cohort.Dates.Announce > owner.Cohort.Dates.Announce && ApplicationWindow.IsOpen(cohort, owner.Now))
        .MinBy(cohort => cohort.Dates.ApplicationsClose);

    async Task<bool> HasAppliedAsync(Owner owner, CohortSettings next, CancellationToken cancellation) =>
        await people.FindAsync(next.Id, identities.PersonId(next, owner.Person.Email), cancellation) is { IsErased: false };

    async Task<bool> IsWrittenToAsync(Owner owner, CancellationToken cancellation)
    {
        var who = identities.AcrossCohorts(owner.Cohort, owner.Person);
        return ReturningRules.HasWaited(
            new(owner.Cohort, owner.Person, who, null, null, await priorities.FindAsync(who, cancellation)));
    }

    static Dictionary<string, string> Facts(Owner owner, CohortSettings next) => new()
    {
        ["next"] = next.NameIn(owner.Words.Language),
        ["until"] = DateText.Day(next.Dates.ApplicationsClose, owner.Words.Language),
    };
}
