using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Reports;

namespace Ilnp.Tests.Rights;

/// <summary>What is due goes by the nightly timer, in the host as it runs.</summary>
public sealed class RetentionTests
{
    const string Anybody = "zq0";

    [Fact]
    public async Task GivenACohort_WhenItsTimeIsOver_ThenNobodyIsFoundAnyMoreAndTheReportStays()
    {
        await using var cohort = await MarkedCohort.BeginAsync();
        await cohort.UntilAsync(MarkedCohort.Calendar.ApplicationsClose.AddDays(85));
        Assert.Contains(await cohort.Traces.OfAsync(Anybody), IsMessage);

        await cohort.UntilAsync(MarkedCohort.Calendar.ApplicationsClose.AddDays(92));
        var traces = await cohort.Traces.OfAsync(Anybody);
        Assert.NotEmpty(traces);
        Assert.DoesNotContain(traces, IsMessage);

        await cohort.UntilAsync(MarkedCohort.Calendar.End.AddDays(364));
        Assert.NotEmpty(await cohort.Get<PeopleStore>().ListAsync(MarkedCohort.Id));

        await cohort.UntilAsync(MarkedCohort.Calendar.End.AddDays(367));
        Assert.DoesNotContain(
            await cohort.Traces.OfAsync(Anybody), trace => !trace.StartsWith("container reports", StringComparison.Ordinal));
        Assert.Empty(await cohort.Get<PeopleStore>().ListAsync(MarkedCohort.Id));
        Assert.Empty(cohort.Get<LocalMailbox>().List());
        Assert.NotNull(await cohort.Get<ReportStore>().FindPageAsync(MarkedCohort.Id));
        Assert.Null(await cohort.Get<ReportStore>().FindWorkbookAsync(MarkedCohort.Id));
        Assert.Equal([InstanceIds.Cohort(MarkedCohort.Id)], await InstancesAsync(cohort));
    }

    static bool IsMessage(string trace) => trace.StartsWith("container intake-raw", StringComparison.Ordinal);

    static async Task<IReadOnlyList<string>> InstancesAsync(MarkedCohort cohort)
    {
        var left = new List<string>();
        await foreach (var instance in cohort.Orchestrations.GetAllInstancesAsync()) left.Add(instance.InstanceId);
        return left;
    }
}
