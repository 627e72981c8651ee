using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Certificates;

/// <summary>The certificates, as orchestrations say them.</summary>
static class CertificateSteps
{
    /// <summary>One certificate to everybody who took part and asked for one in the final survey.</summary>
    public static async Task IssueCertificates(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var wanted = await context.Do<IReadOnlyList<string>>(nameof(CertificateActivities.ListCertificatesWanted), plan.CohortId);
        await context.MayGo(plan.HoldsMailings, plan.CohortId, MailingNames.Certificate, wanted.Count);
        await context.WriteByDay(
            plan.IsQuietThroughout, new(plan.CohortId, wanted), nameof(CertificateActivities.IssueCertificate),
            person => new PersonRef(plan.CohortId, person));
    }
}
