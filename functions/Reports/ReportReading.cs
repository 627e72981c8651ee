using Ilnp.Approvals;
using Ilnp.Assignments;
using Ilnp.Care.Questions;
using Ilnp.Intake;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;
using Ilnp.Surveys;

namespace Ilnp.Reports;

/// <summary>Reads what a report counts: who took part, what they answered, and what they were sent.</summary>
public sealed class ReportReading(
    PeopleStore people, GroupStore groups, SecondPairStore seconds, ApplicationStore applications, DecisionStore decisions,
    MailLedger mails, ReportEndings endings)
{
    internal async Task<ReportFacts> ReadAsync(CohortSettings cohort, DateOnly asOf, CancellationToken cancellation)
    {
        var cohortId = cohort.Id;
        return new()
        {
            Cohort = cohort,
            AsOf = asOf,
            // Who was found to be somebody else's second application is not another person.
            People = [.. (await people.ListAsync(cohortId, cancellation)).Where(person => !person.Reasons.Contains(ReasonCode.Duplicate))],
            Groups = await groups.ListAsync(cohortId, cancellation),
            Submissions = (await applications.ListAsync(cohortId, cancellation)).Count,
            MidSurvey = SurveyReplies.Of(await decisions.ListAsync(cohortId, MidSurveyForm.Form.DecisionPrefix(), cancellation)),
            FinalSurvey = SurveyReplies.Of(await decisions.ListAsync(cohortId, FinalSurveyForm.Form.DecisionPrefix(), cancellation)),
            Pulses = await decisions.ListAsync(cohortId, $"{Pulse.Form}-", cancellation),
            Assignments = await decisions.AssignmentsAsync(cohortId, cancellation),
            SecondPairs = await seconds.ListAsync(cohortId, cancellation),
            SecondWords = await decisions.ListAsync(cohortId, Second.All, cancellation),
            MailsByTemplate = (await mails.ListAsync(cohortId, cancellation: cancellation))
                .Where(mail => mail.Status is MailStatus.Sent or MailStatus.Delivered or MailStatus.Bounced or MailStatus.Complained)
                .CountBy(mail => mail.Template).ToDictionary(),
            Waiting = await endings.WaitingAsync(cohort, cancellation),
            Certificates = await endings.CertificatesAsync(cohortId, cancellation),
        };
    }
}
