using Ilnp.Approvals;
using Ilnp.Cohort;
using Ilnp.Intake;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Web.Overview;

/// <summary>Gathers the overview from the stores, all at once.</summary>
public sealed class CohortOverviews(
    PeopleStore people, GroupStore groups, DecisionStore decisions, MailLedger mails, IntakeProblemStore problems, TimeProvider time)
{
    public async Task<CohortOverview> ReadAsync(CommitteeReader reader, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (everybody, formed, decided, written, found, status) = (
            people.ListAsync(id, cancellation), groups.ListAsync(id, cancellation), decisions.ListAsync(id, cancellation: cancellation),
            mails.ListAsync(id, cancellation: cancellation), problems.ListAsync(id, cancellation), StatusAsync(id, client, cancellation));
        var now = time.GetUtcNow();
        return new(
            await status,
            Milestone.Of(reader.Cohort, Today(reader.Cohort, now)),
            OpenDecision.Of(reader.Cohort, reader.Member, await decided, now),
            Funnel.Of(await everybody, await decided, await formed),
            AnswerRate.Of(await decided, now),
            await formed,
            MailHealth.Of(await written),
            await found);
    }

    static async Task<CohortStatus?> StatusAsync(string cohortId, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = await client.FindAsync(InstanceIds.Cohort(cohortId), withStatus: true, cancellation);
        if (instance is { IsCompleted: true }) return new(CohortPhase.Completed);
        return instance?.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<CohortStatus>();
    }

    static DateOnly Today(CohortSettings cohort, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone)).DateTime);
}
