using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Mail;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Opens the local mailbox's mails as people do.</summary>
sealed class LetterReader(LocalMailbox mailbox)
{
    /// <summary>The mail as its first recipient reads it.</summary>
    public async Task<Letter> ReadAsync(MailboxEntry entry, CancellationToken cancellation) => (await ReadAllAsync(entry, cancellation))[0];

    /// <summary>The mail as each of its recipients reads it; nobody does when it was erased meanwhile.</summary>
    public async Task<IReadOnlyList<Letter>> ReadAllAsync(MailboxEntry entry, CancellationToken cancellation)
    {
        if (await mailbox.ReadAsync(entry.FileName, cancellation) is not { } mail) return [];
        var links = Links(mail.Html);
        return [.. mail.To.Select(to =>
            new Letter(entry.FileName, entry.Template, to.Address.ToLowerInvariant(), to.Name, entry.SentAt, links, mail.Text))];
    }

    /// <summary>Whether anything in the mailbox is to this address; nothing is to whoever was erased.</summary>
    public async Task<bool> HasMailToAsync(string address, CancellationToken cancellation)
    {
        foreach (var entry in mailbox.List())
            if (await mailbox.ReadAsync(entry.FileName, cancellation) is { } mail
                && mail.To.Any(to => to.Address.Equals(address, StringComparison.OrdinalIgnoreCase)))
                return true;
        return false;
    }

    Uri[] Links(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>()
            .Select(link => Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>()];
}
