using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Surveys;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Certificates;

/// <summary>Certificates for those who took part and asked for one in the final survey.</summary>
public sealed class CertificateActivities(PeopleStore people, DecisionStore decisions, CertificateIssuer issuer)
{
    /// <summary>Everybody in a group until the end who named a certificate's name.</summary>
    [Function(nameof(ListCertificatesWanted))]
    public async Task<IReadOnlyList<string>> ListCertificatesWanted([ActivityTrigger] string cohortId)
    {
        var tookPart = (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId).ToHashSet();
        return [.. (await decisions.ListAsync(cohortId, FinalSurveyForm.Form.DecisionPrefix()))
            .Where(decision => tookPart.Contains(decision.SubjectId) && CertificateWish.Of(decision) is not null)
            .Select(decision => decision.SubjectId)];
    }

    /// <inheritdoc cref="CertificateIssuer.IssueAsync"/>
    [Function(nameof(IssueCertificate))]
    public Task IssueCertificate([ActivityTrigger] PersonRef reference) => issuer.IssueAsync(reference.CohortId, reference.PersonId);
}
