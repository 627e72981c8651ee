namespace Ilnp.Local.Pilot.Crowd;

/// <summary>What committee members decide, some hours after the mail. Pure.</summary>
sealed class CommitteeHabit(Draw draw)
{
    /// <summary>Every link of the mail is answered in the same way, one some minutes after the other.</summary>
    public IEnumerable<Reply> Decide(Letter letter, string choice)
    {
        var after = ReplyTime.OfCommittee(draw, letter.To, $"{letter.Template} {letter.Day}");
        return letter.Forms.Select((link, place) =>
            Reply.Choosing(letter, after + TimeSpan.FromMinutes(3 * place), ("choice", choice)) with { Link = link });
    }
}
