using System.Globalization;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Programme.Reasons;
using Ilnp.Texts;

namespace Ilnp.Introductions;

/// <summary>The one mail in which a group's members are introduced to each other.</summary>
public static class IntroductionLetter
{
    static readonly HashSet<string> ForTheCommittee = ["earliness", "carriedPriority", "pair"];

    /// <summary>Template <c>introduction</c>, or <c>rematch-introduction</c> for a group of a later round.</summary>
    public static Letter Write(CohortSettings settings, Group group, IReadOnlyList<Person> members, PageTexts words, DateTimeOffset now)
    {
        var times = MeetingTimes.Propose([.. members.Select(member => member.TimeZone)], now);
        var title = words.Plain(
            "talk.title",
            new Dictionary<string, string>
            {
                ["partners"] = People.Names(members, words.Language),
                ["programme"] = settings.NameIn(words.Language),
            });
        return new("introduction", group.GroupId, group.Round == 1 ? "introduction" : "rematch-introduction")
        {
            Liaison = settings.Liaison(group),
            CopyLiaison = !settings.Liaison(group).IntroductionsWeekly,
            Thread = group.GroupId,
            Attachments = [.. times.Select((at, index) => Invitation.File(group, index + 1, at, title, now))],
            Model = new Dictionary<string, object?>(Facts(members, group.Reasons, times, words.Language, now))
            {
                ["end_date"] = DateText.Day(new ProgrammeCalendar(settings).End, settings, words.Language),
                ["trio"] = members.Count == 3,
            },
        };
    }

    /// <summary>Who they are, what speaks for them, and when they can talk: <c>members</c>, <c>reasons</c>, <c>times</c>.</summary>
    public static Dictionary<string, object?> Facts(
        IReadOnlyList<Person> members, IReadOnlyList<MatchReason> reasons, IReadOnlyList<DateTimeOffset> times, string language,
        DateTimeOffset now) => new()
        {
            ["members"] = members.Select(member => Describe(member, language, now)).ToList(),
            ["reasons"] = ReasonsFor(reasons, language),
            ["times"] = times.Select(at => members.Select(member => Local(at, member, language)).ToList()).ToList(),
        };

    /// <summary>What speaks for the pair; what concerns one person's place in the queue is nobody else's business.</summary>
    static List<string> ReasonsFor(IReadOnlyList<MatchReason> reasons, string language) =>
        [.. reasons.Where(reason => !ForTheCommittee.Contains(reason.Code) && !IsSaidBetter(reasons, reason))
            .Select(reason => reason.InWords(language))];

    /// <summary>A first language in common is a language in common.</summary>
    static bool IsSaidBetter(IReadOnlyList<MatchReason> reasons, MatchReason reason) =>
        reason.Code == "commonLanguage"
            && reasons.Any(other => other.Code == "firstLanguage" && other.Arguments.SequenceEqual(reason.Arguments));

    static Dictionary<string, object?> Describe(Person member, string language, DateTimeOffset now) => new()
    {
        ["name"] = member.Name,
        ["country"] = Words.Country(member.Country, language),
        ["languages"] = Words.Languages(member.Languages, language),
        ["interests"] = Words.Topics(member.Interests, language),
        ["library"] = Words.Topic(member.LibraryType ?? "", language),
        ["email"] = member.Email,
        ["local_time"] = Words.LocalTime(now, member.TimeZone),
    };

    static Dictionary<string, object?> Local(DateTimeOffset at, Person member, string language)
    {
        var local = Zones.Local(at, member.TimeZone!);
        return new()
        {
            ["name"] = member.Name,
            ["day"] = DateText.Day(DateOnly.FromDateTime(local), language),
            ["time"] = local.ToString("HH:mm", CultureInfo.InvariantCulture),
        };
    }
}
