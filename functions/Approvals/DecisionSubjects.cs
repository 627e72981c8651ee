using Ilnp.Programme;

namespace Ilnp.Approvals;

/// <summary>Whose decision it is: a committee member or a person of the cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Member">Set when a committee member decides.</param>
/// <param name="Person">Set when a person of the cohort decides.</param>
public sealed record DecisionSubject(CohortSettings Cohort, CommitteeMember? Member, Person? Person)
{
    public string Name => Member?.Name ?? Person!.Name;

    public string Language => Member?.Language ?? Person!.MailLanguage;
}

/// <summary>Finds whose decision it is.</summary>
public sealed class DecisionSubjects(CohortStore cohorts, PeopleStore people)
{
    /// <summary>Null when the cohort or the person is no longer there: erased on wish, for instance.</summary>
    public async Task<DecisionSubject?> FindAsync(DecisionRequest request, CancellationToken cancellation)
    {
        if (await cohorts.FindAsync(request.CohortId, cancellation) is not { } cohort) return null;
        if (cohort.Committee.FirstOrDefault(member => member.Id == request.SubjectId) is { } member) return new(cohort, member, null);
        return await people.FindAsync(request.CohortId, request.SubjectId, cancellation) is { } person ? new(cohort, null, person) : null;
    }
}
