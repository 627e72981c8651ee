using Ilnp.Intake;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.HandOver;

/// <summary>A secret that whoever goes may know: by the name of its setting, never by its value.</summary>
/// <param name="Setting">As the environment names it.</param>
/// <param name="AdviceKey">Text that says what it opens and how it is changed.</param>
public sealed record SecretInUse(string Setting, string AdviceKey);

/// <summary>Finds those that this app works with.</summary>
public sealed class SecretsInUse(IOptions<MailOptions> mail, IOptions<SigningOptions> signing, IOptions<IntakeOptions> intake)
{
    public IReadOnlyList<SecretInUse> List() =>
    [
        new("AzureWebJobsStorage", "hand-over.key.storage"),
        .. signing.Value.SigningKeys.Keys.Order(StringComparer.Ordinal)
            .Select(key => new SecretInUse($"Approvals__SigningKeys__{key}", "hand-over.key.signing")),
        new("Intake__IdentityKey", "hand-over.key.identity"),
        .. OfMail(),
        .. intake.Value.Secrets.Where(secret => secret.Value.Length > 0)
            .Select(secret => new SecretInUse($"Intake__Secrets__{secret.Key}", "hand-over.key.form"))
            .OrderBy(secret => secret.Setting, StringComparer.Ordinal),
        new("x-functions-key", "hand-over.key.function"),
    ];

    IEnumerable<SecretInUse> OfMail() => mail.Value.Sender switch
    {
        MailSenders.SendGrid => [new("SendGrid__ApiKey", "hand-over.key.mail")],
        MailSenders.Smtp => [new("Smtp__Password", "hand-over.key.mail")],
        MailSenders.Graph => [new("Graph__ClientSecret", "hand-over.key.mail")],
        _ => [new("Mail__MailboxKey", "hand-over.key.mailbox")],
    };
}
