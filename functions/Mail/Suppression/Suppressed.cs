namespace Ilnp.Mail.Suppression;

/// <summary>
/// An address that gets no mail of a stream. The address itself is not kept, so that the list may outlive the person's data.
/// </summary>
/// <param name="Stream">The list it is off; off the essential one means off both.</param>
/// <param name="Reason">Why, as a code: <c>bounced</c>, <c>complained</c>, <c>unsubscribed</c>.</param>
/// <param name="Since">UTC.</param>
public sealed record Suppressed(MailStream Stream, string Reason, DateTimeOffset Since)
{
    /// <summary>The reason of whoever left a list by themselves.</summary>
    public const string Unsubscribed = "unsubscribed";
}
