using Ilnp.Privacy;

namespace Ilnp.Programme.PersonalData;

/// <summary>
/// Somebody with the same address in other cohorts. Of an address that several people share only who has a word of the name in common:
/// nobody erases a colleague.
/// </summary>
sealed class SameAddress(CohortStore cohorts, PeopleStore people, AddressBook addresses) : IOtherSelves
{
    public async Task<IReadOnlyList<(string CohortId, string PersonId)>> OfAsync(
        string cohortId, string personId, CancellationToken cancellation)
    {
        if (await people.FindAsync(cohortId, personId, cancellation) is not { IsErased: false } person) return [];
        var found = new List<(string, string)>();
        foreach (var other in (await cohorts.ListAsync(cancellation)).Where(other => other.Id != cohortId))
            found.AddRange(
                (await addresses.PeopleAsync(other, person.Email, cancellation))
                    .Where(same => SharedNames.HaveOne(person, same)).Select(same => (other.Id, same.PersonId)));
        return found;
    }
}
