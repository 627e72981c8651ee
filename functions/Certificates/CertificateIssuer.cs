using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Certificates;

/// <summary>Makes certificates for those who took part and asked for one, in the final survey or later on their own page.</summary>
public sealed class CertificateIssuer(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions, CertificateRenderer renderer, CertificateStore certificates,
    SignedFiles files, CertificateLinks links, Correspondence correspondence, TextFiles<CertificateTexts> texts)
{
    /// <summary>How long the link in the mail works.</summary>
    const int DownloadDays = 365;

    /// <summary>Renders, keeps and mails one certificate. A second run writes the same file and sends nothing.</summary>
    public async Task IssueAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        if (await WishAsync(cohortId, personId, cancellation) is not { } wish) return;
        var settings = await cohorts.GetAsync(cohortId, cancellation);
        var person = await people.GetAsync(cohortId, personId, cancellation);
        if (person.IsErased) return;
        var pdf = renderer.Render(Model(settings, person, wish));
        await certificates.PutAsync(cohortId, personId, pdf, cancellation);
        await correspondence.WriteAsync(person, new("certificate", "certificate", "certificate")
        {
            Instead = new(wish.Name, wish.Address ?? person.Email),
            Attachments = [new("certificate.pdf", "application/pdf", pdf)],
            Model = new Dictionary<string, object?>
            {
                ["certificate_name"] = wish.Name,
                ["check_url"] = links.For(settings, personId),
                ["url"] = files.AddressOf(
                    CertificateStore.Container, CertificateStore.BlobName(cohortId, personId), End(settings).AddDays(DownloadDays)),
            },
        }, cancellation);
    }

    /// <summary>
    /// What somebody's certificate says, with the programme's name in a reader's language; null when cohort, person or wish are not there.
    /// </summary>
    public async Task<CertificateModel?> ModelAsync(
        string cohortId, string personId, string language, CancellationToken cancellation = default) =>
        await cohorts.FindAsync(cohortId, cancellation) is { } settings
        && await people.FindAsync(cohortId, personId, cancellation) is { } person
        && await WishAsync(cohortId, personId, cancellation) is { } wish
            ? Model(settings, person, wish) with { Programme = settings.NameIn(language) }
            : null;

    /// <summary>The survey's wish, or the one that was made later; null when none was.</summary>
    async Task<CertificateWish?> WishAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        foreach (var form in new[] { FinalSurveyForm.Form, WishForm.Form })
            if (await decisions.FindAsync(cohortId, form.DecisionId(personId), cancellation) is { } decision
                && CertificateWish.Of(decision) is { } wish)
                return wish;
        return null;
    }

    CertificateModel Model(CohortSettings settings, Person person, CertificateWish wish) => new()
    {
        Name = wish.Name,
        Programme = settings.NameIn(person.MailLanguage),
        From = settings.Dates.Introduce,
        To = settings.Dates.End.AddDays(-1),
        IssuedOn = DateOnly.FromDateTime(End(settings)),
        Language = person.MailLanguage,
        NameLanguage = person.Languages is [var own, ..] ? own : null,
        CheckUrl = links.For(settings, person.PersonId),
        Organiser = settings.TextsIn(person.MailLanguage).GetValueOrDefault("organiser"),
        Signatories = [.. settings.Leads.Select(lead =>
            new Signatory(lead.Name, settings.Wording("lead_title", person.MailLanguage) ?? texts.In(person.MailLanguage).Lead))],
    };

    static DateTime End(CohortSettings settings) => new ProgrammeCalendar(settings).End;
}
