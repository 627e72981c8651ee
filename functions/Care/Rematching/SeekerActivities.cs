using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Matching;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Rematching;

/// <summary>Matches everybody who seeks at once, and says for whom somebody has to be asked, and whom.</summary>
public sealed class SeekerActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, CohortProblems problems, CohortMatchmaker matchmaker)
{
    /// <summary>After so many searches somebody gets a pair of their own even above what the liaisons have room for: nobody is left for that.</summary>
    const int SearchesWithinRoom = 2;

    /// <summary>
    /// Forms the groups for which nobody has to be asked. A second run finds what the first has formed and places who is left; introduced is
    /// each by the round.
    /// </summary>
    [Function(nameof(MatchSeekers))]
    public async Task<RoundMatched> MatchSeekers([ActivityTrigger] SeekerRound round)
    {
        var scene = await SceneAsync(round);
        var problem = await ProblemAsync(scene);
        var placed = SeekerMatching.Of(problem, scene.Intact, scene.Now);
        // Which pairs may be asked is looked up for those who are left; it changes nothing for the others.
        if (placed.Left.Count > 0 && round.MayAsk)
            placed = SeekerMatching.Of(problem, scene.Intact, scene.Now with { MayBeAsked = await MayBeAskedAsync(round.CohortId, scene.Running) });
        var formed = scene.Unintroduced.ToList();
        foreach (var group in placed.Groups) formed.Add((await matchmaker.FormAsync(round.CohortId, group.Members, liaisonId: null, group)).GroupId);
        var members = placed.Groups.SelectMany(group => group.Members).ToHashSet();
        List<string> ready = [.. scene.Now.Standby.Where(person => !members.Contains(person))];
        return new()
        {
            Formed = formed,
            Left = [.. placed.Left.SelectMany(left => Search(left, round, scene))],
            Ahead = Ahead(round, scene, problem, ready, [.. placed.Left.SelectMany(left => left.Asking)]),
            Ready = [.. ready.Where(round.Asked.Contains)],
        };
    }

    /// <summary>Of those who wait since an earlier round, another search is at work or has ended: they are matched as soon as somebody fits.</summary>
    static IEnumerable<SeekerToSearch> Search(SeekerLeft left, SeekerRound round, Scene scene) =>
        round.Turns.Where(turn => turn.PersonId == left.PersonId).OrderByDescending(turn => turn.Searches).Take(1)
            .Select(turn => new SeekerToSearch(turn, scene.IdOf(left.Pair), left.Asking));

    static IReadOnlyList<string> Ahead(
        SeekerRound round, Scene scene, MatchingProblem problem, IReadOnlyList<string> ready, IReadOnlyList<string> asking)
    {
        if (!round.MayAskAhead) return [];
        var asked = asking.Count + scene.Everybody.Count(person => person.Standing == Standing.Asked);
        var missing = StandbyRules.Missing(scene.Running.Count, ready.Count, asked);
        if (missing == 0) return [];
        return StandbyChoice.Of(
            problem, [.. scene.Running.SelectMany(group => group.Members)], ready, [.. scene.Waiting.Except(asking)], missing);
    }

    async Task<MatchingProblem> ProblemAsync(Scene scene) =>
        await problems.OfAsync(scene.Settings, [.. scene.Everybody.Where(person => scene.Concerned.Contains(person.PersonId))]);

    async Task<Scene> SceneAsync(SeekerRound round)
    {
        var settings = await cohorts.GetAsync(round.CohortId);
        var everybody = await people.ListAsync(round.CohortId);
        var known = everybody.Select(person => person.PersonId).ToHashSet();
        var all = await groups.ListAsync(round.CohortId);
        var running = all.Where(group => group.Status is GroupStatus.Proposed or GroupStatus.Active && group.Members.All(known.Contains)).ToList();
        var placed = running.SelectMany(group => group.Members).ToHashSet();
        var available = everybody.Where(person => person.Standing == Standing.Available && !placed.Contains(person.PersonId)).ToList();
        var seekers = SeekerTurns.Of(available, all, round.Turns);
        var room = settings.Liaisons.Sum(liaison => liaison.LiaisonLoad) - running.Count;
        var beyond = round.Turns.Count(turn => turn.Searches >= SearchesWithinRoom && seekers.Contains(turn.PersonId));
        var waiting = round.MayAsk || round.MayAskAhead ? Waiting(everybody, round) : [];
        return new(settings, everybody, running, waiting, new()
        {
            InTurn = seekers,
            Standby = [.. available.Select(person => person.PersonId).Except(seekers)],
            Room = Math.Max(room, beyond),
            Waiting = round.MayAsk ? waiting : [],
        });
    }

    static IReadOnlyList<string> Waiting(IReadOnlyList<Person> everybody, SeekerRound round) =>
    [
        .. everybody.Where(person => person.Standing == Standing.Eligible && !round.Asked.Contains(person.PersonId))
            .OrderByDescending(person => person.CarriedPriority).ThenBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal)
            .Select(person => person.PersonId),
    ];

    /// <summary>
    /// Running pairs that go well by what their members said last, and have not been asked yet whether they take in a third: nobody is asked
    /// again and again.
    /// </summary>
    async Task<IReadOnlyList<ExistingGroup>> MayBeAskedAsync(string cohortId, IReadOnlyList<Group> running)
    {
        var asked = (await decisions.ListAsync(cohortId, $"{TrioConsent.Form}-")).Select(decision => TrioConsent.GroupOf(decision.DecisionId));
        var troubled = (await decisions.ListAsync(cohortId, $"{Pulse.Form}-")).Where(decision => decision.AnsweredAt is not null)
            .GroupBy(decision => (Group: Pulse.GroupOf(decision.DecisionId), decision.SubjectId))
            .Where(words => words.MaxBy(word => word.AnsweredAt)!.Choice != Pulse.Heard).Select(words => words.Key.Group);
        var others = asked.Concat(troubled).ToHashSet();
        return [.. running.Where(group => group is { Status: GroupStatus.Active, Members.Count: 2 } && !others.Contains(group.GroupId)).Select(AsMatched)];
    }

    static ExistingGroup AsMatched(Group group) => new(group.Members);

    /// <summary>The cohort at one moment.</summary>
    sealed record Scene(
        CohortSettings Settings, IReadOnlyList<Person> Everybody, IReadOnlyList<Group> Running, IReadOnlyList<string> Waiting, SeekersNow Now)
    {
        public IReadOnlyList<ExistingGroup> Intact { get; } = [.. Running.Select(AsMatched)];

        public HashSet<string> Concerned { get; } = [.. Running.SelectMany(group => group.Members), .. Now.InTurn, .. Now.Standby, .. Waiting];

        /// <summary>Formed by a rematch and not introduced yet: what a run before a crash did.</summary>
        public IEnumerable<string> Unintroduced => Running.Where(group => group is { Status: GroupStatus.Proposed, Round: > 1 }).Select(group => group.GroupId);

        public string? IdOf(ExistingGroup? pair) =>
            pair is null ? null : Running.Single(group => group.Members.Count == pair.Members.Count && group.Members.All(pair.Members.Contains)).GroupId;
    }
}
