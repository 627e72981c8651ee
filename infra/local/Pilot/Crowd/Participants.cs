using Ilnp.Mail;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// Everybody who gets mail: participants, applicants, committee. Mails of one moment are read a minute later, when all of
/// them are there; answers follow at their own moments.
/// </summary>
sealed class Participants(
    Agenda agenda, LetterReader reader, Correspondence correspondence, Browser browser, Behaviour behaviour, Draw draw, Journal journal, CrowdCounts counts)
{
    static readonly TimeSpan Delivery = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly SortedDictionary<DateTimeOffset, List<MailboxEntry>> unread = [];

    /// <summary>A mail was put into the mailbox just now.</summary>
    public void Arrived(MailboxEntry entry, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (unread.TryGetValue(entry.SentAt, out var others))
            {
                if (!others.Exists(other => other.FileName == entry.FileName)) others.Add(entry);
                return;
            }

            unread[entry.SentAt] = [entry];
        }

        agenda.Add(entry.SentAt + Delivery, "mail", () => ReadAsync(Take(entry.SentAt), cancellation));
    }

    List<MailboxEntry> Take(DateTimeOffset sentAt)
    {
        lock (gate) return unread.Remove(sentAt, out var entries) ? entries : [];
    }

    async Task ReadAsync(IReadOnlyList<MailboxEntry> entries, CancellationToken cancellation)
    {
        var letters = new List<Letter>();
        foreach (var entry in entries) letters.Add(await reader.ReadAsync(entry, cancellation));
        counts.Read(letters.Count);
        await ScanAsync(letters, cancellation);
        foreach (var reply in correspondence.Read(letters)) agenda.Add(reply.At, reply.Who, () => AnswerAsync(reply, cancellation));
    }

    async Task ScanAsync(IEnumerable<Letter> letters, CancellationToken cancellation)
    {
        foreach (var letter in letters.Where(letter => draw.Chance(behaviour.Scanned, letter.To, $"scan {letter.File}")))
            foreach (var link in letter.Forms)
                await browser.FollowAsync(link, cancellation);
    }

    async Task AnswerAsync(Reply reply, CancellationToken cancellation)
    {
        var presses = draw.Chance(behaviour.DoublePresses, reply.Who, $"press {reply.At:yyyy-MM-dd}") ? 2 : 1;
        var pressed = await browser.AnswerAsync(reply, presses, cancellation);
        journal.Note(reply.At, string.Join(", ", reply.Answers.Take(2).Select(answer => $"{answer.Key}={answer.Value[0]}")), reply.Who, pressed.ToString());
        if (pressed is Pressed.Taken) counts.Answered();
        if (pressed is Pressed.Refused or Pressed.OtherQuestions or Pressed.NotShown)
            throw new InvalidOperationException($"The page of a mailed link could not be answered ({pressed}): {reply.Link}, {string.Join(", ", reply.Answers.Keys)}.");
    }
}
