using System.Collections.Concurrent;
using Ilnp.Programme;

namespace Ilnp.Approvals;

/// <summary>Whose decision it is: a committee member's, a person's of the cohort, or a group's, for which any member may speak.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Member">Set when a committee member decides.</param>
/// <param name="People">The person, or the group's members; empty when a committee member decides.</param>
public sealed record DecisionSubject(CohortSettings Cohort, CommitteeMember? Member, params IReadOnlyList<Person> People)
{
    /// <summary>Set when a group decides.</summary>
    public Group? Group { get; init; }

    /// <summary>
    /// A language that the address of a page wishes for: somebody who changed theirs is not shown the one before for a minute.
    /// </summary>
    public string? Wished { get; init; }

    public string Language => Member?.Language ?? Wished ?? Cohort.SharedLanguage(People);

    /// <summary>IANA name of the zone that times are told in: the person's, or that of all of a group; else the cohort's.</summary>
    public string Zone => People.Select(Cohort.ZoneOf).Distinct().ToList() is [var one] ? one : Cohort.TimeZone;

    public string Name => Member?.Name ?? Programme.People.Names(People, Language);
}

/// <summary>Finds whose decision it is.</summary>
public sealed class DecisionSubjects(CohortStore cohorts, PeopleStore people, GroupStore groups, TimeProvider time)
{
    /// <summary>A page, the press of its button and the page after it ask for the same person.</summary>
    static readonly TimeSpan Visit = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(string Cohort, string Subject), (DateTimeOffset Until, DecisionSubject Subject)> visits = new();

    /// <summary>As <see cref="FindAsync"/>, of a minute ago at most: good enough for a page's language and name.</summary>
    public async Task<DecisionSubject?> OfVisitAsync(DecisionRequest request, CancellationToken cancellation)
    {
        var (key, now) = ((request.CohortId, request.SubjectId), time.GetUtcNow());
        if (visits.TryGetValue(key, out var visit) && now < visit.Until) return visit.Subject;
        foreach (var (over, _) in visits.Where(other => other.Value.Until <= now)) visits.TryRemove(over, out _);
        if (await FindAsync(request, cancellation) is not { } subject) return null;
        visits[key] = (now + Visit, subject);
        return subject;
    }

    /// <summary>Null when the cohort or the person is no longer there: erased on wish, for instance.</summary>
    public async Task<DecisionSubject?> FindAsync(DecisionRequest request, CancellationToken cancellation)
    {
        if (await cohorts.FindAsync(request.CohortId, cancellation) is not { } cohort) return null;
        if (cohort.Committee.FirstOrDefault(member => member.Id == request.SubjectId) is { } member) return new(cohort, member);
        if (await people.FindAsync(request.CohortId, request.SubjectId, cancellation) is { } person)
            return person.IsErased ? null : new(cohort, null, person);
        if (await groups.FindAsync(request.CohortId, request.SubjectId, cancellation) is not { } group) return null;
        var members = await Task.WhenAll(group.Members.Select(id => people.FindAsync(request.CohortId, id, cancellation)));
        return members.OfType<Person>().Where(member => !member.IsErased).ToList() is { Count: > 0 } found
            ? new(cohort, null, found) { Group = group }
            : null;
    }
}
