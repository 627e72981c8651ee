using Ilnp.Storage;

namespace Ilnp.Approvals;

/// <summary>
/// Replaces an expired link: the new one is only ever mailed to the address that the old one went to, never shown to whoever
/// holds the old one.
/// </summary>
public sealed class FreshLinks(DecisionLinks links, DecisionMails mails, DecisionTokens tokens, TimeProvider time)
{
    /// <summary>Mails the latest link, or a new one when that has expired too.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not sent for now.</exception>
    public async Task SendAsync(Stored<Decision> read, DecisionSubject subject, CancellationToken cancellation)
    {
        var latest = read.Value.Link;
        var isGood = latest.ExpiresAt > time.GetUtcNow() && tokens.CanMake(latest);
        await mails.SendFreshLinkAsync(isGood ? read.Value : await links.RenewAsync(read, cancellation), subject, cancellation);
    }
}
