using Ilnp.Care.Weeks;
using Ilnp.Cohort.Moves;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Calendars;

/// <summary>A whole day, or some, in a member's calendar. Groups stand in it by their numbers: calendars are kept elsewhere.</summary>
/// <param name="Name">The same for the same thing, also when its day moves.</param>
/// <param name="First">In the cohort's zone.</param>
/// <param name="Days">How many, at least 1.</param>
/// <param name="Title">In the member's language.</param>
/// <param name="Path">Of the page that it leads to.</param>
public sealed record CalendarDay(string Name, DateOnly First, int Days, string Title, string Path)
{
    /// <summary>The cohort's days, its meetings, and for a liaison the weeks in which each of their groups gets a word.</summary>
    /// <param name="cohort">As it is now.</param>
    /// <param name="member">Whose calendar.</param>
    /// <param name="running">Groups that run.</param>
    /// <param name="today">The cohort's day.</param>
    /// <param name="texts">In the member's language.</param>
    public static IReadOnlyList<CalendarDay> Of(
        CohortSettings cohort, CommitteeMember member, IEnumerable<Group> running, DateOnly today, PageTexts texts) =>
    [
        .. CohortDays(cohort, texts),
        .. cohort.Meetings.Where(meeting => meeting.CalledOffAt is null).Select(meeting => new CalendarDay(
            $"meeting-{meeting.Number}", cohort.Today(meeting.First), 1, texts["meeting.title"], $"/cohorts/{cohort.Id}/meeting")),
        .. running.Where(group => cohort.LookingAfter(group, today).Any(one => one.Id == member.Id))
            .OrderBy(group => group.GroupId, StringComparer.Ordinal).SelectMany(group => Contacts(cohort, group, texts)),
    ];

    static IEnumerable<CalendarDay> CohortDays(CohortSettings cohort, PageTexts texts) =>
        CohortDay.Of(cohort.Dates).Select(day => new CalendarDay(
            day,
            cohort.Dates.On(day),
            1,
            texts.Plain("calendar.day", new Dictionary<string, string>
            {
                ["programme"] = cohort.ShortNameIn(texts.Language),
                ["day"] = MoveLetters.NameOf(day, texts),
            }),
            $"/cohorts/{cohort.Id}"));

    static IEnumerable<CalendarDay> Contacts(CohortSettings cohort, Group group, PageTexts texts) =>
        DueContacts.Of(cohort, group).Select(due => new CalendarDay(
            $"{group.GroupId}-{due.Name}",
            cohort.Today(new(due.From, TimeSpan.Zero)),
            DueContact.Days,
            texts.Plain($"calendar.contact.{due.Name}", new Dictionary<string, string> { ["group"] = group.GroupId }),
            $"/cohorts/{cohort.Id}/groups/{group.GroupId}"));
}
