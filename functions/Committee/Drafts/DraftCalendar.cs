using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Drafts;

/// <summary>A day of the cohort to come.</summary>
/// <param name="Day">In the cohort's time zone.</param>
/// <param name="TextKey">What happens.</param>
/// <param name="People">How many are written to, at most; null where nobody is, or nobody can know.</param>
public sealed record CalendarLine(DateOnly Day, string TextKey, int? People = null)
{
    /// <summary>What the text names beside.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Holidays with their countries, those of most people first.</summary>
    public IReadOnlyList<HolidayMark> Holidays { get; init; } = [];

    public bool IsWeekend => Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A holiday on a day of the cohort.</summary>
/// <param name="Name">In English.</param>
/// <param name="Countries">ISO 3166, those of most people first.</param>
/// <param name="Percent">Of the former round's applicants who live there, or of the countries known where there was none.</param>
public sealed record HolidayMark(string Name, IReadOnlyList<string> Countries, int Percent)
{
    /// <summary>From so many percent on it is worth another day.</summary>
    const int Much = 10;

    public bool IsOfMany => Percent >= Much;
}

/// <summary>Every mail and closing day of a cohort as its settings would have it: pure.</summary>
static class DraftCalendar
{
    /// <summary>Empty while a day is missing or the days are not in an order that can be planned.</summary>
    /// <param name="settings">As they are typed.</param>
    /// <param name="before">The round before; null for none.</param>
    /// <param name="returning">How many of earlier cohorts hear that it opens; null where that is not known.</param>
    public static IReadOnlyList<CalendarLine> Of(SettingsDocument settings, FormerRound? before, int? returning = null)
    {
        if (Planned(settings) is not { } cohort) return [];
        var holidays = new Holidays();
        var people = before?.Countries ?? Holidays.Countries.ToDictionary(country => country, _ => 1);
        return [.. Lines(cohort, settings, before, returning).OrderBy(line => line.Day)
            .Select(line => line with { Holidays = Marks(holidays, line.Day, people) })];
    }

    /// <summary>As much of the settings as the plan goes by.</summary>
    static CohortSettings? Planned(SettingsDocument settings)
    {
        if (settings.Day("dates.announce") is not { } announce || settings.Day("dates.applicationsClose") is not { } close
            || settings.Day("dates.askAvailability") is not { } ask || settings.Day("dates.availabilityCloses") is not { } answered
            || settings.Day("dates.introduce") is not { } introduce || settings.Day("dates.midSurvey") is not { } survey) return null;
        var (dates, care) = (
            new CohortDates
            {
                Announce = announce,
                ApplicationsClose = close,
                AskAvailability = ask,
                AvailabilityCloses = answered,
                Introduce = introduce,
                MidSurvey = survey,
            },
            new CareSettings());
        return new()
        {
            Id = "draft",
            Name = "",
            TimeZone = Zones.Knows(settings.Text("timeZone")) ? settings.Text("timeZone") : "Etc/UTC",
            Dates = dates with
            {
                Months = Within(settings, "dates.months", dates.Months, 24),
                SurveyDays = Within(settings, "dates.surveyDays", dates.SurveyDays, 60),
            },
            CapacityPairs = Within(settings, "capacityPairs", 1, 100_000),
            Committee = [],
            Availability = new()
            {
                ReservePairs = Within(settings, "availability.reservePairs", new AvailabilitySettings().ReservePairs, 100_000, least: 0),
                ReminderDays = settings["availability.reminderDays"] is null ? new AvailabilitySettings().ReminderDays
                    : [.. settings.List("availability.reminderDays").Select(word => int.TryParse(word, out var days) ? days : 0)
                        .Where(days => days is > 0 and <= 60)],
            },
            Care = care with
            {
                FirstPulseDays = Within(settings, "care.firstPulseDays", care.FirstPulseDays, 60),
                PulseEveryDays = Within(settings, "care.pulseEveryDays", care.PulseEveryDays, 90),
            },
        };
    }

