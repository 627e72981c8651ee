using Ilnp.Mail;

namespace Ilnp.Committee.Mailbox;

/// <summary>Finds mails by recipient, the newest first, a page at a time.</summary>
public sealed class MailboxSearch(LocalMailbox mailbox)
{
    const int PageSize = 50;

    /// <param name="recipient">Part of a recipient's name or address; empty for everybody.</param>
    /// <param name="before">File name to go on behind, empty for the newest.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<MailboxFindings> FindAsync(string recipient, string before, CancellationToken cancellation)
    {
        List<MailboxMail> found = [];
        foreach (var entry in mailbox.List().Reverse().Where(entry =>
            before.Length == 0 || string.CompareOrdinal(entry.FileName, before) < 0))
        {
            if (found.Count == PageSize) return new(found, found[^1].Entry.FileName);
            if (await mailbox.ReadAsync(entry.FileName, cancellation) is { } mail && IsTo(mail, recipient)) found.Add(mail);
        }

        return new(found, null);
    }

    static bool IsTo(MailboxMail mail, string recipient) =>
        recipient.Length == 0
        || mail.To.Concat(mail.Cc).Any(party =>
            party.Address.Contains(recipient, StringComparison.OrdinalIgnoreCase)
                || party.Name.Contains(recipient, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A page of mails.</summary>
/// <param name="Mails">The newest first.</param>
/// <param name="Older">File name to go on behind, null at the end.</param>
public sealed record MailboxFindings(IReadOnlyList<MailboxMail> Mails, string? Older);
