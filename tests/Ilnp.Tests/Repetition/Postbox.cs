using System.Collections.Concurrent;
using Ilnp.Mail.Senders;

namespace Ilnp.Tests.Repetition;

/// <summary>Everything that was handed over for sending, by whichever process: a mail sent twice stands twice.</summary>
sealed class Postbox
{
    readonly ConcurrentQueue<OutgoingMail> mails = [];

    /// <summary><c>template recipient</c>, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Mails => [.. mails.Select(mail => $"{mail.Template} {mail.Key.PersonId}").Order(StringComparer.Ordinal)];

    /// <summary>Puts mails of one process in. Can tell later what it took, as the local mailbox can.</summary>
    public sealed class Sender(Postbox postbox, CrashPoint crash) : IMailSender
    {
        public string Name => "postbox";

        public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation) => crash.PassAsync<SendResult>(() =>
        {
            postbox.mails.Enqueue(mail);
            return Task.FromResult<SendResult>(new SendResult.Accepted(mail.Key.Hash));
        });

        public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) =>
            Task.FromResult<bool?>(postbox.mails.Any(sent => sent.Key == mail.Key));
    }
}
