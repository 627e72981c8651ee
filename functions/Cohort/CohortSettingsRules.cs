using System.Net.Mail;
using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Prompts.Library;
using Ilnp.Prompts.Reading;
using Ilnp.Texts;

namespace Ilnp.Cohort;

/// <summary>What a cohort's settings must keep to; every broken rule in plain words.</summary>
public static partial class CohortSettingsRules
{
    /// <summary>A phone shows some forty letters of a subject.</summary>
    const int ShortNameLength = 20;

    /// <summary>Days outside are typing errors, and calendars end.</summary>
    static readonly DateOnly First = new(2000, 1, 1), Last = new(2099, 12, 31);

    /// <summary>Whether a cohort can be planned on a day.</summary>
    public static bool IsInReach(DateOnly day) => day >= First && day <= Last;

    public static IReadOnlyList<string> Check(CohortSettings settings, TextLanguages languages) =>
        [
            .. Names(settings),
            .. Dates(settings),
            .. Numbers(settings),
            .. Languages(settings, languages),
            .. Committee(settings, languages),
            .. Reading(settings),
        ];

    static IEnumerable<string> Names(CohortSettings settings)
    {
        if (!Id().IsMatch(settings.Id))
            yield return $"id: \"{settings.Id}\" may have lower-case letters, digits and hyphens only, 2 to 40 of them.";
        if (string.IsNullOrWhiteSpace(settings.Name)) yield return "name: is empty.";
        if (settings.ShortName is { } brief && (string.IsNullOrWhiteSpace(brief) || brief.Length > ShortNameLength))
            yield return $"shortName: \"{brief}\" may have 1 to {ShortNameLength} letters.";
        if (!Zones.Knows(settings.TimeZone))
            yield return $"timeZone: \"{settings.TimeZone}\" is not a time zone; an example is America/Chicago.";
    }

    static IEnumerable<string> Dates(CohortSettings settings)
    {
        var dates = settings.Dates;
        (string Name, DateOnly Day)[] inOrder =
        [
            ("announce", dates.Announce), ("applicationsClose", dates.ApplicationsClose), ("askAvailability", dates.AskAvailability),
            ("availabilityCloses", dates.AvailabilityCloses), ("introduce", dates.Introduce), ("midSurvey", dates.MidSurvey),
        ];
        var far = inOrder.Where(day => !IsInReach(day.Day)).ToList();
        foreach (var (name, day) in far)
            yield return $"dates.{name}: {day:yyyy-MM-dd} is not between {First:yyyy-MM-dd} and {Last:yyyy-MM-dd}.";
        if (far.Count > 0) yield break;
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
            if (later.Day <= earlier.Day)
                yield return $"dates.{later.Name}: {later.Day:yyyy-MM-dd} must come after dates.{earlier.Name}, {earlier.Day:yyyy-MM-dd}.";
        if (dates.Months is < 1 or > 24) yield return $"dates.months: {dates.Months} is not between 1 and 24.";
        else if (dates.MidSurvey >= dates.FinalSurvey)
            yield return $"dates.midSurvey: {dates.MidSurvey:yyyy-MM-dd} must come before the last week of the programme.";
        if (dates.SurveyDays is < 2 or > 60) yield return $"dates.surveyDays: {dates.SurveyDays} is not between 2 and 60.";
    }

    static IEnumerable<string> Numbers(CohortSettings settings)
    {
        (string Name, int Value, int Least, int Most)[] ranges =
        [
            ("capacityPairs", settings.CapacityPairs, 1, 100_000), ("countryCapPercent", settings.CountryCapPercent, 1, 100),
            ("availability.reservePairs", settings.Availability.ReservePairs, 0, 100_000),
            ("availability.laterDays", settings.Availability.LaterDays, 1, 60),
            ("care.pulseEveryDays", settings.Care.PulseEveryDays, 1, 90), ("care.silenceDays", settings.Care.SilenceDays, 1, 60),
            ("care.remindDays", settings.Care.RemindDays, 1, 60), ("care.firstPulseDays", settings.Care.FirstPulseDays, 1, 60),
            ("care.nudgeDays", settings.Care.NudgeDays, 1, 60), ("care.followUpDays", settings.Care.FollowUpDays, 1, 60),
        ];
        foreach (var (name, value, least, most) in ranges)
            if (value < least || value > most) yield return $"{name}: {value} is not between {least} and {most}.";
        foreach (var days in settings.Availability.ReminderDays.Where(days => days is < 1 or > 60))
            yield return $"availability.reminderDays: {days} is not between 1 and 60.";
    }

