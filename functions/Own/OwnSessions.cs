using Ilnp.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Own;

/// <summary>Whose page was opened on this device.</summary>
public sealed class OwnSessions(SignedCookies cookies, Owners owners, IOptions<OwnOptions> options)
{
    const string Cookie = "ilnp-own";
    const string Purpose = "own-session";

    /// <summary>Null when none was, or the person is not there any more.</summary>
    public async Task<Owner?> FindAsync(HttpRequest request) =>
        Read(request) is { } who ? await owners.FindAsync(who.CohortId, who.PersonId, request.HttpContext.RequestAborted) : null;

    /// <summary>Whose page it was, also when they are not there any more; null when none was opened.</summary>
    public (string CohortId, string PersonId)? Whose(HttpRequest request) => Read(request);

    /// <summary>Whether this person's page was opened here.</summary>
    public bool IsOpen(HttpRequest request, (string CohortId, string PersonId) person) => Read(request) == person;

    public void Begin(HttpResponse response, string cohortId, string personId) =>
        cookies.Write(response, Cookie, Purpose, TimeSpan.FromDays(options.Value.SessionDays), cohortId, personId);

    public void End(HttpResponse response) => cookies.Remove(response, Cookie);

    (string CohortId, string PersonId)? Read(HttpRequest request) =>
        cookies.Read(request, Cookie, Purpose) is [var cohort, var person] ? (cohort, person) : null;
}
