using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Ilnp.Mail;

/// <summary>An hour as a file for calendars (RFC 5545).</summary>
/// <param name="Uid">Of the entry: a file opened twice, or one that takes it back, is about the same one.</param>
/// <param name="Begins">UTC.</param>
/// <param name="Length">How long it takes.</param>
/// <param name="Title">What the calendar shows.</param>
public sealed record CalendarFile(string Uid, DateTimeOffset Begins, TimeSpan Length, string Title)
{
    /// <summary>Where it is joined; null where that is agreed elsewhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>The entry is taken back.</summary>
    public bool IsCancelled { get; init; }

    /// <param name="name">Of the file, without ending.</param>
    /// <param name="now">When it was made, UTC.</param>
    public MailAttachment Attachment(string name, DateTimeOffset now)
    {
        var method = IsCancelled ? "CANCEL" : "PUBLISH";
        var calendar = new Calendar { Method = method, ProductId = "-//ILNP//EN", Events = { Entry(now) } };
        var text = new CalendarSerializer().SerializeToString(calendar)!;
        return new($"{name}.ics", $"text/calendar; charset=utf-8; method={method}", Encoding.UTF8.GetBytes(text));
    }

    CalendarEvent Entry(DateTimeOffset now) => new()
    {
        Uid = Uid,
        DtStamp = Utc(now),
        Start = Utc(Begins),
        End = Utc(Begins + Length),
        Summary = Title,
        Location = Link?.AbsoluteUri,
        Url = Link,
        Sequence = IsCancelled ? 1 : 0,
        Status = IsCancelled ? "CANCELLED" : null,
    };

    static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
