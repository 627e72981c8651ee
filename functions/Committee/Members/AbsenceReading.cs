using System.Globalization;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>When a liaison is away and who stands in, as typed. Pure.</summary>
/// <param name="Absence">Null when something is wrong with it.</param>
/// <param name="WrongKeys">Texts of what is.</param>
public sealed record AbsenceReading(CommitteeAbsence? Absence, IReadOnlyList<string> WrongKeys)
{
    public const string From = "from", Until = "until", Who = "who";

    /// <summary>Who is away for longer hands the groups over.</summary>
    const int MostDays = 90;

    /// <param name="cohort">As it is.</param>
    /// <param name="memberId">Who is away.</param>
    /// <param name="today">Where the cohort is.</param>
    /// <param name="posted">Values by field name, untrusted.</param>
    public static AbsenceReading Of(
        CohortSettings cohort, string memberId, DateOnly today, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var (from, until, who) = (Day(posted, From), Day(posted, Until), posted.GetValueOrDefault(Who) is [var one] ? one : "");
        var wrong = new List<string>();
        if (from is null || until is null || until < from) wrong.Add("committee.absence.wrong.days");
        else if (until < today) wrong.Add("committee.absence.wrong.past");
        else if (until.Value.DayNumber - from.Value.DayNumber >= MostDays) wrong.Add("committee.absence.wrong.long");
        if (Candidates(cohort, memberId).FirstOrDefault(candidate => candidate.Id == who) is not { } standIn)
            wrong.Add("committee.absence.wrong.who");
        else if (from is not null && until is not null && standIn.Absence is { } away && away.From <= until && from <= away.Until)
            wrong.Add("committee.absence.wrong.away");
        return wrong.Count == 0 ? new(new(from!.Value, until!.Value, who), []) : new(null, wrong);
    }

    /// <summary>Whether somebody decides at all, so that somebody must stand in.</summary>
    public static bool MayBeAway(CommitteeMember member) => member.Is(CommitteeRole.Liaison) || member.Is(CommitteeRole.Lead);

    /// <summary>Who can decide for somebody: other liaisons for a liaison, and leads.</summary>
    public static IEnumerable<CommitteeMember> Candidates(CohortSettings cohort, string memberId) =>
        cohort.Member(memberId) is { } away ? cohort.Committee.Where(member => LiaisonRules.MayStandInFor(member, away)) : [];

    static DateOnly? Day(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, string field) =>
        posted.GetValueOrDefault(field) is [var words]
            && DateOnly.TryParseExact(words.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
