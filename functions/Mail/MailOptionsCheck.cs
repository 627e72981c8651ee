using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Mail;

/// <summary>Everything wrong with the settings of mail and of the sender it names, at once.</summary>
sealed class MailOptionsCheck(IOptions<SendGridOptions> sendGrid, IOptions<GraphOptions> graph, IOptions<SmtpOptions> smtp)
    : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var problems = Problems(options).Concat(SenderProblems(options.Sender)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    static IEnumerable<string> Problems(MailOptions options)
    {
        if (!MailSenders.All.Contains(options.Sender))
            yield return $"Mail:Sender is '{options.Sender}'; it can be {string.Join(", ", MailSenders.All)}.";
        var local = options.Sender == MailSenders.Mailbox;
        if (local && string.IsNullOrWhiteSpace(options.MailboxFolder))
            yield return "Mail:MailboxFolder is empty: the local mailbox needs a folder.";
        if (options.MailboxKey is { Length: < 16 }) yield return "Mail:MailboxKey is shorter than 16: it could be guessed.";
        if (!IsAddress(options.From.Essential))
            yield return "Mail:From:Essential is not a mail address: mail that people need comes from it.";
        if (!IsAddress(options.From.Optional))
            yield return "Mail:From:Optional is not a mail address: mail that can be unsubscribed from comes from it.";
        if (!local && options.From.IsLocal)
            yield return "Mail:From:Essential and Mail:From:Optional must be of your own domain to send real mail.";
        if (options.LeaseMinutes is < 10 or > 24 * 60) yield return "Mail:LeaseMinutes must be 10 to 1440.";
        if (options.SuppressionRefreshMinutes is < 1 or > 60) yield return "Mail:SuppressionRefreshMinutes must be 1 to 60.";
    }

    IEnumerable<string> SenderProblems(string sender) => sender switch
    {
        MailSenders.SendGrid => sendGrid.Value.Problems(),
        MailSenders.Graph => graph.Value.Problems(),
        MailSenders.Smtp => smtp.Value.Problems(),
        _ => [],
    };

    static bool IsAddress(string address) =>
        MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && address.Contains('@', StringComparison.Ordinal);
}
