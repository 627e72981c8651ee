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
        await WhoseAsync(request) is { } who ? await owners.FindAsync(who.CohortId, who.PersonId, request.HttpContext.RequestAborted) : null;

    /// <summary>Whose page is open, also when they are not there any more; null when none is.</summary>
    public async Task<(string CohortId, string PersonId)?> WhoseAsync(HttpRequest request) => Pair(await cookies.ReadAsync(request, Cookie, Purpose));

    /// <summary>Whose page was open, also when it was closed since: good for choosing what to say, and for nothing else.</summary>
    public (string CohortId, string PersonId)? WhoseOnce(HttpRequest request) => Pair(cookies.ReadEnded(request, Cookie, Purpose));

    /// <summary>Whether this person's page was opened here.</summary>
    public async Task<bool> IsOpenAsync(HttpRequest request, (string CohortId, string PersonId) person) => await WhoseAsync(request) == person;

    public void Begin(HttpResponse response, string cohortId, string personId) =>
        cookies.Write(response, Cookie, Purpose, TimeSpan.FromDays(options.Value.SessionDays), cohortId, personId);

    public Task EndAsync(HttpRequest request) => cookies.EndAsync(request, Cookie, Purpose);

    static (string CohortId, string PersonId)? Pair(IReadOnlyList<string>? said) => said is [var cohort, var person] ? (cohort, person) : null;
}
