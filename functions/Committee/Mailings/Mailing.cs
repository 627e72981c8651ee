using Ilnp.Availability;
using Ilnp.Mail;
using Ilnp.Mail.Holds;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Surveys;

namespace Ilnp.Committee.Mailings;

/// <summary>Whom a mailing goes to.</summary>
public enum MailingReaders
{
    /// <summary>The chosen and the reserve.</summary>
    Chosen,

    /// <summary>Everybody else who may take part.</summary>
    NotChosen,

    /// <summary>Each group together.</summary>
    Groups,

    /// <summary>Everybody in a group.</summary>
    Active,

    /// <summary>Who asked for a certificate.</summary>
    Certified,
}

/// <summary>A mail that goes to many people at a time of the plan.</summary>
/// <param name="Name">Part of its page's address.</param>
/// <param name="Template">The mail.</param>
/// <param name="At">When it is to go out, UTC.</param>
/// <param name="Readers">To whom.</param>
/// <param name="Step">Of its mails in the ledger.</param>
/// <param name="Occurrence">Of its mails in the ledger; null for one of each group's own.</param>
public sealed record Mailing(string Name, string Template, DateTime At, MailingReaders Readers, string Step, string? Occurrence)
{
    /// <summary>So few get mails every day.</summary>
    public const int Few = HoldRules.Few;

    /// <summary>Which of its readers' unsubscriptions keep it back.</summary>
    public MailStream Stream { get; init; } = MailStream.Essential;

    /// <summary>Begin of the ids of what it asks each reader; null where it asks nothing of each.</summary>
    public string? Asks { get; init; }

    /// <summary>Whether people can take part without it.</summary>
    public bool IsNews => Stream == MailStream.Optional;

    /// <summary>Which month's it is; 0 for none.</summary>
    public int Month { get; init; }

    public bool Is(LedgerEntry mail) => mail.Template == Template && mail.Key.Step == Step
        && (Occurrence is null || mail.Key.Occurrence == Occurrence);

    /// <summary>All of a cohort's, in the order of their days.</summary>
    public static IReadOnlyList<Mailing> Of(CohortSettings cohort)
    {
        var calendar = new ProgrammeCalendar(cohort);
        var prompts = Enumerable.Range(1, cohort.Dates.Months).Select(month => new Mailing(
            MailingNames.Prompt(month), "prompt", calendar.Prompt(month),
            MailingReaders.Active, PromptLetters.Step, PromptLetters.Occurrence(month))
        {
            Stream = MailStream.Optional,
            Month = month,
        });
        Mailing Survey(SurveyKind kind, DateTime at) =>
            new(kind.Form().Name, kind.Form().Name, at, MailingReaders.Active, kind.Form().Name, "invitation")
            {
                Asks = kind.Form().DecisionPrefix(),
            };

        return
        [
            .. prompts.Concat<Mailing>(
            [
                new(InquiryForm.Name, "availability", calendar.AskAvailability, MailingReaders.Chosen, "availability", "inquiry")
                {
                    Asks = $"{InquiryForm.Name}-",
                },
                new(MailingNames.NotChosen, "not-chosen", calendar.AskAvailability, MailingReaders.NotChosen, "availability", "not-chosen"),
                new(MailingNames.Introduction, "introduction", calendar.Introduce, MailingReaders.Groups, "introduction", null),
                Survey(SurveyKind.Mid, calendar.MidSurvey),
                Survey(SurveyKind.Final, calendar.FinalSurvey),
                new(
                    MailingNames.Certificate, "certificate", calendar.FinalSurveyCloses,
                    MailingReaders.Certified, "certificate", "certificate"),
                new(MailingNames.Report, "report", calendar.FinalSurveyCloses, MailingReaders.Active, "report", "report")
                {
                    Stream = MailStream.Optional,
                },
            ]).OrderBy(mailing => mailing.At),
        ];
    }
}
