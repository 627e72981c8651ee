using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.SignIn;

/// <summary>
/// Who of the committee is signed in: a signed cookie names a member of one cohort; the same address opens every other
/// cohort whose committee it is in.
/// </summary>
public sealed class CommitteeSessions(LinkSigner signer, CohortStore cohorts, IOptions<WebOptions> web, IOptions<SignInOptions> options, TimeProvider time)
{
    const string Cookie = "ilnp-session";
    const string Purpose = "session";

    /// <summary>The member signed in, or null.</summary>
    public async Task<CommitteeMember?> FindAsync(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { } token) return null;
        if (signer.Read(Purpose, token, time.GetUtcNow()) is not { Validity: LinkValidity.Valid, Subject: [var cohortId, var memberId] }) return null;
        var cohort = await cohorts.FindAsync(cohortId, request.HttpContext.RequestAborted);
        return cohort?.Committee.FirstOrDefault(member => member.Id == memberId);
    }

    /// <summary>The member signed in, as a member of this cohort's committee; null for others.</summary>
    public async Task<CommitteeMember?> FindInAsync(HttpRequest request, CohortSettings cohort) =>
        await FindAsync(request) is { } signedIn ? cohort.MemberWithAddress(signedIn.Email) : null;

    public void Begin(HttpResponse response, string cohortId, string memberId)
    {
        var life = TimeSpan.FromDays(options.Value.SessionDays);
        response.Cookies.Append(Cookie, signer.Sign(Purpose, time.GetUtcNow() + life, cohortId, memberId), Settings(life));
    }

    public void End(HttpResponse response) => response.Cookies.Append(Cookie, "", Settings(TimeSpan.Zero));

    CookieOptions Settings(TimeSpan life) => new()
    {
        HttpOnly = true,
        Secure = web.Value.BaseAddress.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = life,
        IsEssential = true,
    };
}
