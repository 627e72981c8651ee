using System.Collections.Concurrent;
using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Returning.Questions;

namespace Ilnp.Returning;

/// <summary>Who of earlier cohorts would hear that another opens.</summary>
public sealed class Returners(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions, PriorityStore priorities, Identities identities, TimeProvider time)
{
    /// <summary>A draft is saved many times in a sitting: all people of all cohorts are not read each time.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<DateOnly, (int People, DateTimeOffset At)> counted = new();

    /// <summary>How many <see cref="ListAsync"/> names; of a few minutes ago.</summary>
    public async Task<int> CountAsync(DateOnly announced, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        if (counted.TryGetValue(announced, out var before) && (now - before.At).Duration() < Fresh) return before.People;
        var people = (await ListAsync(announced, cancellation)).Count;
        counted[announced] = (people, now);
        return people;
    }

    /// <summary>Each once, of all cohorts that were announced before a day.</summary>
    public async Task<IReadOnlyList<Former>> ListAsync(DateOnly announced, CancellationToken cancellation = default)
    {
        var waited = await priorities.ListAsync(cancellation);
        var former = new List<Former>();
        foreach (var earlier in await cohorts.ListAsync(cancellation))
            if (earlier.Dates.Announce < announced) former.AddRange(await OfAsync(earlier, waited, cancellation));
        return [.. ReturningRules.Whom(former)];
    }

    /// <summary>One of them, as they stand now.</summary>
    public async Task<Former> ReadAsync(CohortSettings earlier, Person person, CancellationToken cancellation = default)
    {
        var said = await decisions.FindAsync(earlier.Id, Again.DecisionId(person.PersonId), cancellation);
        var who = identities.AcrossCohorts(earlier, person);
        return Of(earlier, person, who, said, await priorities.FindAsync(who, cancellation));
    }

    async Task<IEnumerable<Former>> OfAsync(
        CohortSettings earlier, IReadOnlyDictionary<string, Priority> waited, CancellationToken cancellation)
    {
        var said = (await decisions.ListAsync(earlier.Id, Again.Form.DecisionPrefix(), cancellation))
            .ToDictionary(decision => decision.SubjectId);
        return (await people.ListAsync(earlier.Id, cancellation)).Where(person => !person.IsErased)
            .Select(person => (Person: person, Who: identities.AcrossCohorts(earlier, person)))
            .Select(one => Of(
                earlier,
                one.Person,
                one.Who,
                said.GetValueOrDefault(one.Person.PersonId),
                waited.GetValueOrDefault(one.Who.Identity)?.Of(one.Who)));
    }

    static Former Of(CohortSettings earlier, Person person, AcrossCohorts who, Decision? said, Waiter? waited) =>
        new(earlier, person, who, said?.Choice, said?.AnsweredAt, waited);
}
