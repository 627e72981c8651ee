using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>The language of somebody's mails and pages, of those that the cohort offers.</summary>
static class MailLanguageRule
{
    /// <summary>The one wished for, else the first of the person's own, else the cohort's first.</summary>
    public static string Of(ApplicationAnswers answers, CohortSettings cohort) =>
        Wished(answers, cohort) ?? answers.Languages.FirstOrDefault(cohort.Languages.Contains) ?? cohort.Languages[0];

    /// <summary>The same for somebody who is known: a language chosen by a link stays until newer answers wish for one.</summary>
    public static string Of(ApplicationAnswers answers, CohortSettings cohort, Person person) =>
        Wished(answers, cohort) ?? (person.ChoseLanguage ? person.MailLanguage : Of(answers, cohort));

    static string? Wished(ApplicationAnswers answers, CohortSettings cohort) =>
        answers.MailLanguage is { } wished && cohort.Languages.Contains(wished) ? wished : null;
}
