using Ilnp.Committee.Drafts;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.SignIn;

/// <summary>
/// Who of the committee is signed in: a signed cookie names a member of one cohort; the same address opens every other
/// cohort whose committee it is in. The committee is read anew for each request, so that whoever leaves it is out at once, and
/// whoever gets another address shows first that it is theirs.
/// </summary>
public sealed class CommitteeSessions(SignedCookies cookies, CohortStore cohorts, DraftStore drafts, IOptions<SignInOptions> options)
{
    const string Cookie = "ilnp-session";
    const string Purpose = "session";

    /// <summary>The member signed in, or null.</summary>
    public async Task<CommitteeMember?> FindAsync(HttpRequest request) => (await FindSessionAsync(request))?.Member;

    /// <summary>The member signed in, with the cohort that was read for it just now; null for nobody.</summary>
    public async Task<CommitteeSession?> FindSessionAsync(HttpRequest request)
    {
        if (cookies.ReadEnded(request, Cookie, Purpose) is not [var cohortId, var memberId, var stamp]) return null;
        var isOf = cohortId[0] == DraftMark ? null : cohorts.FindNowAsync(cohortId, request.HttpContext.RequestAborted);
        if (await cookies.ReadAsync(request, Cookie, Purpose) is null) return null;
        if (isOf is null)
            return (await drafts.FindAsync(cohortId[1..], request.HttpContext.RequestAborted))?.Value is { Owner.Length: 0 }
                ? new(cohortId, new() { Id = cohortId, Name = "", Email = "" })
                : null;
        var cohort = await isOf;
        return cohort?.Member(memberId) is { } member && AddressStamp.Of(member.Email) == stamp ? new(cohortId, member) : null;
    }

    /// <summary>
    /// In place of a cohort's and a member's id: whoever prepares the first cohort by the function key, and sees nothing but its draft.
    /// No cohort's id has such a letter.
    /// </summary>
    public static string OfDraft(string draftId) => $"{DraftMark}{draftId}";

    /// <inheritdoc cref="OfDraft"/>
    public const char DraftMark = '~';

    /// <summary>The member signed in, as a member of this cohort's committee; null for others.</summary>
    public async Task<CommitteeMember?> FindInAsync(HttpRequest request, CohortSettings cohort) =>
        await FindAsync(request) is { } signedIn ? cohort.MemberWithAddress(signedIn.Email) : null;

    public void Begin(HttpResponse response, SignInTicket ticket) =>
        cookies.Write(
            response, Cookie, Purpose, TimeSpan.FromDays(options.Value.SessionDays), ticket.CohortId, ticket.MemberId, ticket.Stamp);

    public Task EndAsync(HttpRequest request) => cookies.EndAsync(request, Cookie, Purpose);
}

/// <param name="CohortId">By which cohort's committee somebody is signed in; other committees with the same address are open too.</param>
/// <param name="Member">Who.</param>
public sealed record CommitteeSession(string CohortId, CommitteeMember Member);
