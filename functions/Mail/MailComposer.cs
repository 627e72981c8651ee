using Ilnp.Mail.Languages;
using Ilnp.Mail.OwnWords;
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
    /// <summary>Null when no recipient's address is one.</summary>
    /// <exception cref="MailTemplateException">The template is missing, or names something that the model has not.</exception>
    public OutgoingMail? Compose(MailMessage message, CohortSettings cohort, DateTimeOffset now, CohortWording? own = null)
    {
        var to = message.Others.Prepend(message.To).Select(Address).OfType<MailboxAddress>()
            .Select(address => new Recipient(address, addresses.Of(address.Address))).ToList();
        if (to.Count == 0) return null;
        var unsubscribe = message.Stream == MailStream.Essential ? null : links.For(to[0].Key, message.Stream, message.Language, now);
        var language = message.CanChooseLanguage ? languages.For(message.Key.CohortId, message.Key.PersonId, now) : null;
        var rendered = renderer.Render(message, cohort, new(unsubscribe, language), own);
        return new()
        {
            Key = message.Key,
            Template = message.Template,
            Stream = message.Stream,
            From = new(FillIns.OneLine(cohort.NameIn(rendered.Language)), options.Value.From.Of(message.Stream)),
            To = to,
            // A provider may refuse a mail that names an address twice.
            Cc = Address(message.Cc) is { } cc && !to.Exists(recipient => Same(cc, recipient.Address)) ? cc : null,
            ReplyTo = [.. Answered(to, Address(message.ReplyTo))],
            Subject = rendered.Subject,
            Html = rendered.Html,
            Text = PlainLines.Wrapped(rendered.Text),
            Language = rendered.Language,
            Headers = [.. Headers(message, options.Value.From.Of(message.Stream), unsubscribe)],
            Attachments = message.Attachments,
            IsElsewhere = message.IsElsewhere,
            Date = now,
            FirstAttemptAt = now,
        };
    }

    /// <summary>An answer to a mail to several goes on with all of them.</summary>
    static IEnumerable<MailboxAddress> Answered(List<Recipient> to, MailboxAddress? answers)
    {
        if (to.Count > 1)
            foreach (var recipient in to) yield return recipient.Address;
        if (answers is not null && (to.Count == 1 || !to.Exists(recipient => Same(answers, recipient.Address)))) yield return answers;
    }

    /// <summary>
    /// RFC 3834: no automatic answers. RFC 2919: what a filter knows the cohort by. RFC 5322, 3.6.4: a conversation hangs together.
    /// RFC 8058: the mail program's own button to unsubscribe.
    /// </summary>
    static IEnumerable<KeyValuePair<string, string>> Headers(MailMessage message, string from, Uri? unsubscribe)
    {
        var domain = from[(from.LastIndexOf('@') + 1)..];
        yield return new("Auto-Submitted", "auto-generated");
        yield return new("List-Id", $"<{message.Key.CohortId}.{domain}>");
        if (message.Thread is { } thread)
            foreach (var header in (string[])["References", "In-Reply-To"])
                yield return new(header, $"<{message.Key.CohortId}.{thread}@{domain}>");
        if (unsubscribe is null) yield break;
        yield return new("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
        yield return new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// <summary>Read as an address alone, so that nothing in it can be another header or a second recipient.</summary>
    static MailboxAddress? Address(MailParty? party) =>
        party is not null && MailboxAddress.TryParse(party.Address.Trim(), out var parsed)
        && parsed.Address.Contains('@', StringComparison.Ordinal)
        && !parsed.Address.Any(char.IsControl)
            ? new(FillIns.OneLine(party.Name), parsed.Address)
            : null;

    /// <summary>Whether mail can be written to it.</summary>
    internal static bool IsAddress(string address) => Address(new("", address)) is not null;

    static bool Same(MailboxAddress one, MailboxAddress other) =>
        string.Equals(one.Address, other.Address, StringComparison.OrdinalIgnoreCase);
}
