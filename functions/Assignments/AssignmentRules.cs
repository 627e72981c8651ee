using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;

namespace Ilnp.Assignments;

/// <summary>When tasks are offered, which words of a group count, and whether they are shown: pure.</summary>
public static class AssignmentRules
{
    /// <summary>Whether the prompt of a month speaks of it.</summary>
    /// <param name="settings">The cohort's.</param>
    /// <param name="month">From 1; months that a group has added have none.</param>
    public static bool IsOffered(CohortSettings settings, int month) =>
        FirstMonth(settings) is { } first && month >= first && month <= settings.Dates.Months;

    /// <summary>Whether a group can hand in.</summary>
    public static bool IsOpen(CohortSettings settings, DateTimeOffset now) =>
        HasBegun(settings, now) && now.UtcDateTime < new ProgrammeCalendar(settings).FinalSurveyCloses;

    /// <summary>Whether there may be something to see.</summary>
    public static bool HasBegun(CohortSettings settings, DateTimeOffset now) =>
        FirstMonth(settings) is { } first && now.UtcDateTime >= new ProgrammeCalendar(settings).Prompt(first);

    /// <summary>Whether these people are a group still, or were at the programme's end.</summary>
    public static bool AreTogether(Group group) =>
        group.Status is GroupStatus.Active or GroupStatus.Completed && group.Members.Count > 1;

    /// <summary>Groups that have handed in, of those that were together to the end: the one definition of that figure.</summary>
    public static (int Count, int Of) Figure(IEnumerable<Group> groups)
    {
        var together = groups.Where(AreTogether).ToList();
        return (together.Count(group => group.HandedInAt is not null), together.Count);
    }

    /// <summary>What a group handed in and how it stands; null for nothing, and for people who are no group any more.</summary>
    /// <param name="group">As stored now.</param>
    /// <param name="people">Its members and former ones, by id.</param>
    /// <param name="decisions">Answers to both forms, also of other groups.</param>
    public static JointWork? Of(Group group, IReadOnlyDictionary<string, Person> people, IReadOnlyCollection<Decision> decisions)
    {
        if (!AreTogether(group) || Latest(group, decisions) is not { } work) return null;
        var members = group.Members.Select(people.GetValueOrDefault).OfType<Person>().Where(person => !person.IsErased);
        return new(work, ShowableOf(work, group, people, decisions), [.. members]);
    }

    /// <summary>
    /// What a person said of exactly these words; null for nothing. Who wrote them has said it with them, until they say otherwise.
    /// </summary>
    public static Showable? SaidBy(string personId, HandedIn work, IEnumerable<Decision> decisions) => decisions
        .Where(decision => decision.SubjectId == personId && decision.Choice is not null && IsAbout(decision, work))
        .MaxBy(decision => decision.AnsweredAt)?.Choice switch
    {
        null => null,
        HandIn.Named => Showable.Named,
        HandIn.Unnamed => Showable.Unnamed,
        _ => Showable.Not,
    };

    /// <summary>Whoever of the group wrote last; of somebody who was erased nothing is left.</summary>
    static HandedIn? Latest(Group group, IEnumerable<Decision> decisions) => decisions
        .Where(decision => group.Has(decision.SubjectId) && HandIn.GroupOf(decision) == group.GroupId)
        .Select(HandIn.Read).OfType<HandedIn>().MaxBy(work => work.At);

    /// <summary>
    /// All who are in the group must agree, and who wrote it. Of whoever has left, a no still counts and silence does not; what somebody
    /// said who was erased since is not known any more, and counts as a no.
    /// </summary>
    static Showable ShowableOf(
        HandedIn work, Group group, IReadOnlyDictionary<string, Person> people, IReadOnlyCollection<Decision> decisions)
    {
        var asked = group.Members.Append(work.AuthorId).Select(id => WasErased(id) ? Showable.Not : Said(id) ?? Showable.Open);
        var gone = group.FormerMembers.Select(id => WasErased(id) ? Showable.Not : Said(id)).Where(said => said == Showable.Not)
            .OfType<Showable>();
        return asked.Concat(gone).Min();

        Showable? Said(string id) => SaidBy(id, work, decisions);
        bool WasErased(string id) => people.GetValueOrDefault(id) is { IsErased: true, ErasedAt: { } at } && at > work.At;
    }

    static bool IsAbout(Decision decision, HandedIn work) =>
        decision.DecisionId == MayShow.DecisionId(work, decision.SubjectId) || HandIn.Read(decision)?.Stamp == work.Stamp;

    static int? FirstMonth(CohortSettings settings) =>
        settings.Of<AssignmentSettings>().FromMonth is > 0 and var month ? Math.Min(month, settings.Dates.Months) : null;
}
