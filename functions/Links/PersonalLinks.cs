using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>
/// The address of somebody's own page, as it stands in every mail to them. It says whose page it is and opens nothing: whoever has it
/// can only ask for a mail to that person's mailbox.
/// </summary>
public sealed class PersonalLinks(LinkSigner signer, IOptions<WebOptions> web)
{
    const string Purpose = "own";

    /// <param name="cohortId">The cohort.</param>
    /// <param name="personId">Whose page it is.</param>
    /// <param name="expiresAt">UTC; the same for the same mail, so that it is the same in each attempt to send it.</param>
    public Uri For(string cohortId, string personId, DateTimeOffset expiresAt) =>
        new(web.Value.BaseAddress, $"me/link/{signer.Sign(Purpose, expiresAt, cohortId, personId)}");

    /// <summary>Whose page a token names; null when it is not good.</summary>
    public (string CohortId, string PersonId)? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: LinkValidity.Valid, Subject: [var cohort, var person] } ? (cohort, person) : null;
}
