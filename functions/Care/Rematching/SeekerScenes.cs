using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Matching;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;

namespace Ilnp.Care.Rematching;

/// <summary>A cohort at one moment, as whoever looks for partners sees it.</summary>
/// <param name="Settings">The cohort's.</param>
/// <param name="Everybody">All of its people.</param>
/// <param name="Running">Groups that stay as they are.</param>
/// <param name="Waiting">The waiting list in the order of priority, as far as it may be asked.</param>
/// <param name="Now">Who seeks, and with whom they can be placed.</param>
public sealed record SeekerScene(
    CohortSettings Settings, IReadOnlyList<Person> Everybody, IReadOnlyList<Group> Running, IReadOnlyList<string> Waiting, SeekersNow Now)
{
    public IReadOnlyList<ExistingGroup> Intact { get; } = [.. Running.Select(AsMatched)];

    public HashSet<string> Concerned { get; } = [.. Running.SelectMany(group => group.Members), .. Now.InTurn, .. Now.Standby, .. Waiting];

    /// <summary>Formed by a rematch and not introduced yet: what a run before a crash did.</summary>
    public IEnumerable<string> Unintroduced =>
        Running.Where(group => group is { Status: GroupStatus.Proposed, Round: > 1 }).Select(group => group.GroupId);

    /// <summary>Null for no group.</summary>
    public string? IdOf(ExistingGroup? pair) =>
        pair is null
            ? null
            : Running.Single(group => group.Members.Count == pair.Members.Count && group.Members.All(pair.Members.Contains)).GroupId;

    public static ExistingGroup AsMatched(Group group) => new(group.Members);
}

/// <summary>
/// Reads it from the stores, and places everybody who seeks in it: the same for a round and for whoever asks what one would do.
/// </summary>
public sealed class SeekerScenes(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, CohortProblems problems)
{
    /// <summary>
    /// After so many searches somebody gets a pair of their own even above what the liaisons have room for: nobody is left for that.
    /// </summary>
    const int SearchesWithinRoom = 2;

    /// <param name="round">Whose turn it is, and what there is time for.</param>
    /// <param name="apart">A group that is taken for dissolved, its members for people without one; null for none.</param>
    public async Task<SeekerScene> ReadAsync(SeekerRound round, Group? apart = null)
    {
        var settings = await cohorts.GetAsync(round.CohortId);
        var everybody = await people.ListAsync(round.CohortId);
        var known = everybody.Select(person => person.PersonId).ToHashSet();
        var all = await groups.ListAsync(round.CohortId);
        var running = all
            .Where(group =>
                group.Status is GroupStatus.Proposed or GroupStatus.Active
                    && group.Members.All(known.Contains) && group.GroupId != apart?.GroupId)
            .ToList();
        var placed = running.SelectMany(group => group.Members).ToHashSet();
        var available = everybody
            .Where(person => (person.Standing == Standing.Available || IsFreed(person, apart)) && !placed.Contains(person.PersonId))
            .ToList();
        var seekers = SeekerTurns.Of(available, all, round.Turns);
        var room = settings.Liaisons.Sum(liaison => liaison.LiaisonLoad) - running.Count;
        var beyond = round.Turns.Count(turn => turn.Searches >= SearchesWithinRoom && seekers.Contains(turn.PersonId));
        var waiting = round.MayAsk || round.MayAskAhead ? Waiting(everybody.Where(person => !placed.Contains(person.PersonId)), round) : [];
        return new(settings, everybody, running, waiting, new()
        {
            InTurn = seekers,
            Standby = [.. available.Select(person => person.PersonId).Except(seekers)],
            Room = Math.Max(room, beyond),
            Waiting = round.MayAsk ? waiting : [],
        });
    }

    /// <summary>Everybody concerned; whoever would be parted does not get each other again.</summary>
    public async Task<MatchingProblem> ProblemAsync(SeekerScene scene, Group? apart = null)
    {
        var problem = await problems.OfAsync(
            scene.Settings, [.. scene.Everybody.Where(person => scene.Concerned.Contains(person.PersonId))]);
        return apart is null ? problem : problem with
        {
            Past =
            [
                .. problem.Past,
                .. from one in apart.Members
                   from other in apart.Members
                   where string.CompareOrdinal(one, other) < 0
                   select new PersonPair(one, other),
            ],
        };
    }

    /// <summary>
    /// Who is placed, and for whom somebody has to be asked. Which pairs may be asked is looked up for those
    /// alone; it changes nothing for the others.
    /// </summary>
    public async Task<SeekersPlaced> PlaceAsync(SeekerScene scene, MatchingProblem problem, bool mayAsk)
    {
        var wishes = await WishesAsync(scene, problem);
        problem = PartnerWishes.Kept(problem, wishes, tried => SeekerMatching.Of(tried, scene.Intact, scene.Now));
        var placed = SeekerMatching.Of(problem, scene.Intact, scene.Now);
        return placed.Left.Count > 0 && mayAsk
            ? SeekerMatching.Of(problem, scene.Intact, scene.Now with { MayBeAsked = await MayBeAskedAsync(scene) })
            : placed;
    }

    /// <summary>What those who seek said would help.</summary>
    async Task<IReadOnlyList<IReadOnlyList<PersonPair>>> WishesAsync(SeekerScene scene, MatchingProblem problem)
    {
        if (scene.Now.InTurn.Count == 0) return [];
        var pulses = (await decisions.ListAsync(scene.Settings.Id, $"{Pulse.Form}-"))
            .Where(pulse => scene.Now.InTurn.Contains(pulse.SubjectId)).ToList();
        return pulses.Exists(pulse => PartnerWishes.HelpsOf(pulse).Count > 0)
            ? PartnerWishes.Of(scene.Now.InTurn, scene.Everybody, await groups.ListAsync(scene.Settings.Id), pulses, problem)
            : [];
    }

    static bool IsFreed(Person person, Group? apart) =>
        person.Standing == Standing.Active && apart?.Members.Contains(person.PersonId) == true;

    static IReadOnlyList<string> Waiting(IEnumerable<Person> everybody, SeekerRound round) =>
    [
        .. everybody.Where(person => person.Standing == Standing.Eligible && !round.Asked.Contains(person.PersonId))
            .OrderByDescending(person => person.CarriedPriority).ThenBy(person => person.FirstAppliedAt)
            .ThenBy(person => person.PersonId, StringComparer.Ordinal)
            .Select(person => person.PersonId),
    ];

    /// <summary>
    /// Running pairs that go well by what their members said last, and have not been asked yet whether they take in
    /// a third: nobody is asked again and again.
    /// </summary>
    async Task<IReadOnlyList<ExistingGroup>> MayBeAskedAsync(SeekerScene scene)
    {
        var cohortId = scene.Settings.Id;
        var asked = (await decisions.ListAsync(cohortId, $"{TrioConsent.Form}-"))
            .Select(decision => TrioConsent.GroupOf(decision.DecisionId));
        var troubled = LastWords.Troubled(await decisions.ListAsync(cohortId, $"{Pulse.Form}-"));
        var others = asked.Concat(troubled).ToHashSet();
        return
        [
            .. scene.Running.Where(group => group is { Status: GroupStatus.Active, Members.Count: 2 } && !others.Contains(group.GroupId))
                .Select(SeekerScene.AsMatched),
        ];
    }
}
