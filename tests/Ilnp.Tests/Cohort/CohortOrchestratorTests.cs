using Ilnp.Announcements;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Letters;
using Ilnp.Care.Rematching;
using Ilnp.Certificates;
using Ilnp.Cohort;
using Ilnp.Introductions;
using Ilnp.Mail.Quiet;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Reports;
using Ilnp.Returning;
using Ilnp.Screening;
using Ilnp.Surveys;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Cohort;

public sealed class CohortOrchestratorTests
{
    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);

    /// <summary>The cohort's own steps; those that wait by themselves are tested by themselves and take no time here.</summary>
    internal static Script Script(string? histories = null) => new Script(Plan.Announce.AddDays(-1)) { Histories = histories }
        .Orchestrator<CohortCheckpoint>(nameof(CohortOrchestrator), CohortOrchestrator.Run)
        .Orchestrator<CohortPlan>(nameof(ReviewOrchestrator), Step("Review"))
        .Orchestrator<CohortPlan>(nameof(MatchingOrchestrator), Step("Matching"))
        .Orchestrator<CohortPlan>(nameof(AvailabilityOrchestrator), Step("Availability"))
        .Orchestrator<SurveyRound>(
            nameof(SurveyOrchestrator), async (context, survey) => await context.CallActivityAsync("Survey", survey.Kind))
        .On("Review").On("Matching").On("Availability").On("Survey")
        .On(nameof(AnnouncementActivities.SendAnnouncement))
        .On(nameof(ReturningActivities.ListReturning), _ => new[] { new PersonRef("before", "w") })
        .On(nameof(ReturningActivities.WriteRoundOpen))
        .On(nameof(IntroductionActivities.ListGroupsToIntroduce), _ => new[] { "G001" })
        .On(nameof(IntroductionActivities.ActivateGroup), _ => new[] { "a", "b" })
        .On(nameof(IntroductionActivities.SendIntroduction))
        .On(nameof(RematchStarts.StartRematches))
        .On(nameof(CareActivities.ListActiveGroups), _ => new[] { "G001" })
        .On(nameof(CareStarts.StartGroup))
        .On(nameof(QuietActivities.ListAsleep), _ => Array.Empty<Asleep>())
        .On(nameof(QuietActivities.ListAsleepTogether), _ => Array.Empty<AsleepTogether>())
        .On(nameof(PromptActivities.ListActive), _ => new[] { "a", "b" })
        .On(nameof(PromptActivities.SendPrompt))
        .On(nameof(SurveyActivities.StartSurvey))
        .On(nameof(CertificateActivities.ListCertificatesWanted), _ => new[] { "a" })
        .On(nameof(CertificateActivities.IssueCertificate))
        .On(nameof(ReportActivities.BuildReport), _ => new ReportHeadline(2, 2, 1, 1))
        .On(nameof(ReportActivities.SendReportToCommittee))
        .On(nameof(ReportActivities.ListReportReaders), _ => new[] { "a", "b" })
        .On(nameof(ReportActivities.SendReport))
        .On(nameof(HandOverActivities.CarryPriority), _ => new[] { "w" })
        .On(nameof(HandOverActivities.TellPriority));

    static Func<TaskOrchestrationContext, CohortPlan, Task> Step(string name) =>
        (context, plan) => context.CallActivityAsync(name, plan.CohortId);

    [Fact]
    public async Task GivenPilotsDates_WhenTheCohortRuns_ThenEachStepComesOnItsDay()
    {
        var script = Script();

        var instance = await script.RunAsync(
            nameof(CohortOrchestrator), new CohortCheckpoint(Plan), InstanceIds.Cohort(Plan.CohortId), Plan.End.AddDays(30));

        DateTime? Day(string activity) => script.CallsOf(activity).Select(call => (DateTime?)call.At).FirstOrDefault();
        Assert.Equal(Plan.Announce, Day(nameof(AnnouncementActivities.SendAnnouncement)));
        Assert.Equal(Plan.Announce, Day(nameof(ReturningActivities.WriteRoundOpen)));
        Assert.Equal(Plan.ApplicationsClose, Day("Review"));
        Assert.Equal(Plan.AskAvailability, Day("Availability"));
        Assert.Equal(Plan.Introduce, Day(nameof(IntroductionActivities.SendIntroduction)));
        Assert.Equal(Plan.MidSurvey, Day(nameof(SurveyActivities.StartSurvey)));
        Assert.Equal(Plan.FinalSurvey, Day("Survey"));
        Assert.Equal(
            Plan.Prompts.SelectMany(prompt => new[] { prompt, prompt }),
            script.CallsOf(nameof(PromptActivities.SendPrompt)).Select(call => call.At));
        Assert.Equal(nameof(HandOverActivities.TellPriority), script.Calls[^1].Activity);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        Assert.Equal(new CohortStatus(CohortPhase.Completed, 4), instance.ReadCustomStatusAs<CohortStatus>());
    }

    [Fact]
    public async Task GivenCohortInItsSecondMonth_WhenLookedAt_ThenItsStatusSaysSoAndItsInputNamesNobody()
    {
        var instance = await Script().RunAsync(
            nameof(CohortOrchestrator), new CohortCheckpoint(Plan), InstanceIds.Cohort(Plan.CohortId), Plan.Prompts[1].AddDays(1));

        Assert.Equal(new CohortStatus(CohortPhase.Running, 2), instance.ReadCustomStatusAs<CohortStatus>());
        Assert.DoesNotContain("@", instance.SerializedInput!, StringComparison.Ordinal);
    }
}
