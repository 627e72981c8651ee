using System.IO.Compression;
using System.Net;
using System.Text;
using MimeKit;

namespace Ilnp.Mail;

/// <summary>A mail of the local mailbox, as far as its file name tells.</summary>
/// <param name="FileName">Its name in the folder, also its address on the mailbox page.</param>
/// <param name="SentAt">UTC, to the second: the first attempt.</param>
/// <param name="Template">Name of its template.</param>
/// <param name="Key">The hash of its <see cref="MailKey"/>.</param>
public sealed record MailboxEntry(string FileName, DateTimeOffset SentAt, string Template, string Key);

/// <summary>A mail of the local mailbox.</summary>
public sealed record MailboxMail
{
    public required MailboxEntry Entry { get; init; }

    public required MailParty From { get; init; }

    public required IReadOnlyList<MailParty> To { get; init; }

    public required IReadOnlyList<MailParty> Cc { get; init; }

    public required IReadOnlyList<MailParty> ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>In the order of the mail; a name may be there more than once.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required IReadOnlyList<MailAttachment> Attachments { get; init; }

    /// <summary>Whether it is a cohort's, as its <c>List-Id</c> says.</summary>
    internal bool IsOf(string cohortId) =>
        Headers.Any(header => header.Key == "List-Id" && header.Value.Trim().StartsWith($"<{cohortId}.", StringComparison.Ordinal));

    /// <summary>Everything in it that somebody reads, names and addresses of all parties too.</summary>
    internal IEnumerable<string> Texts =>
    [
        .. To.Concat(Cc).Concat(ReplyTo).SelectMany(party => new[] { party.Name, party.Address }), Subject, Text, Html,
        .. Attachments.SelectMany(TextsOf),
    ];

    /// <summary>Of calendar files and of what is inside a workbook.</summary>
    static IEnumerable<string> TextsOf(MailAttachment file)
    {
        if (file.ContentType.StartsWith("text/", StringComparison.Ordinal)) yield return Encoding.UTF8.GetString(file.Content);
        if (!file.FileName.EndsWith(".xlsx", StringComparison.Ordinal)) yield break;
        using var workbook = new ZipArchive(new MemoryStream(file.Content));
        foreach (var part in workbook.Entries)
        {
            using var reader = new StreamReader(part.Open());
            yield return WebUtility.HtmlDecode(reader.ReadToEnd());
        }
    }

    internal static MailboxMail Of(MailboxEntry entry, MimeMessage message) => new()
    {
        Entry = entry,
        From = Parties(message.From)[0],
        To = Parties(message.To),
        Cc = Parties(message.Cc),
        ReplyTo = Parties(message.ReplyTo),
        Subject = message.Subject ?? "",
        Text = message.TextBody ?? "",
        Html = message.HtmlBody ?? "",
        Headers = [.. message.Headers.Select(header => KeyValuePair.Create(header.Field, header.Value))],
        Attachments = [.. message.Attachments.OfType<MimePart>().Select(File)],
    };

    static IReadOnlyList<MailParty> Parties(InternetAddressList list) =>
        [.. list.Mailboxes.Select(box => new MailParty(box.Name ?? "", box.Address))];

    static MailAttachment File(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return new(part.FileName ?? "", part.ContentType.MimeType, content.ToArray());
    }
}
