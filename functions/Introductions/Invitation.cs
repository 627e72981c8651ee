using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Introductions;

/// <summary>A proposed first talk as a file for calendars (RFC 5545).</summary>
static class Invitation
{
    /// <param name="group">Whose talk it is.</param>
    /// <param name="number">From 1: a file opened twice is one entry in a calendar.</param>
    /// <param name="at">UTC.</param>
    /// <param name="title">What the calendar shows.</param>
    /// <param name="now">When it was made, UTC.</param>
    public static MailAttachment File(Group group, int number, DateTimeOffset at, string title, DateTimeOffset now)
    {
        var talk = new CalendarEvent
        {
            Uid = $"talk-{number}-{group.GroupId}@{group.CohortId}",
            DtStamp = Utc(now),
            Start = Utc(at),
            End = Utc(at + MeetingTimes.Talk),
            Summary = title,
        };
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//ILNP//First talks//EN", Events = { talk } };
        var text = new CalendarSerializer().SerializeToString(calendar)!;
        return new($"talk-{number}.ics", "text/calendar; charset=utf-8; method=PUBLISH", Encoding.UTF8.GetBytes(text));
    }

    static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
