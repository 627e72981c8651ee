using Ilnp.Mail.Ledger;
using Ilnp.Texts;

namespace Ilnp.Committee;

/// <summary>Mails as the committee speaks of them.</summary>
static class MailNames
{
    /// <summary>Words for a template's name; the name itself for a template that was given up since the mail was sent.</summary>
    public static string Of(PageTexts texts, string template) => texts.Find($"mail.{template}") ?? template;

    /// <summary>What became of a mail, with the provider's code where it did not arrive.</summary>
    public static string Delivery(PageTexts texts, LedgerEntry mail) =>
        texts[$"delivery.{mail.Status.ToString().ToLowerInvariant()}"] + (mail.Reason is { } reason ? $" ({reason})" : "");
}
