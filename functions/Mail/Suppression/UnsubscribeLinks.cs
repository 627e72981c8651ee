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
    /// <param name="addressKey">As the suppression list has it.</param>
    /// <param name="stream">The list to leave.</param>
    /// <param name="language">Of the page, ISO 639-1.</param>
    /// <param name="mailedAt">UTC.</param>
    public Uri For(string addressKey, MailStream stream, string language, DateTimeOffset mailedAt) => new(
        web.Value.BaseAddress,
        $"unsubscribe/{signer.Sign(Purpose, mailedAt.AddDays(LifetimeDays), addressKey, language, stream.ToString())}");

    /// <summary>Whose address a token takes off; null when it was not made here, or long ago.</summary>
    public UnsubscribeRequest? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: LinkValidity.Valid, Subject: [var addressKey, var language, ..] subject }
            ? new(addressKey, language, StreamOf(subject))
            : null;

    /// <summary>Older links name no list: there was only one to leave.</summary>
    static MailStream StreamOf(IReadOnlyList<string> subject) =>
        subject is [_, _, var stream] ? Enum.Parse<MailStream>(stream) : MailStream.Optional;
}

/// <summary>What an unsubscribe link says.</summary>
/// <param name="AddressKey">As the suppression list has it.</param>
/// <param name="Language">Of the mail that had the link.</param>
/// <param name="Stream">The list to leave.</param>
public sealed record UnsubscribeRequest(string AddressKey, string Language, MailStream Stream);
