using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Mail;

/// <summary>
/// The mail part of one running app: two of these on the same storage are two processes, or one before and after a crash.
/// </summary>
sealed class MailProcess : IDisposable
{
    public MailProcess(AzuriteFixture azurite, TimeProvider time, IMailSender sender)
    {
        var tables = azurite.Tables;
        var options = Options.Create(new MailOptions());
        Suppressions = new(tables, time, options);
        Ledger = new(tables, time, options);
        Words = new(new OwnWordingStore(tables), MailParts.Wording, time);
        Kept = new(azurite.Blobs, new PeopleStore(tables), new GroupStore(tables));
        Mailer = new(
            new(Ledger, Kept, sender, options, time),
            new(new(tables), Words, MailParts.Composer),
            new(sender, Ledger, Kept, MailParts.Signals, time, NullLogger<MailDelivery>.Instance),
            Suppressions, time, NullLogger<Mailer>.Instance);
    }

    public Mailer Mailer { get; }

    public MailLedger Ledger { get; }

    public KeptMails Kept { get; }

    public SuppressionList Suppressions { get; }

    public OwnWordings Words { get; }

    public void Dispose()
    {
        Suppressions.Dispose();
        Words.Dispose();
    }
}
