using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Matching.Scoring;
using Ilnp.Programme;

namespace Ilnp.Care.Rematching;

/// <summary>
/// What people said would help when it did not work well: who is like the partner they had, in that, is not their next one as long as
/// there is somebody else. Pure.
/// </summary>
static class PartnerWishes
{
    /// <summary>For each who has such a wish, in their turn: with whom they had better not be placed.</summary>
    /// <param name="inTurn">All who seek.</param>
    /// <param name="everybody">Of the cohort.</param>
    /// <param name="groups">All ever formed.</param>
    /// <param name="pulses">With their answers.</param>
    /// <param name="problem">Who could be placed, and when.</param>
    public static IReadOnlyList<IReadOnlyList<PersonPair>> Of(
        IReadOnlyList<string> inTurn, IReadOnlyList<Person> everybody, IReadOnlyList<Group> groups,
        IReadOnlyList<Decision> pulses, MatchingProblem problem)
    {
        var known = everybody.ToDictionary(person => person.PersonId);
        return
        [
            .. from seeker in inTurn
               let word = pulses.Where(pulse => pulse.SubjectId == seeker && pulse.Choice == Pulse.Mismatch)
                   .MaxBy(pulse => pulse.AnsweredAt)
               let helps = HelpsOf(word)
               where helps.Count > 0
               let former = Former(groups.First(formed => formed.GroupId == Pulse.GroupOf(word!.DecisionId)), seeker, known)
               select (IReadOnlyList<PersonPair>)
               [
                   .. problem.People.Where(other => other.Id != seeker && known[other.Id] is var person
                           && former.Any(ex => IsLike(person, ex, known[seeker], helps, problem)))
                       .Select(other => new PersonPair(seeker, other.Id)),
               ],
        ];
    }

    /// <summary>The problem with all wishes that cost nobody a partner, nor the hope of one.</summary>
    /// <param name="problem">Without wishes.</param>
    /// <param name="wishes">Whoever comes first in front.</param>
    /// <param name="place">Places everybody.</param>
    public static MatchingProblem Kept(
        MatchingProblem problem, IReadOnlyList<IReadOnlyList<PersonPair>> wishes, Func<MatchingProblem, SeekersPlaced> place)
    {
        if (wishes.Count == 0) return problem;
        var without = place(problem);
        foreach (var wish in wishes)
        {
            var tried = problem with { Blocked = [.. problem.Blocked, .. wish] };
            if (CostsNobody(place(tried), without)) problem = tried;
        }

        return problem;
    }

    /// <summary>What somebody said would help.</summary>
    public static IReadOnlyList<string> HelpsOf(Decision? word) => word?.Answers?.GetValueOrDefault(Pulse.Help) ?? [];

    static bool CostsNobody(SeekersPlaced with, SeekersPlaced without) => with.Left.All(left =>
        without.Left.FirstOrDefault(before => before.PersonId == left.PersonId) is { } before && (HasHope(left) || !HasHope(before)));

    static bool HasHope(SeekerLeft left) => left.Pair is not null || left.Asking.Count > 0;

    static List<Person> Former(Group group, string seeker, Dictionary<string, Person> known) =>
        [.. group.Members.Concat(group.FormerMembers).Where(member => member != seeker).Select(known.GetValueOrDefault).OfType<Person>()];

    static bool IsLike(Person other, Person former, Person seeker, IReadOnlyList<string> helps, MatchingProblem problem) =>
        (helps.Contains(Pulse.Background) && former.LibraryType is { } kind && other.LibraryType == kind)
        || (helps.Contains(Pulse.Hours) && Awake(seeker, other, problem) <= Awake(seeker, former, problem));

    /// <summary>Minutes of the day in which both are awake.</summary>
    static int Awake(Person one, Person other, MatchingProblem problem) =>
        WakingHours.Shared([one.TimeZone ?? "", other.TimeZone ?? ""], problem.Starts, problem.Ends)[0, 1];
}