    static IEnumerable<string> Languages(CohortSettings settings, TextLanguages languages)
    {
        if (settings.Languages.Count == 0) yield return "languages: name at least one, for instance \"en\".";
        foreach (var language in settings.Languages.Where(language => !languages.All.Contains(language)))
            yield return $"languages: there are no texts in \"{language}\"; the programme can write in {string.Join(", ", languages.All)}.";
        foreach (var language in settings.Languages.CountBy(language => language).Where(count => count.Value > 1))
            yield return $"languages: \"{language.Key}\" is there {language.Value} times.";
        foreach (var language in settings.Translations.Keys.Except(settings.Languages))
            yield return $"translations: \"{language}\" is not among the languages that are offered.";
    }

    static IEnumerable<string> Committee(CohortSettings settings, TextLanguages languages)
    {
        if (!settings.Leads.Any()) yield return "committee: nobody has the role lead, so nobody could approve anything.";
        else if (settings.Of<ApprovalSettings>().Needed is 2 && settings.Leads.Count() < 2)
            yield return "approvals.needed: 2, but only one of the committee has the role lead, so nothing could be approved.";
        if (!settings.Liaisons.Any())
            yield return "committee: no liaison takes any groups; say of at least one how many, under committee.liaisonLoad.";
        foreach (var twice in settings.Committee.GroupBy(member => member.Id).Where(same => same.Count() > 1))
            yield return $"committee: the id \"{twice.Key}\" is there {twice.Count()} times.";
        foreach (var member in settings.Committee)
        {
            if (!Id().IsMatch(member.Id))
                yield return $"committee: the id \"{member.Id}\" may have lower-case letters, digits and hyphens only, 2 to 40 of them.";
            if (string.IsNullOrWhiteSpace(member.Name)) yield return $"committee, {member.Id}: the name is empty.";
            if (!MailAddress.TryCreate(member.Email, out _))
                yield return $"committee, {member.Id}: \"{member.Email}\" is not a mail address.";
            if (!languages.OfCommittee.Contains(member.Language))
                yield return $"committee, {member.Id}: the committee's mails and pages are in {string.Join(", ", languages.OfCommittee)} "
                    + $"only, not in \"{member.Language}\".";
            if (member.LiaisonLoad is < 0 or > 1000)
                yield return $"committee, {member.Id}: committee.liaisonLoad is {member.LiaisonLoad}, which is not between 0 and 1000.";
        }
    }

    /// <summary>An article in a language that nobody is written to in, or on a topic that nobody can have, would never be mailed.</summary>
    static IEnumerable<string> Reading(CohortSettings settings)
    {
        var known = PromptCatalogue.Topics.Concat(settings.Of<IntakeSettings>().Interests.Keys).ToHashSet();
        foreach (var (article, number) in settings.Of<PromptSettings>().Articles.Select((article, index) => (article, index + 1)))
        {
            if (Locale.Knows(article.Language) && !settings.Languages.Contains(article.Language))
                yield return $"prompts.articles[{number}].language: \"{article.Language}\" is not among the cohort's "
                    + "languages, so nobody would get it.";
            foreach (var topic in article.Topics.Where(topic => !known.Contains(topic)))
                yield return $"prompts.articles[{number}].topics: there is no topic \"{topic}\""
                    + (NearestName.Of(topic, known) is { } near
                        ? $"; do you mean {near}?"
                        : $"; topics are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$")]
    private static partial Regex Id();
}
