using Ilnp.Intake.Answers;
using Ilnp.Intake.Confirming;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>What an applicant is told of an application, if anything.</summary>
public static class ApplicationLetter
{
    /// <summary>
    /// Received, replaced, not eligible, or too late. Null for an older submission that arrived late: the newer one has been
    /// answered.
    /// </summary>
    /// <param name="application">As registered.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="qualifications">Which reasons are told.</param>
    /// <param name="shelf">Has the words.</param>
    /// <param name="isOpen">Whether the cohort takes applications still, so that answers can be changed by the form.</param>
    public static MailMessage? Write(
        Application application, CohortSettings cohort, IQualifications qualifications, TextShelf shelf, bool isOpen)
    {
        if (application is not { Answers: { Email: { } address } answers, PersonId: { } person }) return null;
        var language = application.MailLanguage ?? MailLanguageRule.Of(answers, cohort);
        if (Content(application, answers, cohort, qualifications, shelf.In(language), isOpen) is not var (template, model)) return null;
        return new()
        {
            Key = new(cohort.Id, template, SubmissionIds.OfAnswers(person, answers) + Again(application), person),
            Template = template,
            Language = language,
            CanChooseLanguage = application.MailLanguage is not null,
            To = new(PlainName.Of(answers.Name, address), address),
            Model = model,
        };
    }

    /// <summary>Whoever was told something else in between is told the same once more: what a question is was taken back.</summary>
    static string Again(Application application) =>
        application.Readings > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{application.Readings}") : "";

    static (string Template, Dictionary<string, object?> Model)? Content(
        Application application, ApplicationAnswers answers, CohortSettings cohort, IQualifications qualifications, PageTexts texts,
        bool isOpen)
    {
        var closing = DateText.Day(cohort.Dates.ApplicationsClose, texts.Language);
        return application.Outcome switch
        {
            ApplicationOutcome.Received or ApplicationOutcome.Updated => ("application-received", new()
            {
                ["open"] = isOpen,
                ["deadline"] = closing,
                ["next_date"] = DateText.Day(cohort.Dates.AskAvailability, texts.Language),
                ["updated"] = application.Outcome == ApplicationOutcome.Updated,
                ["unclear"] = ApplicationSummary.LacksWhatMatches(answers),
                ["summary"] = ApplicationSummary.Of(answers, texts),
            }),
            ApplicationOutcome.Ineligible => ("application-ineligible", new()
            {
                ["reasons"] = application.Reasons.Select(qualifications.TextKey).OfType<string>().Select(key => texts[key]).ToList(),
            }),
            ApplicationOutcome.Late => ("application-ineligible", new()
            {
                ["reasons"] = new[] { texts.Plain("missed.late", new Dictionary<string, string> { ["close_date"] = closing }) },
            }),
            _ => null,
        };
    }
}
