using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Mail.Quiet;

/// <summary>People of a cohort, by id.</summary>
public sealed record SomePeople(string CohortId, IReadOnlyList<string> PersonIds);

/// <summary>Groups of a cohort, by id.</summary>
public sealed record SomeGroups(string CohortId, IReadOnlyList<string> GroupIds);

/// <summary>Somebody for whom it is night.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="WakesAt">UTC.</param>
public sealed record Asleep(string PersonId, DateTime WakesAt);

/// <summary>A group for one of whose members it is night.</summary>
/// <param name="GroupId">Which.</param>
/// <param name="WakesAt">When it is day for all of them, UTC.</param>
public sealed record AsleepTogether(string GroupId, DateTime WakesAt);

/// <summary>Tells for whom it is night now.</summary>
public sealed class QuietActivities(PeopleStore people, GroupStore groups, TimeProvider time)
{
    [Function(nameof(ListAsleep))]
    public async Task<IReadOnlyList<Asleep>> ListAsleep([ActivityTrigger] SomePeople some)
    {
        var (wanted, now) = (some.PersonIds.ToHashSet(StringComparer.Ordinal), time.GetUtcNow());
        return
        [
            .. (await people.ListAsync(some.CohortId)).Where(person => wanted.Contains(person.PersonId))
                .GroupBy(person => string.Join(' ', QuietHours.ZonesOf(person))) // many live in the same place
                .Select(same => (same, WakesAt: QuietHours.WakesAt(same.First(), now)))
                .Where(one => one.WakesAt is not null)
                .SelectMany(one => one.same.Select(person => new Asleep(person.PersonId, one.WakesAt!.Value))),
        ];
    }

    /// <summary>Groups whose members get one mail together.</summary>
    [Function(nameof(ListAsleepTogether))]
    public async Task<IReadOnlyList<AsleepTogether>> ListAsleepTogether([ActivityTrigger] SomeGroups some)
    {
        var (wanted, now) = (some.GroupIds.ToHashSet(StringComparer.Ordinal), time.GetUtcNow());
        var known = (await people.ListAsync(some.CohortId)).ToDictionary(person => person.PersonId);
        return
        [
            .. (await groups.ListAsync(some.CohortId)).Where(group => wanted.Contains(group.GroupId))
                .Select(group => (group.GroupId, WakesAt: QuietHours.WakesAt(ZonesOf(group, known), now)))
                .Where(one => one.WakesAt is not null).Select(one => new AsleepTogether(one.GroupId, one.WakesAt!.Value)),
        ];
    }

    static IReadOnlyList<string> ZonesOf(Group group, Dictionary<string, Person> known) =>
        [.. group.Members.Where(known.ContainsKey).SelectMany(member => QuietHours.ZonesOf(known[member])).Distinct()];
}
