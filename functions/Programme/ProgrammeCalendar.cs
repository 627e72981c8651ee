using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>Turns a cohort's dates into moments: pure, UTC out, the cohort's time zone and its daylight saving inside.</summary>
public sealed class ProgrammeCalendar(CohortSettings settings)
{
    /// <summary>Mails go out at nine in the morning where the committee is.</summary>
    static readonly TimeOnly Morning = new(9, 0);

    public DateTime Announce => MorningOf(settings.Dates.Announce);

    /// <summary>The moment after the last inclusive day.</summary>
    public DateTime ApplicationsClose => EndOf(settings.Dates.ApplicationsClose);

    public DateTime AskAvailability => MorningOf(settings.Dates.AskAvailability);

    public DateTime AvailabilityCloses => EndOf(settings.Dates.AvailabilityCloses);

    public DateTime Introduce => MorningOf(settings.Dates.Introduce);

    public DateTime MidSurvey => MorningOf(settings.Dates.MidSurvey);

    /// <summary>The morning of the day after the last month.</summary>
    public DateTime End => MorningOf(settings.Dates.End);

    /// <summary>A week before the end, so that it is answered in the last week.</summary>
    public DateTime FinalSurvey => MorningOf(settings.Dates.FinalSurvey);

    /// <summary>A survey is open until the end of its last day.</summary>
    public DateTime MidSurveyCloses => EndOf(settings.Dates.MidSurveyCloses);

    /// <inheritdoc cref="MidSurveyCloses"/>
    public DateTime FinalSurveyCloses => EndOf(settings.Dates.FinalSurveyCloses);

    /// <summary>The prompt of a month, 1 for the first.</summary>
    public DateTime Prompt(int month) => MorningOf(settings.Dates.Prompt(month));

    /// <summary>The moment that a day of this name means: when its step begins, or its last day is over.</summary>
    public DateTime Of(string day) => CohortDay.IsLast(day) ? EndOf(settings.Dates.On(day)) : MorningOf(settings.Dates.On(day));

    /// <summary>Reminders between asking and closing, each a morning, none on the day of asking or after closing.</summary>
    public IReadOnlyList<DateTime> AvailabilityReminders =>
        [.. settings.Availability.ReminderDays
            .Select(days => settings.Dates.AvailabilityCloses.AddDays(-days))
            .Where(day => day > settings.Dates.AskAvailability)
            .Order().Distinct()
            .Select(MorningOf)];

    /// <summary>Nine in the morning of a day, in UTC; an hour that daylight saving skips counts as the next one.</summary>
    public DateTime MorningOf(DateOnly day) => ToUtc(day.ToDateTime(Morning));

    DateTime EndOf(DateOnly day) => ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue));

    DateTime ToUtc(DateTime local) => Zones.ToUtc(local, settings.TimeZone);
}
