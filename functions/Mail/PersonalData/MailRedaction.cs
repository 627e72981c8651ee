using System.Net;
using Ilnp.Privacy;
using MimeKit;

namespace Ilnp.Mail.PersonalData;

/// <summary>Leaves somebody out of a mail to others: of whom an answer goes to, the subject, the texts and the calendar files.</summary>
static class MailRedaction
{
    public static MimeMessage Of(MimeMessage message, Redaction redaction)
    {
        foreach (var list in new[] { message.Cc, message.ReplyTo })
            foreach (var party in list.Mailboxes.Where(party => redaction.Mentions(party.Address)).ToList()) list.Remove(party);
        message.Subject = redaction.Of(message.Subject ?? "");
        foreach (var part in message.BodyParts.OfType<TextPart>())
            part.Text = part.IsHtml ? OfHtml(part.Text, redaction) : redaction.Of(part.Text);
        return message;
    }

    /// <summary>Between the tags names may be written with character references.</summary>
    static string OfHtml(string html, Redaction redaction) => string.Concat(
        html.Split('<').Select((piece, index) => index == 0 ? piece : "<" + Piece(piece, redaction)));

    static string Piece(string piece, Redaction redaction)
    {
        var end = piece.IndexOf('>', StringComparison.Ordinal) + 1;
        var (tag, words) = (redaction.Of(piece[..end]), piece[end..]);
        var plain = WebUtility.HtmlDecode(words);
        return tag + (redaction.Mentions(plain) ? WebUtility.HtmlEncode(redaction.Of(plain)) : words);
    }
}
