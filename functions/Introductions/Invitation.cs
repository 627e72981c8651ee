using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Introductions;

/// <summary>A proposed first talk as a file for calendars.</summary>
static class Invitation
{
    /// <param name="group">Whose talk it is.</param>
    /// <param name="number">From 1: a file opened twice is one entry in a calendar.</param>
    /// <param name="at">UTC.</param>
    /// <param name="title">What the calendar shows.</param>
    /// <param name="now">When it was made, UTC.</param>
    public static MailAttachment File(Group group, int number, DateTimeOffset at, string title, DateTimeOffset now) =>
        new CalendarFile($"talk-{number}-{group.GroupId}@{group.CohortId}", at, MeetingTimes.Talk, title).Attachment($"talk-{number}", now);
}
