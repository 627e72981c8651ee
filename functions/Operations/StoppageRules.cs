using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Operations;

/// <summary>Which failures are new, what belongs together, who is asked and how often.</summary>
public static class StoppageRules
{
    /// <summary>An orchestration pulls down the one that waits for it within seconds: by then both have failed.</summary>
    static readonly TimeSpan Settles = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Those not told before, in the order of failing. The latest wait for the next time until they have settled; the line is
    /// drawn at a gap, so that it does not part what failed together.
    /// </summary>
    public static IReadOnlyList<FailureKey> New(IEnumerable<FailureKey> failed, IEnumerable<Stoppage> told, DateTimeOffset now)
    {
        var known = told.SelectMany(stoppage => stoppage.Failures).Select(failure => failure.Key).ToHashSet();
        var fresh = failed.Where(key => !known.Contains(key))
            .OrderBy(key => key.FailedAt).ThenBy(key => key.InstanceId, StringComparer.Ordinal).ToList();
        var settled = fresh.Count(key => key.FailedAt <= now - Settles);
        while (settled > 0 && settled < fresh.Count && fresh[settled].FailedAt - fresh[settled - 1].FailedAt < Together) settled++;
        return fresh[..settled];
    }

    /// <summary>One stoppage of all of them: whoever failed in another's history stands under it, and lends it its cause.</summary>
    public static Stoppage Gather(
        string cohortId, IReadOnlyList<FailureKey> failed, IReadOnlyDictionary<string, FailureReading> readings,
        Func<string, StepInstance> step, DateTimeOffset now)
    {
        var parents = readings.SelectMany(parent => parent.Value.FailedChildren.Select(child => (Child: child, Parent: parent.Key)))
            .Where(pair => readings.ContainsKey(pair.Child)).DistinctBy(pair => pair.Child)
            .ToDictionary(pair => pair.Child, pair => pair.Parent);
        return new(cohortId, IdOf(failed), now, [.. failed.Select(Read).OrderBy(failure => failure.Under is not null)]);

        Failure Read(FailureKey key)
        {
            var deepest = Deepest(key.InstanceId, readings);
            return new()
            {
                InstanceId = key.InstanceId,
                FailedAt = key.FailedAt,
                Step = step(key.InstanceId).Step,
                Subject = step(key.InstanceId).Subject,
                Within = deepest == key.InstanceId ? null : step(deepest).Step,
                Cause = readings[deepest].Cause,
                CanGoOn = CanGoOn(key.InstanceId, readings),
                Under = parents.ContainsKey(key.InstanceId) ? Top(key.InstanceId, parents) : null,
            };
        }
    }

    /// <summary>Whether somebody is still to be asked: a part of it stands as it stood, and nobody has decided.</summary>
    public static bool IsOpen(Stoppage stoppage, IReadOnlySet<FailureKey> failed, IEnumerable<Decision> decisions) =>
        stoppage.Topmost.Any(failure => failed.Contains(failure.Key))
        && !decisions.Any(decision => decision.Version > 0 && StoppedForm.IsAbout(decision.DecisionId, stoppage.StoppageId));

    /// <summary>0 for the first asking, one more whenever the reminders' days have passed. What needs no decision is told once.</summary>
    public static int Reminder(Stoppage stoppage, CohortSettings cohort, DateTimeOffset now) =>
        stoppage.IsQuestion ? (int)((now - stoppage.FoundAt) / TimeSpan.FromDays(cohort.Care.RemindDays)) : 0;

    /// <summary>The technical members, the leads where there is none; with the first reminder the leads too.</summary>
    public static IReadOnlyList<CommitteeMember> Asked(CohortSettings cohort, int reminder)
    {
        var technical = cohort.Committee.Where(member => member.Is(CommitteeRole.Technical)).ToList();
        return technical.Count == 0 ? [.. cohort.Leads] : reminder == 0 ? technical : [.. technical.Union(cohort.Leads)];
    }

    static string Deepest(string instanceId, IReadOnlyDictionary<string, FailureReading> readings) =>
        readings[instanceId].FailedChildren.LastOrDefault(readings.ContainsKey) is { } child ? Deepest(child, readings) : instanceId;

    static bool CanGoOn(string instanceId, IReadOnlyDictionary<string, FailureReading> readings) =>
        readings[instanceId].CanGoOn
        && readings[instanceId].FailedChildren.Where(readings.ContainsKey).All(child => CanGoOn(child, readings));

    static string Top(string instanceId, IReadOnlyDictionary<string, string> parents) =>
        parents.TryGetValue(instanceId, out var parent) ? Top(parent, parents) : instanceId;

    static string IdOf(IEnumerable<FailureKey> failed)
    {
        var words = failed.Select(key => string.Create(CultureInfo.InvariantCulture, $"{key.InstanceId} {key.FailedAt.UtcTicks}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(words))))[..16];
    }
}
