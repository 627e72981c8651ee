using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Programme;

namespace Ilnp.Care;

/// <summary>How fast there was a new partner for those who heard nothing from theirs.</summary>
/// <param name="Waited">People who said that nothing comes and lost that partner by it.</param>
/// <param name="Days">For those of them who got a new partner: from their first word of it, in ascending order.</param>
public sealed record SilenceFigures(int Waited, IReadOnlyList<double> Days)
{
    /// <summary>The programme's promise, days.</summary>
    public const int Promised = 10;

    /// <summary>Null when nobody got one.</summary>
    public double? Median => Days.Count == 0 ? null : (Days[(Days.Count - 1) / 2] + Days[Days.Count / 2]) / 2;

    /// <summary>The longest; null when nobody got one.</summary>
    public double? Most => Days.Count == 0 ? null : Days[^1];

    /// <summary>Who had a new partner in the days promised; whoever never got one did not.</summary>
    public int InTime => Days.Count(days => days <= Promised);
}

/// <summary>How fast care was: the one definition of these figures, for the report, the workbook and the pilot's summary. Pure.</summary>
public static class CareFigures
{
    /// <summary>
    /// From somebody's first word that nothing comes from a partner to their new partner. Whoever took it back, because the partner
    /// answered after all, did not wait; nor who left instead.
    /// </summary>
    /// <param name="groups">All groups ever formed.</param>
    /// <param name="decisions">Decisions of the cohort; others than pulses are passed over.</param>
    /// <param name="gone">Ids of people who have left the programme.</param>
    public static SilenceFigures AfterSilence(IReadOnlyList<Group> groups, IEnumerable<Decision> decisions, IReadOnlySet<string> gone)
    {
        var waited = decisions
            .Where(decision => decision.Request.Form == Pulse.Form && decision is { Choice: Pulse.NotYet, AnsweredAt: not null })
            .GroupBy(decision => (Pulse.GroupOf(decision.DecisionId), decision.SubjectId))
            .Select(same => (Group: same.Key.Item1, Person: same.Key.SubjectId, At: same.Min(decision => decision.AnsweredAt!.Value)))
            .Select(word => (Word: word, Ended: groups.FirstOrDefault(formed => formed.GroupId == word.Group && HasEnded(formed))))
            .Where(waiting => waiting.Ended is not null)
            .Select(waiting => (waiting.Word.Person, Days: DaysToNext(groups, waiting.Word.Person, waiting.Word.At, waiting.Ended!)))
            .Where(waiting => waiting.Days is not null || !gone.Contains(waiting.Person))
            .ToList();
        return new(waited.Count, [.. waited.Select(waiting => waiting.Days).OfType<double>().Order()]);
    }

    static bool HasEnded(Group group) => group is { Status: GroupStatus.Dissolved, EndedAt: not null };

    static double? DaysToNext(IReadOnlyList<Group> groups, string person, DateTimeOffset word, Group ended) =>
        groups.Where(formed => formed.Members.Contains(person) && formed.FormedAt >= ended.EndedAt)
            .MinBy(formed => formed.FormedAt) is { } next
            ? (next.FormedAt - word).TotalDays
            : null;
}
