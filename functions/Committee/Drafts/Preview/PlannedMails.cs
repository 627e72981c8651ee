using Ilnp.Intake;
using Ilnp.Introductions;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Programme.Reasons;
using Ilnp.Texts;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Drafts.Preview;

/// <summary>
/// The mails that every participant of a cohort gets, in their order, with the cohort's own names and days and two invented people.
/// Links lead to the start page.
/// </summary>
public sealed class PlannedMails(TextShelf texts, IQualifications qualifications, IOptions<WebOptions> web)
{
    /// <param name="cohort">That is prepared.</param>
    /// <param name="before">Whose people are asked back; null for a first one, which nobody returns to.</param>
    public IReadOnlyList<PlannedMail> Of(CohortSettings cohort, CohortSettings? before = null)
    {
        var calendar = new ProgrammeCalendar(cohort);
        DateOnly Day(DateTime utc) => cohort.Today(new DateTimeOffset(utc, TimeSpan.Zero));
        MailMessage Plain(string template, string language, params (string Name, object? Value)[] model) => new()
        {
            Key = new(cohort.Id, "preview", template, SampleReaders.Reader.PersonId),
            Template = template,
            Language = language,
            To = new(SampleReaders.Reader.Name, SampleReaders.Reader.Email),
            Model = model.Append(("url", web.Value.BaseAddress)).ToDictionary(value => value.Item1, value => value.Item2),
        };

        var liaison = cohort.Liaisons.First();
        (string, object?) Partners(string language) => ("partners", Programme.People.Names([SampleReaders.Partner], language));
        return
        [
            .. before is null ? [] : new[]
            {
                new PlannedMail("round-open", cohort.Dates.Announce, language => Plain(
                    "round-open", language, ("programme", before.NameIn(language)), ("next_programme", cohort.NameIn(language)),
                    ("later", false), ("waited", true), ("close_date", DateText.Day(cohort.Dates.ApplicationsClose, language)))),
            },
            new(
                "application-received",
                null,
                language =>
                    ApplicationLetter.Write(SampleReaders.Application(cohort, language), cohort, qualifications, texts, isOpen: true)!),
            new("availability", cohort.Dates.AskAvailability, language => Plain(
                "availability", language, ("close_date", DateText.Day(cohort.Dates.AvailabilityCloses, language)),
                ("start_date", DateText.Day(cohort.Dates.Introduce, language)),
                ("months", cohort.Dates.Months), ("begun", false))),
            .. calendar.AvailabilityReminders.Take(1).Select(day => new PlannedMail(
                "availability-reminder", Day(day), language =>
                    Plain(
                        "availability-reminder",
                        language,
                        ("close_date", DateText.Day(cohort.Dates.AvailabilityCloses, language)),
                        ("last_reminder", calendar.AvailabilityReminders.Count == 1)))),
            new("not-chosen", cohort.Dates.Introduce, language => Plain(
                "not-chosen", language, ("reason", new MatchReason("partnersTakenWithoutScore", []).ToThePerson(language)),
                ("next_wave", cohort.NextWave(language)))),
            new("introduction", cohort.Dates.Introduce, language => Introduction(cohort, language)),
            new(
                "pulse",
                cohort.Dates.Introduce.AddDays(cohort.Care.FirstPulseDays),
                language => Plain(
                    "pulse", language, Partners(language), ("liaison_name", liaison.Name), ("rhythm", null), ("tool", null))),
            new("mid-survey", cohort.Dates.MidSurvey, language =>
                Plain("mid-survey", language, ("close_date", DateText.LastDay(Utc(calendar.MidSurveyCloses), cohort, language)))),
            new("final-survey", Day(calendar.FinalSurvey), language =>
                Plain("final-survey", language, ("close_date", DateText.LastDay(Utc(calendar.FinalSurveyCloses), cohort, language)))),
            new("certificate", Day(calendar.FinalSurveyCloses), language => Plain(
                "certificate", language, ("certificate_name", SampleReaders.Reader.Name), ("check_url", web.Value.BaseAddress))),
        ];
    }

    MailMessage Introduction(CohortSettings cohort, string language)
    {
        var at = Utc(new ProgrammeCalendar(cohort).Introduce);
        var letter = IntroductionLetter.Write(
            cohort, SampleReaders.Group(cohort), [SampleReaders.Reader, SampleReaders.Partner], texts.In(language), at);
        var model = new Dictionary<string, object?>(letter.Model)
        {
            ["liaison_name"] = letter.Liaison!.Name,
            ["liaison_email"] = letter.Liaison.Email,
            ["url"] = web.Value.BaseAddress,
        };
        return new()
        {
            Key = new(cohort.Id, "preview", letter.Template, SampleReaders.Reader.PersonId),
            Template = letter.Template,
            Language = language,
            To = new(SampleReaders.Reader.Name, SampleReaders.Reader.Email),
            Others = [new(SampleReaders.Partner.Name, SampleReaders.Partner.Email)],
            Model = model,
        };
    }

    static DateTimeOffset Utc(DateTime moment) => new(moment, TimeSpan.Zero);
}
