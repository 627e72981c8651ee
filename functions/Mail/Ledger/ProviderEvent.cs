namespace Ilnp.Mail.Ledger;

/// <summary>What a provider tells later about a mail.</summary>
/// <param name="Id">The provider's id of the event.</param>
/// <param name="Status"><see cref="MailStatus.Sent"/> or further.</param>
/// <param name="At">UTC.</param>
/// <param name="ProviderId">The provider's id of the mail.</param>
/// <param name="Reason">A code without personal data.</param>
public sealed record ProviderEvent(string Id, MailStatus Status, DateTimeOffset At, string? ProviderId = null, string? Reason = null);
