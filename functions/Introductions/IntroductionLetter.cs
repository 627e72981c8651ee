using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Programme.Reasons;

namespace Ilnp.Introductions;

/// <summary>What a member of a group reads about the others.</summary>
public static class IntroductionLetter
{
    static readonly HashSet<string> ForTheCommittee = ["earliness", "carriedPriority", "pair"];

    /// <summary>Template <c>introduction</c>, or <c>rematch-introduction</c> for a group of a later round.</summary>
    public static Letter Write(
        CohortSettings settings, Group group, Person reader, IReadOnlyList<Person> partners, IReadOnlyList<Person> former, DateTimeOffset now) =>
        new("introduction", group.GroupId, group.Round == 1 ? "introduction" : "rematch-introduction")
        {
            Liaison = settings.Liaison(group),
            CopyLiaison = true,
            Model = new Dictionary<string, object?>
            {
                ["partners"] = partners.Select(partner => Describe(partner, reader.MailLanguage, now)).ToList(),
                ["former"] = former.Count == 0 ? null : People.Names(former, reader.MailLanguage),
                ["reasons"] = ReasonsFor(group, reader),
                ["end_date"] = DateText.Day(new ProgrammeCalendar(settings).End, settings, reader.MailLanguage),
                ["trio"] = group.Members.Count == 3,
            },
        };

    /// <summary>What speaks for the pair; what concerns one person's place in the queue is nobody else's business.</summary>
    static List<string> ReasonsFor(Group group, Person reader) =>
        [.. group.Reasons.Where(reason => !ForTheCommittee.Contains(reason.Code) && !IsSaidBetter(group, reason)).Select(reason => reason.InWords(reader.MailLanguage))];

    /// <summary>A first language in common is a language in common.</summary>
    static bool IsSaidBetter(Group group, MatchReason reason) =>
        reason.Code == "commonLanguage" && group.Reasons.Any(other => other.Code == "firstLanguage" && other.Arguments.SequenceEqual(reason.Arguments));

    static Dictionary<string, object?> Describe(Person partner, string language, DateTimeOffset now) => new()
    {
        ["name"] = partner.Name,
        ["country"] = Words.Country(partner.Country, language),
        ["languages"] = Words.Languages(partner.Languages, language),
        ["interests"] = Words.Topics(partner.Interests, language),
        ["library"] = Words.Topic(partner.LibraryType ?? "", language),
        ["email"] = partner.Email,
        ["local_time"] = Words.LocalTime(now, partner.TimeZone),
    };
}
