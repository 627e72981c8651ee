using System.Text;
using Ilnp.Cohort;
using Ilnp.Committee.Acts;
using Ilnp.Mail.OwnWords;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Drafts;

/// <summary>Starts the cohort of a draft, with the words of the cohort that it is a copy of.</summary>
public sealed class DraftStarter(CohortStarter starter, OwnWordingStore wordings, CommitteeActStore acts, TimeProvider time)
{
    /// <summary>Of two who start the same at once, one does; what somebody has begun of it goes on by the same member's press.</summary>
    internal Task<PressEnd> StartAsync(DraftVisit visit, CohortSettings settings, DurableTaskClient client)
    {
        var act = new CommitteeAct(settings.Id, time.GetUtcNow(), visit.Member.Id, CohortActs.Start);
        var press = StableIds.Of(Encoding.UTF8.GetBytes($"{visit.Version} {visit.Member.Email}"));
        return acts.DoByOneAsync(settings.Id, press, visit.Version, act, async _ =>
        {
            if (visit.Draft.Value.CopyOf is { } last) await wordings.CopyAsync(last, settings.Id, visit.Cancellation);
            await starter.StartAsync(settings, client, visit.Cancellation);
            return true;
        }, visit.Cancellation);
    }
}
