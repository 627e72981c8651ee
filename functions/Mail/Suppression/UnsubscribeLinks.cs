using Ilnp.Links;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Suppression;

/// <summary>
/// Signed addresses that take a mailbox off the optional list. They carry the key of the address, so that they work when
/// the person's data is gone.
/// </summary>
public sealed class UnsubscribeLinks(LinkSigner signer, IOptions<WebOptions> web)
{
    const string Purpose = "unsubscribe";

    /// <summary>Somebody may open an old mail.</summary>
    const int LifetimeDays = 730;

    /// <summary>The same for the same mail, however often it is written.</summary>
    /// <param name="language">Of the page, ISO 639-1.</param>
    /// <param name="mailedAt">UTC.</param>
    public Uri For(string addressKey, string language, DateTimeOffset mailedAt) => new(
        web.Value.BaseAddress,
        $"unsubscribe/{signer.Sign(Purpose, mailedAt.AddDays(LifetimeDays), addressKey, language)}");

    /// <summary>Whose address a token takes off; null when it was not made here, or long ago.</summary>
    public UnsubscribeRequest? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: LinkValidity.Valid, Subject: [var addressKey, var language] } ? new(addressKey, language) : null;
}

/// <summary>What an unsubscribe link says.</summary>
/// <param name="AddressKey">As the suppression list has it.</param>
/// <param name="Language">Of the mail that had the link.</param>
public sealed record UnsubscribeRequest(string AddressKey, string Language);
