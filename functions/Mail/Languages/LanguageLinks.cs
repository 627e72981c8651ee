using Ilnp.Links;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Languages;

/// <summary>Signed addresses of the page on which somebody changes the language that we write to them in.</summary>
public sealed class LanguageLinks(LinkSigner signer, IOptions<WebOptions> web)
{
    const string Purpose = "language";

    /// <summary>Somebody may open an old mail.</summary>
    const int LifetimeDays = 730;

    /// <summary>The same for the same mail, however often it is written.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="personId">Whose language it is.</param>
    /// <param name="at">UTC; the link works for two years from then.</param>
    public Uri For(string cohortId, string personId, DateTimeOffset at) => new(web.Value.BaseAddress, PathFor(cohortId, personId, at)[1..]);

    /// <summary>The same for a page of ours, which stands where that page does.</summary>
    public string PathFor(string cohortId, string personId, DateTimeOffset at) =>
        $"/language/{signer.Sign(Purpose, at.AddDays(LifetimeDays), cohortId, personId)}";

    /// <summary>Whose language a token changes; null when it was not made here, or long ago.</summary>
    public (string CohortId, string PersonId)? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: LinkValidity.Valid, Subject: [var cohort, var person] } ? (cohort, person) : null;
}
