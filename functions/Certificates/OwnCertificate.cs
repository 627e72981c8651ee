using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Certificates;

/// <summary>The certificate to download; or, for whoever took part and missed the survey, the way to one.</summary>
sealed class OwnCertificate(CertificateStore certificates, DecisionLinks links, SignedFiles files) : IOwnCard
{
    const string Wish = "wish";

    /// <summary>The link on the page is made anew each time.</summary>
    static readonly TimeSpan Link = TimeSpan.FromDays(1);

    public string Name => "certificate";

    public int Order => 15;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (!owner.HasEnded || !TookPart(owner)) return null;
        var (cohort, person) = (owner.Cohort.Id, owner.Person.PersonId);
        if (await certificates.FindAsync(cohort, person, cancellation) is not null)
            return new(Name)
            {
                Links = [new(
                    "own.certificate.download",
                    files.AddressOf(CertificateStore.Container, CertificateStore.BlobName(cohort, person), owner.Now + Link))],
            };
        return CanWish(owner) ? new(Name) { Paragraphs = ["own.certificate.text"], Actions = [Wish] } : null;
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) =>
        action == Wish && owner.HasEnded && TookPart(owner) && CanWish(owner)
            ? await links.OpenAsync(WishForm.Question(owner.Cohort, owner.Person.PersonId), cancellation)
            : null;

    static bool TookPart(Owner owner) => owner.Person.Standing == Standing.Active && owner.Group is not null;

    static bool CanWish(Owner owner) => owner.Now < WishForm.Closes(owner.Cohort);
}
