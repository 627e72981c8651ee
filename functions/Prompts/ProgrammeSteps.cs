using Ilnp.Programme;

namespace Ilnp.Prompts;

/// <summary>A day of the programme that participants know of.</summary>
/// <param name="TextKey">Its name inside a sentence.</param>
/// <param name="At">UTC.</param>
public sealed record ProgrammeStep(string TextKey, DateTime At);

/// <summary>What lies behind a month's prompt and what comes after it: pure, the same whenever the mail is written.</summary>
public static class ProgrammeSteps
{
    const int Told = 2;

    const string MidSurvey = "prompts.step.mid-survey";

    /// <summary>What happened up to the prompt of a month; talks are not counted.</summary>
    /// <param name="settings">The cohort's.</param>
    /// <param name="month">From 1.</param>
    /// <param name="surveyed">Whether the reader was asked half-way.</param>
    public static IReadOnlyList<ProgrammeStep> Behind(CohortSettings settings, int month, bool surveyed)
    {
        var calendar = new ProgrammeCalendar(settings);
        return [.. Milestones(calendar).Where(step => step.At <= calendar.Prompt(month) && (surveyed || step.TextKey != MidSurvey))];
    }

    /// <summary>The next two dates, of prompts the next one only.</summary>
    public static IReadOnlyList<ProgrammeStep> Next(CohortSettings settings, int month)
    {
        var calendar = new ProgrammeCalendar(settings);
        IEnumerable<ProgrammeStep> prompts = month < settings.Dates.Months ? [new("prompts.step.prompt", calendar.Prompt(month + 1))] : [];
        return [.. Milestones(calendar).Concat(prompts).Where(step => step.At > calendar.Prompt(month))
            .OrderBy(step => step.At).Take(Told)];
    }

    static IEnumerable<ProgrammeStep> Milestones(ProgrammeCalendar calendar) =>
    [
        new("prompts.step.introduction", calendar.Introduce),
        new(MidSurvey, calendar.MidSurvey),
        new("prompts.step.final-survey", calendar.FinalSurvey),
        new("prompts.step.certificates", calendar.FinalSurveyCloses),
    ];
}
