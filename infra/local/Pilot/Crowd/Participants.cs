using Ilnp.Local.Pilot.Sights;
using Ilnp.Mail;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// Everybody who gets mail: participants, applicants, committee. Mails are read ten minutes after the first, when all of one
/// sending are there, even of one that an outage parted; mails that wait for the morning of each reader when the last of them has come.
/// Answers follow at their own moments.
/// </summary>
sealed class Participants(
    Agenda agenda, LetterReader reader, MailScanners scanners, Correspondence correspondence, Answering answering, CrowdCounts counts,
    Sightseers? sightseers = null)
{
    static readonly TimeSpan Delivery = TimeSpan.FromMinutes(10);

    /// <summary>Longer than anybody's night.</summary>
    static readonly TimeSpan ByDay = TimeSpan.FromHours(12);

    /// <summary>Mails that are answered in the numbers of all who got them.</summary>
    static readonly HashSet<string> Together = ["availability", "mid-survey", "final-survey"];

    readonly Lock gate = new();
    readonly Dictionary<string, MailboxEntry> soon = [], byDay = [];

    /// <summary>A mail was put into the mailbox just now.</summary>
    public void Arrived(MailboxEntry entry, CancellationToken cancellation)
    {
        var isTogether = Together.Contains(entry.Template);
        var unread = isTogether ? byDay : soon;
        lock (gate)
        {
            if (!unread.TryAdd(entry.FileName, entry) || unread.Count > 1) return;
        }

        agenda.Add(agenda.Now + (isTogether ? ByDay : Delivery), "mail", () => ReadAsync(Take(unread), cancellation));
    }

    List<MailboxEntry> Take(Dictionary<string, MailboxEntry> unread)
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
        await scanners.FollowAsync(letters, cancellation);
        foreach (var reply in correspondence.Read(letters)) answering.Plan(reply, cancellation);
        if (sightseers is not null) await sightseers.ReadAsync(letters, cancellation);
    }
}
