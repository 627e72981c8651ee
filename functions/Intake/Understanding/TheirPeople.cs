using Ilnp.Privacy;
using Ilnp.Programme;

namespace Ilnp.Intake.Understanding;

/// <summary>The person whose answers are from an application that is read again, wherever the committee has merged them.</summary>
public sealed class TheirPeople(PeopleStore people, IEnumerable<IOtherSelves> selves)
{
    /// <summary>Changes the person whose answers are from this application; null when newer ones count.</summary>
    /// <param name="application">With a person.</param>
    /// <param name="change">Leaves everybody as they are whose answers are from another one.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Person?> ApplyAsync(Application application, Func<Person, Person> change, CancellationToken cancellation)
    {
        var person = await people.UpdateAsync(application.CohortId, application.PersonId!, change, cancellation);
        if (person?.ApplicationId == application.ApplicationId && !person.Reasons.Contains(ReasonCode.Duplicate)) return person;
        foreach (var (cohortId, personId) in person?.Reasons.Contains(ReasonCode.Duplicate) == true
            ? await SelvesAsync(person, cancellation)
            : [])
            if (cohortId == application.CohortId && await people.UpdateAsync(cohortId, personId, change, cancellation) is { } self
                && self.ApplicationId == application.ApplicationId) return self;
        return null;
    }

    async Task<IReadOnlyList<(string CohortId, string PersonId)>> SelvesAsync(Person person, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(selves.Select(known => known.OfAsync(person.CohortId, person.PersonId, cancellation)));
        return [.. found.SelectMany(known => known)];
    }
}
