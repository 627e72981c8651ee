using FunctionsHost.Durable.Dispatch;
using Ilnp.Availability;
using Ilnp.Cohort;
using Ilnp.Introductions;
using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Surveys;
using Ilnp.Tests.Cohort;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Orchestration.Golden;

/// <summary>Nobody of the sample's committee holds anything: mails to more than a few, held for a look, let go or fallen away.</summary>
static class HeldPlay
{
    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);

    static readonly string[] People = [.. Enumerable.Range(1, 11).Select(person => $"P{person}")];

    public static async Task RecordAsync(string folder)
    {
        await RecordInquiryAsync(folder);
        await RecordSurveyAsync(folder);
        await RecordCohortAsync(folder);
    }

    /// <summary>
    /// Introductions that wait, and of whose groups one sleeps; topics of which the second month's fall away. The steps beside the cohort's
    /// own are played by others there, whose histories are not kept.
    /// </summary>
    static async Task RecordCohortAsync(string folder)
    {
        var asked = 0;
        var all = Directory.CreateDirectory(Path.Combine(folder, "cohort")).FullName;
        await CohortOrchestratorTests.Script(all)
            .On(nameof(IntroductionActivities.ListGroupsToIntroduce), _ => Enumerable.Range(1, 6).Select(group => $"G00{group}"))
            .On(nameof(QuietActivities.ListAsleepTogether), _ => new[] { new AsleepTogether("G002", Plan.Introduce.AddHours(9)) })
            .On(nameof(PromptActivities.ListActive), _ => People)
            .On(nameof(HoldActivities.AskWhetherHeld), _ => ++asked switch
            {
                1 => new MailingAnswer(false, Plan.Introduce.AddMinutes(30)),
                4 => new MailingAnswer(false, null),
                _ => new MailingAnswer(true, null),
            })
            .RunAsync(nameof(CohortOrchestrator), new CohortCheckpoint(Plan), InstanceIds.Cohort(Plan.CohortId), Plan.End.AddDays(30));
        await File.AppendAllLinesAsync(
            Path.Combine(folder, "histories.ndjson"),
            File.ReadLines(Path.Combine(all, "histories.ndjson"))
                .Where(line => RecordedExecution.Parse(line).Orchestrator == nameof(CohortOrchestrator)));
    }

    static async Task RecordInquiryAsync(string folder)
    {
        var asked = 0;
        await new Script(Plan.AskAvailability) { Histories = folder }
            .Orchestrator<CohortPlan>(nameof(AvailabilityOrchestrator), AvailabilityOrchestrator.Run)
            .On(nameof(ChoosingActivities.ChooseWhomToAsk), _ => People)
            .On(
                nameof(HoldActivities.AskWhetherHeld),
                _ => ++asked == 1 ? new MailingAnswer(false, Plan.AskAvailability.AddMinutes(30)) : new MailingAnswer(true, null))
            .On(nameof(QuietActivities.ListAsleep), _ => Array.Empty<Asleep>())
            .On(nameof(AvailabilityActivities.AskAvailability))
            .On(nameof(WaitingListActivities.ListNotChosen), _ => People)
            .On(nameof(WaitingListActivities.TellNotChosen))
            .On(nameof(AvailabilityActivities.ListSilent), _ => Array.Empty<string>())
            .On(nameof(AvailabilityActivities.CloseAvailability))
            .On(nameof(ChoosingActivities.FormGroups), _ => 0)
            .On(nameof(WaitingListActivities.ListStandby), _ => Array.Empty<string>())
            .RunAsync(nameof(AvailabilityOrchestrator), Plan, InstanceIds.Availability(Plan.CohortId), Plan.Introduce.AddDays(2));
    }

    static async Task RecordSurveyAsync(string folder)
    {
        var asked = 0;
        await new Script(Plan.FinalSurvey) { Histories = folder }
            .Orchestrator<SurveyRound>(nameof(SurveyOrchestrator), SurveyOrchestrator.Run)
            .On(nameof(SurveyActivities.ListSurveyed), _ => People)
            .On(
                nameof(HoldActivities.AskWhetherHeld),
                _ => ++asked == 1 ? new MailingAnswer(false, Plan.FinalSurvey.AddMinutes(30)) : new MailingAnswer(true, null))
            .On(nameof(QuietActivities.ListAsleep), _ => Array.Empty<Asleep>())
            .On(nameof(SurveyActivities.InviteToSurvey))
            .On(nameof(SurveyActivities.RemindOfSurvey))
            .RunAsync(
                nameof(SurveyOrchestrator),
                new SurveyRound(Plan.CohortId, SurveyKind.Final, Plan.SurveyDays)
                {
                    Closes = Plan.FinalSurveyCloses,
                    KeepsQuietHours = true,
                    HoldsMailings = true,
                },
                "survey", Plan.FinalSurvey.AddDays(30));
    }
}
