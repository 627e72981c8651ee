using System.Globalization;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Meetings;

/// <summary>The mails of a meeting of everybody, each with the reader's sitting as a file for their calendar.</summary>
public sealed class MeetingLetters(TextShelf texts, TimeProvider time)
{
    public const string Step = "meeting";

    /// <summary>Occurrences of the mails, by the meeting's number.</summary>
    public static string Invited(int number) => Of(number, "invitation");

    /// <inheritdoc cref="Invited"/>
    public static string Reminded(int number) => Of(number, "reminder");

    /// <param name="cohort">The person's.</param>
    /// <param name="meeting">What they are invited to.</param>
    /// <param name="person">Who reads.</param>
    /// <param name="isAgain">A reminder.</param>
    public Letter Invitation(CohortSettings cohort, WholeMeeting meeting, Person person, bool isAgain)
    {
        var (zone, sittings) = (cohort.ZoneOf(person), Sittings.Of(meeting));
        return new(Step, isAgain ? Reminded(meeting.Number) : Invited(meeting.Number), "meeting")
        {
            Stream = MailStream.Optional,
            Attachments = [File(cohort, meeting, sittings.Own(zone), person.MailLanguage)],
            Model = new Dictionary<string, object?>
            {
                ["sitting"] = SittingWords.At(sittings.Own(zone), zone, person.MailLanguage),
                ["other_sitting"] = SittingWords.At(sittings.Other(zone), zone, person.MailLanguage),
                ["by_day"] = sittings.IsByDay(zone),
                ["minutes"] = meeting.Minutes,
                ["zone"] = zone == person.TimeZone ? null : Locale.Of(person.MailLanguage).City(zone),
                ["again"] = isAgain,
                ["url"] = meeting.Link,
            },
        };
    }

    public Letter CalledOff(CohortSettings cohort, WholeMeeting meeting, Person person)
    {
        var zone = cohort.ZoneOf(person);
        var own = Sittings.Of(meeting).Own(zone);
        return new(Step, Of(meeting.Number, "off"), "meeting-off")
        {
            Attachments = [File(cohort, meeting, own, person.MailLanguage)],
            Model = new Dictionary<string, object?> { ["sitting"] = SittingWords.At(own, zone, person.MailLanguage) },
        };
    }

    /// <summary>Of the meeting as it stands: held, or called off.</summary>
    public Letter ToCommittee(CohortSettings cohort, WholeMeeting meeting, CommitteeMember member, int invited)
    {
        var isOff = meeting.CalledOffAt is not null;
        return new(Step, Of(meeting.Number, isOff ? "committee-off" : "committee"), "committee-meeting")
        {
            Attachments = [.. new[] { meeting.First, meeting.Second }.Select(at => File(cohort, meeting, at, member.Language))],
            Model = new Dictionary<string, object?>
            {
                ["off"] = isOff,
                ["first_time"] = DateText.At(meeting.First, cohort, member.Language),
                ["second_time"] = DateText.At(meeting.Second, cohort, member.Language),
                ["minutes"] = meeting.Minutes,
                ["people"] = invited,
                ["url"] = meeting.Link,
            },
        };
    }

    MailAttachment File(CohortSettings cohort, WholeMeeting meeting, DateTimeOffset at, string language)
    {
        var sitting = at == meeting.First ? 1 : 2;
        var title = texts.In(language).Plain(
            "own.meeting.calendar", new Dictionary<string, string> { ["programme"] = cohort.NameIn(language) });
        var uid = string.Create(CultureInfo.InvariantCulture, $"meeting-{meeting.Number}-{sitting}@{cohort.Id}");
        return new CalendarFile(uid, at, TimeSpan.FromMinutes(meeting.Minutes), title)
        {
            Link = meeting.Link,
            IsCancelled = meeting.CalledOffAt is not null,
        }.Attachment(string.Create(CultureInfo.InvariantCulture, $"meeting-{sitting}"), time.GetUtcNow());
    }

    static string Of(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number}-{word}");
}
