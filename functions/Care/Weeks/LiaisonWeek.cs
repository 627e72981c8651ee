using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Programme;

namespace Ilnp.Care.Weeks;

/// <summary>Which of a liaison's groups need a word this week, and why. Pure.</summary>
/// <param name="NeedAWord">Those where something waits for the liaison first.</param>
/// <param name="Well">The others.</param>
public sealed record LiaisonWeek(IReadOnlyList<WeekGroup> NeedAWord, IReadOnlyList<Group> Well)
{
    /// <summary>Days in which a question how it goes may be answered before its silence means something.</summary>
    const int DaysToAnswer = 2;

    /// <param name="settings">The cohort's dates.</param>
    /// <param name="groups">The liaison's running groups.</param>
    /// <param name="words">What their members were asked and answered: pulses and nudges.</param>
    /// <param name="open">Questions that wait for the liaison, by group.</param>
    /// <param name="now">UTC.</param>
    public static LiaisonWeek Of(
        CohortSettings settings, IReadOnlyList<Group> groups, IEnumerable<Decision> words,
        IReadOnlyDictionary<string, Decision> open, DateTimeOffset now)
    {
        var byGroup = words.ToLookup(word => Pulse.GroupOf(word.DecisionId));
        var all = groups.Select(group =>
        {
            var question = open.GetValueOrDefault(group.GroupId);
            return new WeekGroup(group, [.. Why(settings, group, [.. byGroup[group.GroupId]], question, now)], question);
        }).ToList();
        return new(
            [.. all.Where(group => group.Why.Count > 0).OrderBy(group => group.Open is null)],
            [.. all.Where(group => group.Why.Count == 0).Select(group => group.Group)]);
    }

    /// <summary>Keys of texts.</summary>
    static IEnumerable<string> Why(CohortSettings settings, Group group, IReadOnlyList<Decision> words, Decision? open, DateTimeOffset now)
    {
        if (open is not null) yield return "liaison-week.decide";
        if (IsSilent(words, now)) yield return "liaison-week.silent";
        if (words.Any(word => PausesUntil(word) > now)) yield return "liaison-week.pauses";
        foreach (var due in DueContacts.Of(settings, group).Where(due => due.IsAt(now.UtcDateTime)))
            yield return $"liaison-week.{due.Name}";
    }

    /// <summary>Whether the last round of pulses is old enough, and nobody has said anything since.</summary>
    static bool IsSilent(IReadOnlyList<Decision> words, DateTimeOffset now)
    {
        var rounds = words.Where(word => RoundOf(word) is not null).ToList();
        if (rounds.Count == 0) return false;
        var asked = rounds.MaxBy(RoundOf)!.OpenedAt;
        return asked <= now.AddDays(-DaysToAnswer) && !words.Any(word => word.AnsweredAt >= asked);
    }

    /// <summary>Null for what was said without a round: on one's own page, or to a nudge.</summary>
    static int? RoundOf(Decision word) =>
        word.Request.Form == Pulse.Form
            && int.TryParse(word.DecisionId.Split('-')[2], NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : null;

    static DateTimeOffset? PausesUntil(Decision word) =>
        word.Choice is { } choice && Pulse.PauseDays(choice) is { } days ? word.AnsweredAt?.AddDays(days) : null;
}

/// <summary>A group that needs a word.</summary>
/// <param name="Group">The group.</param>
/// <param name="Why">Keys of texts, the most pressing first.</param>
/// <param name="Open">The question that waits for the liaison; null for none.</param>
public sealed record WeekGroup(Group Group, IReadOnlyList<string> Why, Decision? Open);
