using Ilnp.Mail;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// Everybody who gets mail: participants, applicants, committee. Mails are read ten minutes after the first, when all of one
/// sending are there, even of one that an outage parted; answers follow at their own moments.
/// </summary>
sealed class Participants(
    Agenda agenda, LetterReader reader, Correspondence correspondence, Browser browser,
    Behaviour behaviour, Draw draw, Journal journal, CrowdCounts counts)
{
    static readonly TimeSpan Delivery = TimeSpan.FromMinutes(10);

    /// <summary>How long somebody lets pass whom a page asked to come again in a minute.</summary>
    static readonly TimeSpan Again = TimeSpan.FromMinutes(3);

    readonly Lock gate = new();
    readonly Dictionary<string, MailboxEntry> unread = [];

    /// <summary>A mail was put into the mailbox just now.</summary>
    public void Arrived(MailboxEntry entry, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (!unread.TryAdd(entry.FileName, entry) || unread.Count > 1) return;
        }

        agenda.Add(agenda.Now + Delivery, "mail", () => ReadAsync(Take(), cancellation));
    }

    List<MailboxEntry> Take()
    {
        lock (gate)
        {
            List<MailboxEntry> entries = [.. unread.Values.OrderBy(entry => entry.FileName, StringComparer.Ordinal)];
            unread.Clear();
            return entries;
        }
    }

    async Task ReadAsync(IReadOnlyList<MailboxEntry> entries, CancellationToken cancellation)
    {
        var mails = new IReadOnlyList<Letter>[entries.Count];
        await Parallel.ForAsync(
            0, mails.Length, cancellation, async (at, stop) => mails[at] = await reader.ReadAllAsync(entries[at], stop));
        counts.Read(mails.Length);
        List<Letter> letters = [.. mails.SelectMany(mail => mail)];
        await ScanAsync(letters, cancellation);
        foreach (var reply in correspondence.Read(letters)) Plan(reply, cancellation);
    }

    void Plan(Reply reply, CancellationToken cancellation) => agenda.Add(reply.At, reply.Who, () => AnswerAsync(reply, cancellation));

    /// <summary>Several at a time: looking changes nothing.</summary>
    Task ScanAsync(IEnumerable<Letter> letters, CancellationToken cancellation)
    {
        var scanned = letters.Where(letter => draw.Chance(behaviour.Scanned, letter.To, $"scan {letter.Template} {letter.Day}"));
        return Parallel.ForEachAsync(
            scanned.SelectMany(letter => letter.Forms), cancellation, async (link, stop) => await browser.FollowAsync(link, stop));
    }

    async Task AnswerAsync(Reply reply, CancellationToken cancellation)
    {
        var presses = draw.Chance(behaviour.DoublePresses, reply.Who, $"press {reply.At:yyyy-MM-dd}") ? 2 : 1;
        var pressed = await browser.AnswerAsync(reply, presses, cancellation);
        journal.Note(
            reply.At,
            string.Join(", ", reply.Answers.Take(2).Select(answer => $"{answer.Key}={answer.Value[0]}")),
            reply.Who,
            pressed.ToString());
        if (pressed is Pressed.Taken) counts.Answered();
        if (pressed is Pressed.Away) Plan(reply with { At = reply.At + Again }, cancellation);
        if (pressed is Pressed.NotShown && !await reader.HasMailToAsync(reply.Who, cancellation)) return;
        if (pressed is Pressed.Refused or Pressed.OtherQuestions or Pressed.NotShown)
            throw new InvalidOperationException(
                $"The page of a mailed link could not be answered ({pressed}): {reply.Link}, {string.Join(", ", reply.Answers.Keys)}.");
    }
}
