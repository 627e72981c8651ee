using Ilnp.Approvals;
using Ilnp.Tests.Pages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Approvals;

/// <summary>An answer recorded by a process that ended before it told anybody.</summary>
public sealed class AnnouncementTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenACrashAfterRecording_WhenTheSweepRuns_ThenTheOrchestrationHearsAndTheReceiptIsSentOnce()
    {
        var (cohort, _) = await RecordedAndNotAnnouncedAsync();
        await SweepAsync();
        await SweepAsync();
        await AnnounceAsync(cohort); // a process that ended before it had written that it told
        await web.SettleAsync(cohort);
        await AnnounceAsync(cohort);
        await web.SettleAsync(cohort);

        Assert.Equal("nudge-P1 P1 here", await HeardAsync(cohort));
        Assert.Single(await web.ReceiptsAsync(cohort));
        Assert.Empty(await web.Get<DecisionStore>().UnannouncedAsync(cohort));
    }

    [Fact]
    public async Task GivenACrashAfterRecording_WhenTheButtonIsPressedAgain_ThenTheOrchestrationHears()
    {
        var (cohort, link) = await RecordedAndNotAnnouncedAsync();
        await web.Client.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("choice", "here")]));

        Assert.Equal("nudge-P1 P1 here", await HeardAsync(cohort));
        Assert.Single(await web.Get<DecisionStore>().AuditAsync(cohort, "nudge-P1"));
        Assert.Empty(await web.Get<DecisionStore>().UnannouncedAsync(cohort));
    }

    async Task<(string Cohort, string Link)> RecordedAndNotAnnouncedAsync()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "王小明", "CN"));
        await web.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(WaitingOrchestrator.HearDecisions), 1, new StartOrchestrationOptions($"wait-{cohort}"));
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = "nudge-P1",
            Form = "nudge",
            SubjectId = "P1",
            ClosesAt = web.Clock.Now.AddDays(7),
            InstanceId = $"wait-{cohort}",
            EventName = WaitingOrchestrator.Event,
        });
        var store = web.Get<DecisionStore>();
        var read = (await store.ReadAsync(cohort, "nudge-P1", default))!;
        Dictionary<string, IReadOnlyList<string>> here = new() { ["choice"] = ["here"] };
        var decision = DecisionRules.Record(read.Value, here, "here", web.Clock.Now)!;
        var audit = new DecisionAudit(decision.DecisionId, 1, web.Clock.Now, 1, null, here);
        Assert.True(await store.TryRecordAsync(read, decision, audit, new(decision.DecisionId, 1, web.Clock.Now, "P1"), null, default));
        return (cohort, link.PathAndQuery);
    }

    async Task AnnounceAsync(string cohort) =>
        await web.Get<DecisionAnnouncer>().AnnounceAsync(
            (await web.Get<DecisionStore>().FindAsync(cohort, "nudge-P1"))!, web.Durable, default);

    Task SweepAsync() =>
        ActivatorUtilities.CreateInstance<AnnouncementSweep>(web.Services).AnnounceLeftDecisions(new TimerInfo(), web.Durable, default);

    async Task<string> HeardAsync(string cohort)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return (await web.Durable.WaitForInstanceCompletionAsync($"wait-{cohort}", getInputsAndOutputs: true, limit.Token))
            .ReadOutputAs<List<string>>()!.Single();
    }
}
