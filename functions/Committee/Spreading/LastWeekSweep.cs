using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Spreading;

/// <summary>Reminds whoever spreads the word when the last week of applications begins, with how far it has reached; once.</summary>
public sealed class LastWeekSweep(
    CohortStore cohorts, PeopleStore people, Correspondence correspondence, IOptions<WebOptions> web, TimeProvider time,
    ILogger<LastWeekSweep> logger)
{
    [Function(nameof(RemindOfLastWeek))]
    public async Task RemindOfLastWeek([TimerTrigger("0 43 7 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var cohort in await cohorts.ListAsync(cancellation))
            if (cohort.Today(now) is var today && today >= Spread.LastWeekOf(cohort) && today > cohort.Dates.Announce
                && today <= cohort.Dates.ApplicationsClose)
                await TellAsync(cohort, cancellation);
    }

    async Task TellAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        var applied = await people.ListAsync(cohort.Id, cancellation);
        foreach (var member in cohort.Committee.Where(member => member.Is(CommitteeRole.Marketing) || member.Is(CommitteeRole.Lead)))
        {
            try
            {
                await correspondence.WriteAsync(cohort.Id, member, new("announcement", "last-week", "announcement-last-week")
                {
                    Model = new Dictionary<string, object?>
                    {
                        ["deadline"] = DateText.Day(cohort.Dates.ApplicationsClose, member.Language),
                        ["people"] = applied.Count,
                        ["countries"] = Spread.Reached(applied).Count,
                        ["url"] = new Uri(web.Value.BaseAddress, Spread.PathOf(cohort.Id)[1..]),
                    },
                }, cancellation);
            }
            catch (TransientFailure e)
            {
                logger.LogWarning(e, "The reminder of the last week of {Cohort} could not be sent; it is tried again.", cohort.Id);
            }
        }
    }
}
