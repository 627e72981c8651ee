
namespace Ilnp.Mail.Senders;

/// <summary>
/// Sends into the local mailbox: one file a mail, written beside and then renamed, so that no reader sees half a mail. The
/// file's name follows from the mail's key and first attempt, so a second write is the same file, and a file that is there
/// proves that it was sent.
/// </summary>
public sealed class MailboxSender(LocalMailbox mailbox) : IMailSender
{
    public string Name => MailSenders.Mailbox;

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var message = MimeMail.Build(mail);
        message.Headers.Add(LocalMailbox.TemplateHeader, mail.Template);
        message.Headers.Add(LocalMailbox.KeyHeader, mail.Key.Hash);
        using var content = new MemoryStream();
        message.WriteTo(MimeMail.Unix, content, cancellation);
        await mailbox.WriteAsync(FileName(mail), content.GetBuffer().AsMemory(0, (int)content.Length), cancellation);
        return new SendResult.Accepted(FileName(mail));
    }

    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) =>
        Task.FromResult<bool?>(mailbox.Has(FileName(mail)));

    static string FileName(OutgoingMail mail) => $"{MimeMail.Stamp(mail.FirstAttemptAt)}-{mail.Template}-{mail.Key.Hash}.eml";
}
