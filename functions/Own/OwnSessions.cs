using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Own;

/// <summary>Whose page was opened on this device, by a link to their mailbox: when mails go elsewhere by now, it is closed.</summary>
public sealed class OwnSessions(SignedCookies cookies, Owners owners, PeopleStore people, IOptions<OwnOptions> options)
{
    const string Cookie = "ilnp-own";
    const string Purpose = "own-session";

    /// <summary>Null when none was, or the person is not there any more.</summary>
    public async Task<Owner?> FindAsync(HttpRequest request) =>
        await WhoseAsync(request) is { } who
            ? await owners.FindAsync(who.CohortId, who.PersonId, request.HttpContext.RequestAborted)
            : null;

    /// <summary>Whose page is open; null when none is.</summary>
    public async Task<(string CohortId, string PersonId)?> WhoseAsync(HttpRequest request) =>
        await cookies.ReadAsync(request, Cookie, Purpose) is [var cohort, var id, var stamp]
        && await people.FindAsync(cohort, id, request.HttpContext.RequestAborted) is { IsErased: false } person
        && AddressStamp.Of(person.Email) == stamp
            ? (cohort, id)
            : null;

    /// <summary>Whose page was open, also when it was closed since: good for choosing what to say, and for nothing else.</summary>
    public (string CohortId, string PersonId)? WhoseOnce(HttpRequest request) =>
        cookies.ReadEnded(request, Cookie, Purpose) is [var cohort, var person, _] ? (cohort, person) : null;

    /// <summary>Whether this person's page was opened here.</summary>
    public async Task<bool> IsOpenAsync(HttpRequest request, (string CohortId, string PersonId) person) =>
        await WhoseAsync(request) == person;

    public void Begin(HttpResponse response, Person person) => cookies.Write(
        response, Cookie, Purpose, TimeSpan.FromDays(options.Value.SessionDays),
        person.CohortId, person.PersonId, AddressStamp.Of(person.Email));

    public Task EndAsync(HttpRequest request) => cookies.EndAsync(request, Cookie, Purpose);
}
