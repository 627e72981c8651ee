using Ilnp.Intake.Answers;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>What an applicant is told of an application, if anything.</summary>
public static class ApplicationLetter
{
    /// <summary>
    /// Received, replaced, not eligible, or too late. Null for an older submission that arrived late: the newer one has been
    /// answered.
    /// </summary>
    public static MailMessage? Write(Application application, CohortSettings cohort, IQualifications qualifications)
    {
        if (application is not { Answers: { Email: { } address } answers, PersonId: { } person }) return null;
        var language = answers.Languages.FirstOrDefault(language => cohort.Languages.Contains(language)) ?? cohort.Languages[0];
        if (Content(application, answers, cohort, language, qualifications) is not var (template, model)) return null;
        return new()
        {
            Key = new(cohort.Id, template, SubmissionIds.OfAnswers(person, answers), person),
            Template = template,
            Language = language,
            To = new(answers.Name, address),
            Model = model,
        };
    }

    static (string Template, Dictionary<string, object?> Model)? Content(
        Application application, ApplicationAnswers answers, CohortSettings cohort, string language, IQualifications qualifications) => application.Outcome switch
        {
            ApplicationOutcome.Received or ApplicationOutcome.Updated => ("application-received", new()
            {
                ["deadline"] = DateText.Day(cohort.Dates.ApplicationsClose, language),
                ["next_date"] = DateText.Day(cohort.Dates.AskAvailability, language),
                ["updated"] = application.Outcome == ApplicationOutcome.Updated,
                ["summary"] = ApplicationSummary.Of(answers, language),
            }),
            ApplicationOutcome.Ineligible => ("application-ineligible", new()
            {
                ["reasons"] = application.Reasons.Select(qualifications.InWords).OfType<string>().ToList(),
            }),
            ApplicationOutcome.Late => ("application-ineligible", new()
            {
                ["reasons"] = new[] { $"Applications were open until {DateText.Day(cohort.Dates.ApplicationsClose, language)}, and yours came after that day." },
            }),
            _ => null,
        };
}
