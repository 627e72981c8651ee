using Ilnp.Mail.Languages;
using Ilnp.Mail.Rendering;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Mail;

/// <summary>Makes a message ready to go: rendered, addressed, with its headers.</summary>
public sealed class MailComposer(
    MailRenderer renderer, UnsubscribeLinks links, LanguageLinks languages, AddressKeys addresses, IOptions<MailOptions> options)
{
    /// <summary>Null when the recipient's address is none.</summary>
    /// <exception cref="MailTemplateException">The template is missing, or names something that the model has not.</exception>
    public OutgoingMail? Compose(MailMessage message, CohortSettings cohort, DateTimeOffset now)
    {
        if (Address(message.To) is not { } to) return null;
        var addressKey = addresses.Of(to.Address);
        var unsubscribe = message.Stream == MailStream.Essential ? null : links.For(addressKey, message.Stream, message.Language, now);
        var language = message.CanChooseLanguage ? languages.For(message.Key.CohortId, message.Key.PersonId, now) : null;
        var rendered = renderer.Render(message, cohort, new(unsubscribe, language));
        return new()
        {
            Key = message.Key,
            Template = message.Template,
            Stream = message.Stream,
            From = new(FillIns.OneLine(cohort.NameIn(rendered.Language)), options.Value.From.Of(message.Stream)),
            To = to,
            RecipientKey = addressKey,
            // A provider may refuse a mail that names an address twice.
            Cc = Address(message.Cc) is { } cc && !Same(cc, to) ? cc : null,
            ReplyTo = Address(message.ReplyTo),
            Subject = rendered.Subject,
            Html = rendered.Html,
            Text = rendered.Text,
            Language = rendered.Language,
            Headers = [.. Headers(unsubscribe)],
            Attachments = message.Attachments,
            Date = now,
            FirstAttemptAt = now,
        };
    }

    /// <summary>RFC 3834: no automatic answers. RFC 8058: the mail program's own button to unsubscribe.</summary>
    static IEnumerable<KeyValuePair<string, string>> Headers(Uri? unsubscribe)
    {
        yield return new("Auto-Submitted", "auto-generated");
        if (unsubscribe is null) yield break;
        yield return new("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
        yield return new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// <summary>Read as an address alone, so that nothing in it can be another header or a second recipient.</summary>
    static MailboxAddress? Address(MailParty? party) =>
        party is not null && MailboxAddress.TryParse(party.Address.Trim(), out var parsed) && parsed.Address.Contains('@', StringComparison.Ordinal)
        && !parsed.Address.Any(char.IsControl)
            ? new(FillIns.OneLine(party.Name), parsed.Address)
            : null;

    static bool Same(MailboxAddress one, MailboxAddress other) => string.Equals(one.Address, other.Address, StringComparison.OrdinalIgnoreCase);
}
