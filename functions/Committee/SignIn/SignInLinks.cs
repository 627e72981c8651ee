using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.SignIn;

/// <summary>Signed links by which committee members sign in: mailed, good for a short time and once.</summary>
public sealed class SignInLinks(
    LinkSigner signer, UsedLinks used, CohortStore cohorts, Correspondence correspondence,
    IOptions<WebOptions> web, IOptions<SignInOptions> options, TimeProvider time)
{
    const string Purpose = "sign-in";

    /// <summary>
    /// Mails a link if the address is a committee member's; nobody is told whether it was. One mail a minute and address at most.
    /// </summary>
    /// <param name="returnTo">Path of ours to go to after signing in.</param>
    public async Task SendAsync(string address, string returnTo, CancellationToken cancellation)
    {
        if (CommitteeAddresses.Latest(await cohorts.ListAsync(cancellation), address) is not { } found) return;
        var now = time.GetUtcNow();
        // Whoever has a new address since a moment ago must not wait for the minute of the old one.
        var occurrence = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMddHHmm}-{AddressStamp.Of(found.Member.Email)}");
        var letter = new Letter("sign-in", occurrence, "sign-in")
        {
            Model = new Dictionary<string, object?> { ["url"] = Address(found.Cohort.Id, found.Member, returnTo) },
        };
        await correspondence.WriteAsync(found.Cohort.Id, found.Member, letter, cancellation);
    }

    /// <summary>A link for one member.</summary>
    public Uri Address(string cohortId, CommitteeMember member, string returnTo)
    {
        var until = time.GetUtcNow().AddMinutes(options.Value.SignInMinutes);
        var token = signer.Sign(Purpose, until, cohortId, member.Id, returnTo, AddressStamp.Of(member.Email));
        return new(web.Value.BaseAddress, $"sign-in/{token}");
    }

    /// <summary>Who a token lets in; null when it is not good any more.</summary>
    public SignInTicket? Read(string token) =>
        signer.Read(
            Purpose,
            token,
            time.GetUtcNow()) is { Validity: LinkValidity.Valid, Subject: [var cohort, var member, var returnTo, var stamp] }
            ? new(cohort, member, returnTo, stamp)
            : null;

    /// <summary>As <see cref="Read"/>, and the token is used up.</summary>
    public async Task<SignInTicket?> TakeAsync(string token, CancellationToken cancellation) =>
        Read(token) is { } ticket && await used.TryUseAsync(token, time.GetUtcNow(), cancellation) ? ticket : null;
}

/// <summary>Who a sign-in link lets in, and where to.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="MemberId">Of its committee.</param>
/// <param name="ReturnTo">Path of ours.</param>
/// <param name="Stamp">Of the address that it was mailed to: whoever has another by now is not let in by it.</param>
public sealed record SignInTicket(string CohortId, string MemberId, string ReturnTo, string Stamp);
