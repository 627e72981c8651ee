namespace Ilnp.Intake.Vocabulary;

/// <summary>Yes and no by meaning, in many languages: an answer that speaks for both sides, or leaves it open, is neither.</summary>
public static class Replies
{
    const string Signs = ".,;:!?()/|\n…–—。，、；：！？،؛";

    static readonly Dictionary<string, ReplyPhrases> Lists = VocabularyFile.Read("replies")
        .GroupBy(entry => entry.Code).ToDictionary(group => group.Key, group => new ReplyPhrases(group.Select(entry => entry.Word)));

    static readonly string[] Ticked = ["✓", "✔", "☑", "✅", "🗹", "👍"];
    static readonly string[] Crossed = ["✗", "✘", "❌", "☐", "👎"];

    /// <summary>True or false; null when the text is neither.</summary>
    public static bool? Find(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length <= 4 && Ticked.Any(tick => trimmed.StartsWith(tick, StringComparison.Ordinal))) return true;
        if (trimmed.Length <= 4 && Crossed.Any(cross => trimmed.StartsWith(cross, StringComparison.Ordinal))) return false;
        var folded = Fold.Text(text);
        if (folded.Length == 0 || Lists["open"].Has(folded)) return null;
        return Whole(folded) ?? (text.Length > 400 ? null : OfSentence(text));
    }

    static bool? Whole(string folded) =>
        Lists["fine"].Has(folded) || Lists["yes"].Has(folded) ? true : Lists["no"].Has(folded) ? false : null;

    /// <summary>Idioms are taken out first; then each clause speaks for itself, and all must agree.</summary>
    static bool? OfSentence(string text)
    {
        var marked = string.Concat(text.Replace(" - ", ",", StringComparison.Ordinal).Select(letter => Signs.Contains(letter, StringComparison.Ordinal) ? " 0clause0 " : letter.ToString()));
        var (isFine, rest) = Lists["fine"].TakeOut(Fold.Text(marked));
        var said = rest.Split("0clause0", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Of).ToHashSet();
        if (said.Contains(Sense.Open)) return null;
        var isYes = said.Contains(Sense.Yes) || isFine;
        var isNo = said.Contains(Sense.No);
        return isYes != isNo ? isYes : isNo || !said.Contains(Sense.WeakYes) ? null : true;
    }

    static Sense Of(string clause)
    {
        if (Whole(clause) is { } reply) return reply ? Sense.Yes : Sense.No;
        if (Lists["open"].Has(clause) || Lists["unsure"].IsIn(clause)) return Sense.Open;
        if (Lists["against"].IsIn(clause)) return Against(clause);
        if (Lists["yes"].Leads(clause, out _) || Lists["for"].IsIn(clause)) return Sense.Yes;
        return Lists["weak"].IsIn(clause) ? Sense.WeakYes : Sense.Nothing;
    }

    /// <summary>
    /// A no that stands before a verb refuses. Before an obstacle (<c>no restrictions</c>), before another no (<c>not unable</c>) or
    /// before a word that is not known it may mean anything.
    /// </summary>
    static Sense Against(string clause)
    {
        if (Lists["obstacle"].IsIn(clause)) return Sense.Nothing;
        var (isTurned, others) = Lists["turned"].TakeOut(clause);
        if (isTurned && Lists["against"].IsIn(others)) return Sense.Nothing;
        if (!Lists["no"].Leads(clause, out var rest)) return Sense.No;
        if (rest.StartsWith("i can ", StringComparison.Ordinal) || rest is "i can" || Lists["yes"].Leads(rest, out _)) return Sense.Open;
        return Lists["for"].IsIn(rest) || Lists["weak"].IsIn(rest) || Lists["against"].IsIn(rest) || Lists["need"].IsIn(rest) ? Sense.No : Sense.Nothing;
    }

    /// <summary>What a clause says.</summary>
    enum Sense
    {
        Nothing,
        Yes,

        /// <summary>As "I have" and "I will": said with a no it only explains.</summary>
        WeakYes,
        No,

        /// <summary>Undecided, whatever the other clauses say.</summary>
        Open,
    }
}
