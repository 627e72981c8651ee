using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Surveys;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Certificates;

/// <summary>Certificates for those who took part and asked for one in the final survey.</summary>
public sealed class CertificateActivities(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions, CertificateRenderer renderer, CertificateStore certificates,
    SignedFiles files, Correspondence correspondence, TextFiles<CertificateTexts> texts)
{
    /// <summary>How long the link in the mail works.</summary>
    const int DownloadDays = 365;

    /// <summary>Everybody in a group until the end who named a certificate's name.</summary>
    [Function(nameof(ListCertificatesWanted))]
    public async Task<IReadOnlyList<string>> ListCertificatesWanted([ActivityTrigger] string cohortId)
    {
        var tookPart = (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId).ToHashSet();
        return [.. (await decisions.ListAsync(cohortId, FinalSurveyForm.Form.DecisionPrefix()))
            .Where(decision => tookPart.Contains(decision.SubjectId) && CertificateWish.Of(decision) is not null)
            .Select(decision => decision.SubjectId)];
    }

    /// <summary>Renders, keeps and mails one certificate. A second run writes the same file and sends nothing.</summary>
    [Function(nameof(IssueCertificate))]
    public async Task IssueCertificate([ActivityTrigger] PersonRef reference)
    {
        var settings = await cohorts.GetAsync(reference.CohortId);
        var person = await people.GetAsync(reference.CohortId, reference.PersonId);
        var decision = await decisions.FindAsync(reference.CohortId, FinalSurveyForm.Form.DecisionId(reference.PersonId));
        if (decision is null || CertificateWish.Of(decision) is not { } wish) return;

        var model = Model(settings, person, wish);
        var pdf = renderer.Render(model);
        await certificates.PutAsync(reference.CohortId, reference.PersonId, pdf);
        await correspondence.WriteAsync(person, new("certificate", "certificate", "certificate")
        {
            Instead = new(wish.Name, wish.Address ?? person.Email),
            Attachments = [new("certificate.pdf", "application/pdf", pdf)],
            Model = new Dictionary<string, object?>
            {
                ["certificate_name"] = wish.Name,
                ["url"] = files.AddressOf(CertificateStore.Container, CertificateStore.BlobName(reference.CohortId, reference.PersonId), End(settings).AddDays(DownloadDays)),
            },
        });
    }

    CertificateModel Model(CohortSettings settings, Person person, CertificateWish wish) => new()
    {
        Name = wish.Name,
        Programme = settings.NameIn(person.MailLanguage),
        From = settings.Dates.Introduce,
        To = settings.Dates.Introduce.AddMonths(settings.Dates.Months).AddDays(-1),
        IssuedOn = DateOnly.FromDateTime(End(settings)),
        Language = person.MailLanguage,
        NameLanguage = person.Languages is [var own, ..] ? own : null,
        Organiser = settings.TextsIn(person.MailLanguage).GetValueOrDefault("organiser"),
        Signatories = [.. settings.Leads.Select(lead => new Signatory(lead.Name, settings.Wording("lead_title", person.MailLanguage) ?? texts.In(person.MailLanguage).Lead))],
    };

    static DateTime End(CohortSettings settings) => new ProgrammeCalendar(settings).End;
}
