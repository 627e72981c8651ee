using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Mail;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Opens the local mailbox's mails as people do.</summary>
sealed class LetterReader(LocalMailbox mailbox)
{
    /// <summary>The mail as its first recipient reads it.</summary>
    public async Task<Letter> ReadAsync(MailboxEntry entry, CancellationToken cancellation) => (await ReadAllAsync(entry, cancellation))[0];

    /// <summary>The mail as each of its recipients reads it.</summary>
    public async Task<IReadOnlyList<Letter>> ReadAllAsync(MailboxEntry entry, CancellationToken cancellation)
    {
        var mail = await mailbox.ReadAsync(entry.FileName, cancellation) ?? throw new FileNotFoundException($"{entry.FileName} has gone from the mailbox.");
        var links = Links(mail.Html);
        return [.. mail.To.Select(to => new Letter(entry.FileName, entry.Template, to.Address.ToLowerInvariant(), to.Name, entry.SentAt, links, mail.Text))];
    }

    Uri[] Links(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>()
            .Select(link => Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>()];
}
