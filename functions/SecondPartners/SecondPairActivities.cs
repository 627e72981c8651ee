using Ilnp.Approvals;
using Ilnp.Mail.Quiet;
using Ilnp.Programme;
using Ilnp.SecondPartners.Letters;
using Ilnp.SecondPartners.Questions;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.SecondPartners;

/// <summary>A second pair to introduce.</summary>
/// <param name="PairId">Which.</param>
/// <param name="At">When it is day for both, UTC; a moment that has passed where it is now.</param>
public sealed record SecondDue(string PairId, DateTime At);

/// <summary>What is to be ended.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GoneId">Who goes for good just now; null for nobody.</param>
public sealed record SecondsGone(string CohortId, string? GoneId = null);

/// <summary>Introduces second pairs, and ends them.</summary>
public sealed class SecondPairActivities(
    SecondCircles circles, SecondPairStore pairs, PeopleStore people, DecisionStore decisions, PairLetters letters, TimeProvider time)
{
    /// <summary>Pairs that wait to be introduced, each with the moment that is day for both.</summary>
    [Function(nameof(ListSecondsToIntroduce))]
    public async Task<IReadOnlyList<SecondDue>> ListSecondsToIntroduce([ActivityTrigger] string cohortId)
    {
        var (now, known) = (time.GetUtcNow(), (await people.ListAsync(cohortId)).ToDictionary(person => person.PersonId));
        return
        [
            .. from pair in await pairs.ListAsync(cohortId)
               where pair.Status == SecondPairStatus.Proposed
               let zones = pair.Members.Where(known.ContainsKey).SelectMany(member => QuietHours.ZonesOf(known[member])).Distinct()
               select new SecondDue(pair.PairId, QuietHours.WakesAt([.. zones], now) ?? now.UtcDateTime),
        ];
    }

    /// <summary>
    /// Both hear of each other, if both are still here and nothing has changed in their first exchanges; otherwise whoever
    /// is here hears that it does not come about.
    /// </summary>
    [Function(nameof(IntroduceSecond))]
    public async Task IntroduceSecond([ActivityTrigger] SecondPairRef reference)
    {
        var proposed = await pairs.GetAsync(reference.CohortId, reference.PairId);
        var isSound = proposed.Status != SecondPairStatus.Proposed || await AreSoundAsync(proposed);
        var pair = (await pairs.UpdateAsync(reference.CohortId, reference.PairId, stored => Introduced(stored, isSound)))!;
        if (pair.Status == SecondPairStatus.Active) await letters.IntroduceAsync(pair);
        else if (pair.IntroducedAt is null) await letters.TellOffAsync(pair);
    }

    SecondPair Introduced(SecondPair pair, bool isSound) => pair.Status != SecondPairStatus.Proposed ? pair
        : isSound ? pair with { Status = SecondPairStatus.Active, IntroducedAt = time.GetUtcNow() }
        : Dropped(pair);

    async Task<bool> AreSoundAsync(SecondPair pair)
    {
        foreach (var member in pair.Members)
            if (await people.FindAsync(pair.CohortId, member) is not { Standing: Standing.Active, GroupId: { } group }
                || !(await circles.GetAsync(pair.CohortId, group)).IsSound)
                return false;
        return true;
    }

    /// <summary>The pairs do not come about; their members hear it.</summary>
    [Function(nameof(DropSeconds))]
    public async Task DropSeconds([ActivityTrigger] string cohortId)
    {
        foreach (var proposed in await pairs.ListAsync(cohortId))
        {
            if (proposed.Status != SecondPairStatus.Proposed) continue;
            await letters.TellOffAsync(proposed);
            await pairs.UpdateAsync(cohortId, proposed.PairId, Dropped);
        }
    }

    SecondPair Dropped(SecondPair pair) => pair.Status == SecondPairStatus.Proposed
        ? pair with { Status = SecondPairStatus.Dropped, EndedAt = time.GetUtcNow() }
        : pair;

    /// <summary>
    /// Ends pairs that a member has ended, or of which one is not here any more; the other is told first, so that a second run finds them.
    /// Gives how many go on.
    /// </summary>
    [Function(nameof(EndSeconds))]
    public async Task<int> EndSeconds([ActivityTrigger] SecondsGone gone)
    {
        var running = (await pairs.ListAsync(gone.CohortId)).Where(pair => pair.Status == SecondPairStatus.Active).ToList();
        if (running.Count == 0) return 0;
        var stopped = (await decisions.ListAsync(gone.CohortId, StopSecond.All)).Where(stop => stop.Choice == StopSecond.Stop)
            .OrderBy(stop => stop.AnsweredAt).ToLookup(stop => StopSecond.PairOf(stop.DecisionId), stop => stop.SubjectId);
        var goesOn = 0;
        foreach (var pair in running)
        {
            var members = await Task.WhenAll(pair.Members.Select(member => people.FindAsync(gone.CohortId, member)));
            var left = pair.Members.Zip(members)
                .FirstOrDefault(member => member.First == gone.GoneId || SecondRules.IsGone(member.Second)).First;
            if ((left ?? stopped[pair.PairId].FirstOrDefault()) is not { } by)
            {
                goesOn++;
                continue;
            }

            await letters.TellEndedAsync(pair, by, isGone: left is not null);
            await pairs.UpdateAsync(gone.CohortId, pair.PairId, Ended);
        }

        return goesOn;
    }

    SecondPair Ended(SecondPair pair) => pair.Status == SecondPairStatus.Active
        ? pair with { Status = SecondPairStatus.Ended, EndedAt = time.GetUtcNow() }
        : pair;
}
