using System.Globalization;
using MimeKit;
using MimeKit.Text;

namespace Ilnp.Mail.Senders;

/// <summary>
/// A mail in the format of RFC 5322 and MIME. Nothing in it is random: the same mail gives the same bytes, part boundaries
/// included.
/// </summary>
static class MimeMail
{
    /// <summary>Octets in a line, without its end: RFC 5322, section 2.1.1.</summary>
    const int LineLength = 998;

    /// <summary>How files of mails are written.</summary>
    public static readonly FormatOptions Unix = Lines();

    static FormatOptions Lines()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Unix;
        return format;
    }

    public static MimeMessage Build(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = mail.Date, MessageId = mail.MessageId };
        message.From.Add(mail.From);
        message.To.AddRange(mail.To.Select(recipient => recipient.Address));
        if (mail.Cc is not null) message.Cc.Add(mail.Cc);
        message.ReplyTo.AddRange(mail.ReplyTo);
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        foreach (var (name, value) in mail.Headers) message.Headers.Add(name, value);
        message.Body = Body(mail);
        message.Prepare(EncodingConstraint.EightBit, LineLength);
        return message;
    }

    static MimeEntity Body(OutgoingMail mail)
    {
        var texts = new MultipartAlternative { Boundary = $"=_{mail.Key.Hash}_text", };
        texts.Add(new TextPart(TextFormat.Plain) { Text = mail.Text });
        texts.Add(new TextPart(TextFormat.Html) { Text = mail.Html });
        if (mail.Attachments.Count == 0) return texts;
        var all = new Multipart("mixed") { Boundary = $"=_{mail.Key.Hash}_files" };
        all.Add(texts);
        foreach (var file in mail.Attachments) all.Add(Attached(file));
        return all;
    }

    static MimePart Attached(MailAttachment file) => new(ContentType.Parse(file.ContentType))
    {
        FileName = file.FileName,
        ContentDisposition = new(ContentDisposition.Attachment) { FileName = file.FileName },
        ContentTransferEncoding = ContentEncoding.Base64,
        Content = new MimeContent(new MemoryStream(file.Content)),
    };

    /// <summary>The moment as it stands at the beginning of the local mailbox's file names.</summary>
    public static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
