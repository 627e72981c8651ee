namespace Ilnp.Local.Pilot.Crowd;

/// <summary>How people answer the participation inquiry. Pure.</summary>
sealed class AvailabilityHabit(Behaviour behaviour, Draw draw)
{
    const string Question = "choice";

    /// <summary>The first inquiry is answered in exactly the numbers of the behaviour, fewer in proportion when fewer are asked.</summary>
    public IEnumerable<Reply> First(IReadOnlyList<Letter> letters, TimeSpan time)
    {
        var ranked = draw.Ranked(letters.Select(letter => letter.To), "availability");
        var scale = Math.Min(1, (double)ranked.Count / behaviour.InquiryReplies);
        var yes = (int)Math.Round(behaviour.InquiryYes * scale);
        var later = (int)Math.Round(behaviour.InquiryLater * scale);
        var no = Math.Max(0, (int)Math.Round(behaviour.InquiryReplies * scale) - yes - later);
        var answers = Quota.Deal(ranked, [("yes", yes), ("later", later), ("no", no)]);
        return letters.Where(letter => answers.ContainsKey(letter.To)).SelectMany(letter => Answer(letter, answers[letter.To], time));
    }

    /// <summary>Somebody asked later, from the waiting list.</summary>
    public IEnumerable<Reply> Later(Letter letter, TimeSpan time)
    {
        if (!draw.Chance(behaviour.LaterInquiryReplies, letter.To, "availability reply")) return [];
        var yes = (double)behaviour.InquiryYes / behaviour.InquiryReplies;
        return Answer(letter, draw.Chance(yes, letter.To, "availability") ? "yes" : "later", time);
    }

    IEnumerable<Reply> Answer(Letter letter, string choice, TimeSpan time)
    {
        var after = ReplyTime.Within(draw, letter.To, "availability", time);
        if (draw.Chance(behaviour.ChangesOfMind, letter.To, "availability change"))
            yield return Reply.Choosing(letter, after / 2, (Question, choice == "yes" ? "later" : "yes"));
        yield return Reply.Choosing(letter, after, (Question, choice));
    }
}
