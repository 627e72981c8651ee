using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.People.Actions;

/// <summary>Whoever is held back since the moment of applying is not known, counts: somebody has looked, and it was in time.</summary>
public sealed class CameInTime(PeopleStore people) : PersonAction(Asked)
{
    public static readonly Form Asked = Asks("in-time");

    public override bool IsPossible(PersonFile file) => Waits(file.Person);

    public override bool IsForMany => true;

    public override async Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call)
    {
        var done = false;
        await people.UpdateAsync(
            file.Person.CohortId, file.Person.PersonId, person => (done = Waits(person)) ? Counting(person) : person, call.Cancellation);
        return done || (call.BegunAt is not null && !file.Person.Reasons.Contains(ReasonCode.UnknownMoment));
    }

    static bool Waits(Person person) => StandingRule.IsOpen(person.Standing) && person.Reasons.Contains(ReasonCode.UnknownMoment);

    static Person Counting(Person person)
    {
        IReadOnlyList<string> reasons = [.. person.Reasons.Except([ReasonCode.UnknownMoment])];
        return person with { Reasons = reasons, Standing = StandingRule.Of(reasons) };
    }
}
