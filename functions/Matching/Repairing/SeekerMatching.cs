using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Matching.Repairing;

/// <summary>
/// Who seeks a partner while the programme runs, and with whom they can be placed. Nobody is in two lists or in a running group.
/// </summary>
public sealed record SeekersNow
{
    /// <summary>All who seek at this moment; whoever comes first in front.</summary>
    public required IReadOnlyList<string> InTurn { get; init; }

    /// <summary>People who said yes and have no group.</summary>
    public IReadOnlyList<string> Standby { get; init; } = [];

    /// <summary>New groups that may be made beside those that run: as many as the liaisons have room for.</summary>
    public required int Room { get; init; }

    /// <summary>Running pairs that may be asked to take in a third.</summary>
    public IReadOnlyList<ExistingGroup> MayBeAsked { get; init; } = [];

    /// <summary>The waiting list in the order of priority; empty when nobody of it may be asked any more.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>People of the waiting list to ask for each who is left, so that one "no" costs no days.</summary>
    public int AskForEach { get; init; } = 2;
}

/// <summary>What becomes of everybody who seeks.</summary>
/// <param name="Groups">To be formed now: nobody has to be asked.</param>
/// <param name="Left">For whom somebody has to be asked, in their turn.</param>
public sealed record SeekersPlaced(IReadOnlyList<ProposedGroup> Groups, IReadOnlyList<SeekerLeft> Left);

/// <summary>Somebody whom nobody who said yes can take.</summary>
/// <param name="PersonId">Who seeks.</param>
/// <param name="Pair">The running pair that they fit best as a third, each pair for one of them at most; null when none does.</param>
/// <param name="Asking">Whom of the waiting list to ask for them, each person for one of them at most.</param>
public sealed record SeekerLeft(string PersonId, ExistingGroup? Pair, IReadOnlyList<string> Asking);

/// <summary>
/// Places everybody who seeks a partner at once. Pure and deterministic, by the choices of <see cref="GroupRepair"/>: running groups stay
/// as they are; as many as possible are placed, of those ways whoever comes first, of those the way whose pairs fit best; whoever is left
/// of an odd number joins a pair that is being made. For those for whom somebody has to be asked it says whom.
/// </summary>
public static class SeekerMatching
{
    /// <param name="problem">Everybody concerned is among its people; its rules and weights apply, its capacity does not.</param>
    /// <param name="running">Groups that are sound.</param>
    /// <param name="now">People to place, and with whom.</param>
    /// <exception cref="InvalidOperationException">The settings or the lists contradict each other.</exception>
    public static SeekersPlaced Of(MatchingProblem problem, IReadOnlyList<ExistingGroup> running, SeekersNow now)
    {
        if (now.InTurn.Count == 0) return new([], []);
        var placed = Repair(problem, running, now.Room, new() { Lone = now.InTurn, InTurn = true, Ready = now.Standby, OpenToThird = [] });
        var found = placed.Where(group => !group.Kept).ToList();
        var members = found.SelectMany(group => group.Members).ToHashSet();
        List<string> left = [.. now.InTurn.Where(seeker => !members.Contains(seeker))];
        if (left.Count == 0) return new(found, []);

        List<ExistingGroup> groups = [.. running, .. found.Select(group => new ExistingGroup(group.Members))];
        var pairs = PairsToAsk(problem, groups, left, now);
        var asking = WaitingToAsk(problem, groups, left, now with { Room = now.Room - found.Count });
        return new(found, [.. left.Select(seeker => new SeekerLeft(seeker, pairs.GetValueOrDefault(seeker), asking[seeker]))]);
    }

    static Dictionary<string, ExistingGroup> PairsToAsk(
        MatchingProblem problem, List<ExistingGroup> groups, List<string> left, SeekersNow now)
    {
        if (now.MayBeAsked.Count == 0) return [];
        var joined = Repair(problem, groups, room: 0, new() { Lone = left, InTurn = true, OpenToThird = now.MayBeAsked })
            .Where(group => group.Members.Count == 3 && group.Members.Any(left.Contains)).ToList();
        return joined.ToDictionary(
            group => group.Members.Single(left.Contains),
            group => now.MayBeAsked.Single(pair => pair.Members.All(group.Members.Contains)));
    }

    /// <summary>The best for each, then the next best of those not asked yet.</summary>
    static Dictionary<string, List<string>> WaitingToAsk(
        MatchingProblem problem, List<ExistingGroup> groups, List<string> left, SeekersNow now)
    {
        var asking = left.ToDictionary(seeker => seeker, _ => new List<string>());
        for (var turn = 0; turn < now.AskForEach && now.Room > 0; turn++)
        {
            var taken = asking.Values.SelectMany(asked => asked).ToHashSet();
            var open = now.Waiting.Where(person => !taken.Contains(person)).ToList();
            if (open.Count == 0) break;
            var pairs = Repair(problem, groups, now.Room, new() { Lone = left, InTurn = true, Waiting = open, AllowTrios = false });
            foreach (var pair in pairs.Where(pair => pair.ToAsk.Count > 0))
                asking[pair.Members.Single(left.Contains)].Add(pair.ToAsk.Single());
        }

        return asking;
    }

    static IReadOnlyList<ProposedGroup> Repair(MatchingProblem problem, IReadOnlyList<ExistingGroup> running, int room, RepairPeople people)
    {
        var proposal = GroupRepair.Of(problem with { Capacity = running.Count + Math.Max(0, room) }, running, people);
        return proposal.Conflicts.Count == 0 ? proposal.Groups
            : throw new InvalidOperationException($"Nobody could be placed: {string.Join(" ", proposal.Conflicts)}");
    }
}
