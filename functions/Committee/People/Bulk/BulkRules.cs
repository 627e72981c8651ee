using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Actions;
using Ilnp.Programme;

namespace Ilnp.Committee.People.Bulk;

/// <summary>Whom an act about many people concerns. Pure.</summary>
public static class BulkRules
{
    /// <summary>People at once.</summary>
    public const int Most = 500;

    /// <summary>Why nothing is done about somebody; null when it is. The same before the press and at the moment of doing it.</summary>
    /// <param name="file">Null for nobody of the cohort any more.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="isUnreachable">Whether mail to their address is held back.</param>
    public static string? WhyNot(PersonFile? file, PersonAction action, bool isUnreachable) =>
        file is null ? LeftOut.Gone
        : !file.MayAct ? LeftOut.NotYours
        : action.WhyNot(file) is { } reason ? reason
        : action.IsOnlyMail && isUnreachable ? LeftOut.NoMail
        : null;

    /// <summary>Leads act on everybody, others on the groups that they look after today.</summary>
    public static bool MayActOnSome(CommitteeReader reader, IEnumerable<Group> groups, DateTimeOffset now)
    {
        var today = reader.Cohort.Today(now);
        return reader.Member.Is(CommitteeRole.Lead) || groups.Any(group =>
            group.Status is not (GroupStatus.Proposed or GroupStatus.Dissolved)
            && reader.Cohort.LookingAfter(group, today).Any(member => member.Id == reader.Member.Id));
    }

    /// <summary>
    /// The plan, with an id by which it is known again: a page's button counts once, whoever presses it and however often. The same
    /// decided anew, on a page that was opened anew, is another plan.
    /// </summary>
    /// <param name="action">Name of the act.</param>
    /// <param name="shownAt">When the page was shown on which it was decided.</param>
    /// <param name="values">What was chosen for all of them, by question.</param>
    /// <param name="people">Whom it concerns.</param>
    public static (BulkPlan Plan, string? Note) Plan(
        string action, DateTimeOffset shownAt, IReadOnlyDictionary<string, IReadOnlyList<string>> values, IEnumerable<string> people)
    {
        IReadOnlyList<string> ids = [.. people.Distinct().Order(StringComparer.Ordinal)];
        var said = values.Where(value => value.Value.Count > 0).OrderBy(value => value.Key, StringComparer.Ordinal)
            .ToDictionary(value => value.Key, value => value.Value[0]);
        var all = string.Join('\n', [action, BulkWish.Moment(shownAt), .. said.Select(value => $"{value.Key}={value.Value}"), .. ids]);
        var note = said.GetValueOrDefault(Note.Field);
        said.Remove(Note.Field);
        return (new(StableIds.Of(Encoding.UTF8.GetBytes(all)), action, said, ids), note);
    }
}
