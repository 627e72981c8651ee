using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Certificates;

/// <summary>
/// Addresses on which anybody sees that a certificate is genuine. They are printed, so they last as long as their signing key is kept.
/// </summary>
public sealed class CertificateLinks(LinkSigner signer, IOptions<WebOptions> web)
{
    const string Purpose = "certificate";

    /// <summary>After the programme's end.</summary>
    const int Years = 20;

    /// <summary>The same for the same certificate, however often it is made.</summary>
    public Uri For(CohortSettings settings, string personId)
    {
        var until = new DateTimeOffset(new ProgrammeCalendar(settings).End, TimeSpan.Zero).AddYears(Years);
        return new(web.Value.BaseAddress, $"certificate/{signer.Sign(Purpose, until, settings.Id, personId)}");
    }

    /// <summary>Whose certificate a token is about; null when it was not made here.</summary>
    public (string CohortId, string PersonId)? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: LinkValidity.Valid, Subject: [var cohort, var person] } ? (cohort, person) : null;
}
