using System.Collections.Concurrent;
using Ilnp.Mail.Senders;

namespace Ilnp.Tests.Mail;

/// <summary>A sender that answers, or breaks off, as the test says; it cannot tell afterwards what it sent.</summary>
sealed class ScriptedSender(Func<OutgoingMail, Task<SendResult>> answer) : IMailSender
{
    public ScriptedSender(SendResult answer) : this(_ => Task.FromResult(answer))
    {
    }

    public ConcurrentQueue<OutgoingMail> Attempts { get; } = [];

    public string Name => "scripted";

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        Attempts.Enqueue(mail);
        return answer(mail);
    }

    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => Task.FromResult<bool?>(null);
}
