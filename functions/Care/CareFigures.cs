using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Programme;

namespace Ilnp.Care;

/// <summary>How fast care was. Pure.</summary>
public static class CareFigures
{
    /// <summary>Days from somebody's first word that nothing comes from a partner to their new partner, in ascending order.</summary>
    /// <param name="groups">All groups ever formed.</param>
    /// <param name="decisions">Decisions of the cohort; others than pulses are passed over.</param>
    public static IReadOnlyList<double> DaysToNewPartner(IReadOnlyList<Group> groups, IEnumerable<Decision> decisions)
    {
        var said = decisions.Where(decision => decision.Request.Form == Pulse.Form && decision is { Choice: Pulse.NotYet, AnsweredAt: not null })
            .GroupBy(decision => (Pulse.GroupOf(decision.DecisionId), decision.SubjectId))
            .Select(same => (Group: same.Key.Item1, Person: same.Key.SubjectId, At: same.Min(decision => decision.AnsweredAt!.Value)));
        return
        [
            .. from word in said
               let ended = groups.FirstOrDefault(formed => formed.GroupId == word.Group && formed is { Status: GroupStatus.Dissolved, EndedAt: not null })
               where ended is not null
               let next = groups.Where(formed => formed.Members.Contains(word.Person) && formed.FormedAt >= ended.EndedAt).MinBy(formed => formed.FormedAt)
               where next is not null
               let days = (next.FormedAt - word.At).TotalDays
               orderby days
               select days,
        ];
    }
}
