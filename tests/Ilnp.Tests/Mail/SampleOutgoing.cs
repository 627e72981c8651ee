using Ilnp.Mail;
using Ilnp.Mail.Senders;

namespace Ilnp.Tests.Mail;

/// <summary>A sample mail as a sender gets it.</summary>
static class SampleOutgoing
{
    static readonly DateTimeOffset At = new(2020, 5, 4, 8, 0, 0, TimeSpan.Zero);

    public static OutgoingMail Of(string template) => Of(SampleMail.Of(template));

    public static OutgoingMail Of(MailMessage message) =>
        MailParts.Composer.Compose(message, SampleMail.Cohort(message.Key.CohortId), At)!;
}
