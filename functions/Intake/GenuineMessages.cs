using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake;

/// <summary>Where messages go whose sender is believed: to their cohort, or to those for rounds that are not here.</summary>
public sealed class GenuineMessages(ApplicationInbox inbox, StrayMessages strays)
{
    internal async Task<Acceptance> AcceptAsync(
        DurableTaskClient client, string cohortId, FormProvider source,
        (ReceivedBody Body, Proof Proof) message, CancellationToken cancellation)
    {
        // What another cohort signed is not this one's, even if that begins at this moment.
        var acceptance = message.Proof.MeantFor is null
            ? await inbox.AcceptAsync(client, cohortId, source, message.Body, cancellation)
            : new(AcceptanceStatus.UnknownCohort);
        if (acceptance.Status == AcceptanceStatus.UnknownCohort)
            acceptance = await strays.AcceptAsync(cohortId, message.Proof.MeantFor, source, message.Body, cancellation);
        return acceptance;
    }
}
