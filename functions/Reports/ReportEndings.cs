using Ilnp.Certificates;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;

namespace Ilnp.Reports;

/// <summary>Counts what is left at a cohort's end.</summary>
public sealed class ReportEndings(CertificateStore certificates, WaitingPeople waiting)
{
    /// <summary>Who waits for the next cohort; somebody's second application is not another person.</summary>
    internal async Task<int> WaitingAsync(CohortSettings cohort, CancellationToken cancellation) =>
        (await waiting.ListAsync(cohort, cancellation)).Count(person => !person.Reasons.Contains(ReasonCode.Duplicate));

    internal async Task<int> CertificatesAsync(string cohortId, CancellationToken cancellation) =>
        (await certificates.ListAsync(cohortId, cancellation)).Count;
}