    static int Within(SettingsDocument settings, string place, int otherwise, int most, int least = 1) =>
        settings.Number(place) is { } number && number >= least && number <= most ? number : otherwise;

    static IEnumerable<CalendarLine> Lines(
        CohortSettings cohort, SettingsDocument settings, FormerRound? before, int? returning)
    {
        var (calendar, dates) = (new ProgrammeCalendar(cohort), cohort.Dates);
        var pairs = Math.Min(cohort.CapacityPairs, LiaisonLoads(settings) is > 0 and var loads ? loads : cohort.CapacityPairs);
        int? members = settings.Number("capacityPairs") is > 0 ? 2 * pairs : null;
        yield return new(
            dates.Announce,
            "draft.day.announce",
            settings.Committee.Count(member => SettingsDocument.Roles(member).Any(role => role is "marketing" or "lead")));
        yield return new(dates.Announce, "draft.day.ask-back", returning);
        yield return new(dates.ApplicationsClose, "draft.day.applications-close", before?.Applicants);
        yield return new(dates.ApplicationsClose.AddDays(1), "draft.day.review", settings.Leads.Count());
        yield return new(dates.AskAvailability, "draft.day.ask", members + (2 * cohort.Availability.ReservePairs));
        foreach (var reminder in calendar.AvailabilityReminders) yield return new(DayOf(reminder, cohort), "draft.day.reminder");
        yield return new(dates.AvailabilityCloses, "draft.day.availability-closes");
        yield return new(dates.Introduce, "draft.day.introduce", members);
        yield return new(dates.Introduce.AddDays(cohort.Care.FirstPulseDays), "draft.day.pulse", members)
        {
            Facts = new Dictionary<string, string> { ["days"] = $"{cohort.Care.PulseEveryDays}" },
        };
        for (var month = 1; month <= dates.Months; month++)
            yield return new(DayOf(calendar.Prompt(month), cohort), "draft.day.prompt", members)
            {
                Facts = new Dictionary<string, string> { ["month"] = $"{month}" },
            };
        yield return new(dates.MidSurvey, "draft.day.mid-survey", members);
        yield return new(DayOf(calendar.MidSurveyCloses.AddTicks(-1), cohort), "draft.day.mid-survey-closes");
        yield return new(DayOf(calendar.FinalSurvey, cohort), "draft.day.final-survey", members);
        yield return new(DayOf(calendar.End, cohort), "draft.day.end");
        yield return new(DayOf(calendar.FinalSurveyCloses.AddTicks(-1), cohort), "draft.day.final-survey-closes");
        yield return new(DayOf(calendar.FinalSurveyCloses, cohort), "draft.day.certificates", members);
    }

    static int LiaisonLoads(SettingsDocument settings) =>
        settings.Committee.Where(member => SettingsDocument.Roles(member).Contains("liaison"))
            .Sum(member => int.TryParse(SettingsDocument.Words(member["liaisonLoad"]), out var load) && load is > 0 and <= 1000 ? load : 0);

    static DateOnly DayOf(DateTime utc, CohortSettings cohort) => cohort.Today(new DateTimeOffset(utc, TimeSpan.Zero));

    static IReadOnlyList<HolidayMark> Marks(Holidays holidays, DateOnly day, IReadOnlyDictionary<string, int> people)
    {
        var all = Math.Max(1, people.Values.Sum());
        return [.. holidays.On(day, people.Keys)
            .Select(holiday =>
                (
                    holiday.Key,
                    Countries: holiday.OrderByDescending(country => people[country]).ToList(),
                    Count: holiday.Sum(country => people[country])))
            .OrderByDescending(holiday => holiday.Count).ThenBy(holiday => holiday.Key, StringComparer.Ordinal)
            .Select(holiday => new HolidayMark(holiday.Key, holiday.Countries, 100 * holiday.Count / all))];
    }
}
