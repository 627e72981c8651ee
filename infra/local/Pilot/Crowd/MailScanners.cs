namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Programs of some mailboxes that follow every link before anybody has read the mail.</summary>
sealed class MailScanners(Browser browser, Behaviour behaviour, Draw draw)
{
    /// <summary>Several at a time: looking changes nothing.</summary>
    public Task FollowAsync(IEnumerable<Letter> letters, CancellationToken cancellation)
    {
        var scanned = letters.Where(letter => draw.Chance(behaviour.Scanned, letter.To, $"scan {letter.Template} {letter.Day}"));
        return Parallel.ForEachAsync(
            scanned.SelectMany(letter => letter.Forms), cancellation, async (link, stop) => await browser.FollowAsync(link, stop));
    }
}
