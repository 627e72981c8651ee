using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>For whom what somebody applies counts, by what the committee found.</summary>
sealed class MergedPeople(DuplicateProposalStore proposals, PeopleStore people) : IMergedPeople
{
    public async Task<string?> FirstOfAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        var same = SamePeople.Of(personId, await proposals.ListAsync(cohortId, cancellation));
        foreach (var id in same.Where(id => id != personId))
            if (await people.FindAsync(cohortId, id, cancellation) is { IsErased: false } person
                && !person.Reasons.Contains(ReasonCode.Duplicate))
                return id;
        return null;
    }
}
