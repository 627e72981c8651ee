using Ilnp.Committee;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Dates;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Tests.Rights;
using Ilnp.Tests.Texts;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Committee.Dates;

/// <summary>A whole cohort on simulated time, whose days are moved in each of its parts.</summary>
public sealed class DatesInTimeTests
{
    [Fact]
    public async Task GivenARunningCohort_WhenItsDaysAreMoved_ThenItGoesByTheNewOnesToItsEnd()
    {
        await using var cohort = await MarkedCohort.BeginAsync();
        var planned = (await CohortOf(cohort)).Dates;

        await cohort.UntilAsync(Utc(MarkedCohort.Calendar.ApplicationsClose.AddDays(-2)));
        await MoveAsync(cohort, (CohortDay.ApplicationsClose, 2));
        await cohort.UntilAsync(Utc(MarkedCohort.Calendar.ApplicationsClose.AddDays(1)));
        Assert.Equal(CohortPhase.ApplicationsOpen, await PhaseAsync(cohort));

        await cohort.UntilAsync(Utc(MarkedCohort.Calendar.AvailabilityCloses.AddDays(-3)));
        await MoveAsync(cohort, (CohortDay.AvailabilityCloses, 2), (CohortDay.Introduce, 3));
        await cohort.UntilAsync(Utc(MarkedCohort.Calendar.AvailabilityCloses.AddHours(1)));
        Assert.Equal(CohortPhase.AskingAvailability, await PhaseAsync(cohort));

        await cohort.UntilAsync(Utc(MarkedCohort.Calendar.Prompt(2).AddDays(-2)));
        await MoveAsync(cohort, (CohortDay.Prompt(2), 4), (CohortDay.End, 10));
        var now = await CohortOf(cohort);
        var calendar = new ProgrammeCalendar(now);
        Assert.Equal(planned.End.AddDays(13), now.Dates.End);
        await cohort.UntilAsync(Utc(calendar.FinalSurveyCloses.AddDays(3)));

        Assert.Equal(CohortPhase.Completed, await PhaseAsync(cohort));
        await foreach (var instance in cohort.Orchestrations.GetAllInstancesAsync())
            Assert.NotEqual(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        var mails = cohort.Get<LocalMailbox>().List();
        Assert.Equal(
            calendar.Introduce,
            mails.Where(mail => mail.Template == "introduction").Min(mail => mail.SentAt).UtcDateTime,
            TimeSpan.FromHours(1));
        Assert.Contains(
            mails, mail => mail.Template == "prompt" && (mail.SentAt.UtcDateTime - calendar.Prompt(2)).Duration() < TimeSpan.FromHours(1));
        Assert.Equal(
            calendar.FinalSurvey,
            mails.Where(mail => mail.Template == "final-survey").Min(mail => mail.SentAt).UtcDateTime,
            TimeSpan.FromHours(1));
        Assert.Equal(
            calendar.FinalSurveyCloses,
            mails.Where(mail => mail.Template == "certificate").Min(mail => mail.SentAt).UtcDateTime,
            TimeSpan.FromHours(1));
        Assert.Contains(mails, mail => mail.Template == "dates-changed");
        Assert.All(await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id), group => Assert.NotEqual(GroupStatus.Active, group.Status));
    }

    static async Task MoveAsync(MarkedCohort cohort, params (string Day, int Days)[] moves)
    {
        var settings = await CohortOf(cohort);
        var reader = new CommitteeReader(settings, settings.Leads.First(), AppTexts.Shelf.In("en"));
        var file = await cohort.Get<DatesFiles>().ReadAsync(reader, cohort.Orchestrations, default);
        var number = settings.Dates.Moves + 1;
        var after = moves.Aggregate(settings.Dates, (dates, move) => dates.Moving(move.Day, dates.On(move.Day).AddDays(move.Days))) with
        {
            Moves = number,
        };
        Assert.Equal(
            [],
            DatesRules.Wrong(settings, after, file.Days, new(AppTexts.Shelf.Languages), file.Now)
                .Select(problem => problem.Settings ?? $"{problem.TextKey} {problem.Day}"));
        var act = new CommitteeAct(DatesFile.Subject, file.Now, reader.Member.Id, DatesPresses.Move)
        {
            Press = $"press{number}",
            Dates = new(settings.Id, number, settings.Dates, after, reader.Member.Id, file.Now),
        };
        Assert.True(await cohort.Get<DatesPresses>().DoAsync(file, act, file.Version, cohort.Orchestrations, default));
        await cohort.UntilAsync(file.Now.AddMinutes(15));
        var told = cohort.Get<LocalMailbox>().List().Count(mail => mail.Template == "dates-changed");
        Assert.True(await cohort.Get<DatesPresses>().DoAsync(file, act, file.Version, cohort.Orchestrations, default));
        await cohort.UntilAsync(file.Now.AddMinutes(30));
        Assert.Equal(told, cohort.Get<LocalMailbox>().List().Count(mail => mail.Template == "dates-changed"));
    }

    static async Task<CohortSettings> CohortOf(MarkedCohort cohort) => (await cohort.Get<CohortStore>().FindNowAsync(MarkedCohort.Id))!;

    static async Task<CohortPhase> PhaseAsync(MarkedCohort cohort) =>
        (await cohort.Orchestrations.FindAsync(InstanceIds.Cohort(MarkedCohort.Id), withStatus: true))!
            .ReadCustomStatusAs<CohortStatus>()!.Phase;

    static DateTimeOffset Utc(DateTime moment) => new(moment, TimeSpan.Zero);
}
