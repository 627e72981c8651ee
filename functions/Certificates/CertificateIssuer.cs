using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Certificates;

/// <summary>Makes certificates for those who took part and asked for one, in the final survey or later on their own page.</summary>
public sealed class CertificateIssuer(
    CohortStore cohorts, PeopleStore people, CertificateContents contents, CertificateFiles files, CertificateLinks links,
    Correspondence correspondence)
{
    /// <summary>How long the link in the mail works.</summary>
    const int DownloadDays = 365;

    /// <summary>Renders, keeps and mails one certificate. A second run writes the same file and sends nothing.</summary>
    public async Task IssueAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        if (await contents.WishAsync(cohortId, personId, cancellation) is not { } wish) return;
        var settings = await cohorts.GetAsync(cohortId, cancellation);
        var person = await people.GetAsync(cohortId, personId, cancellation);
        if (person.IsErased) return;
        var pdf = await files.MakeAsync(cohortId, personId, contents.Model(settings, person, wish), cancellation);
        await correspondence.WriteAsync(person, new("certificate", "certificate", "certificate")
        {
            Instead = new(wish.Name, wish.Address ?? person.Email),
            Attachments = [new("certificate.pdf", "application/pdf", pdf)],
            Model = new Dictionary<string, object?>
            {
                ["certificate_name"] = wish.Name,
                ["check_url"] = links.For(settings, personId),
                ["url"] = files.AddressOf(cohortId, personId, new ProgrammeCalendar(settings).End.AddDays(DownloadDays)),
            },
        }, cancellation);
    }
}
