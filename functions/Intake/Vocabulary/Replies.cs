using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>Yes and no by meaning, in many languages: an answer that speaks for both sides, or leaves it open, is neither.</summary>
public static partial class Replies
{
    const string Signs = ".,;:!?()/|\n…–—。，、；：！？،؛";

    static readonly Dictionary<string, ReplyPhrases> Lists = VocabularyFile.Read("replies")
        .GroupBy(entry => entry.Code).ToDictionary(group => group.Key, group => new ReplyPhrases(group.Select(entry => entry.Word)));

    /// <summary>The choices of the app's own form, as whole answers.</summary>
    static readonly WordList OfForm = new(new[] { "internet", "biweekly", "commit", "waited" }
        .SelectMany(question => FormWords.Below($"application.{question}", ["yes", "no"])));

    static readonly string[] Ticked = ["✓", "✔", "☑", "✅", "🗹", "👍"];
    static readonly string[] Crossed = ["✗", "✘", "❌", "☐", "👎"];

    /// <summary>True or false; null when the text is neither.</summary>
    public static bool? Find(string text)
    {
        var trimmed = text.Trim();
        if (OfMark(trimmed, Ticked) is { } ticked) return Agreed(ticked, true);
        if (OfMark(trimmed, Crossed) is { } crossed) return Agreed(crossed, false);
        if (Boxes().IsMatch(text) && text.Length <= 400) return OfBoxes(text);
        var folded = Fold.Text(text);
        if (folded.Length == 0 || Lists["open"].Has(folded)) return null;
        return Whole(folded) ?? (text.Length > 400 ? null : OfLabelled(text) ?? OfSentence(text));
    }

    /// <summary>What stands behind a mark of a few letters at most; null when the text does not begin with one.</summary>
    static string? OfMark(string text, string[] marks) =>
        text.Length <= 20 && marks.FirstOrDefault(mark => text.StartsWith(mark, StringComparison.Ordinal)) is { } mark
        && text[mark.Length..] is var said && !(said.Any(char.IsLetter) && mark is "☑" or "🗹" or "☐")
        && !Ticked.Concat(Crossed).Any(said.Contains) ? said : null;

    /// <summary>A mark counts alone, or with a word that says the same: <c>✅ No</c> may be either.</summary>
    static bool? Agreed(string said, bool mark) => !said.Any(char.IsLetter) || Find(said) == mark ? mark : null;

    /// <summary>What was asked before a colon, and the answer: <c>consent: no</c>.</summary>
    static bool? OfLabelled(string text)
    {
        var at = text.AsSpan().IndexOfAny(":：=");
        return at > 0 && text.IndexOf(text[at], at + 1) < 0 && Whole(Fold.Text(text[..at])) is null
            ? Whole(Fold.Text(text[(at + 1)..]))
            : null;
    }

    /// <summary>Choices with their boxes, as somebody copied them: only what stands behind a ticked one is said.</summary>
    static bool? OfBoxes(string text)
    {
        var ticked = Boxes().Matches(text).Where(box => box.Groups["ticked"].Success)
            .Select(box => box.Groups["said"].Value is { } said && said.Any(char.IsLetter) ? Find(said) : true).ToList();
        return ticked is [var only] ? only : null;
    }

    static bool? Whole(string folded) =>
        Lists["fine"].Has(folded) || Lists["yes"].Has(folded) ? true
        : Lists["no"].Has(folded) ? false
        : OfForm.FindFolded(folded) is { } choice ? choice == "yes" : null;

    /// <summary>Idioms are taken out first; then each clause speaks for itself, and all must agree.</summary>
    static bool? OfSentence(string text)
    {
        var marked = string.Concat(
            text.Replace(" - ", ",", StringComparison.Ordinal)
                .Select(letter => Signs.Contains(letter, StringComparison.Ordinal) ? " 0clause0 " : letter.ToString()));
        var (isFine, rest) = Lists["fine"].TakeOut(Fold.Text(marked));
        rest = ReplyClauses.Broken(rest, Lists["break"]);
        var said = rest.Split("0clause0", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Of).ToHashSet();
        if (ReplyClauses.IsConditional(text)) return null;
        if (said.Contains(Sense.Open)) return IsTurned(rest) && !isFine ? false : null;
        var isYes = said.Contains(Sense.Yes) || isFine;
        var isNo = said.Contains(Sense.No);
        if (isNo && said.Contains(Sense.Has)) return null;
        return isYes != isNo ? isYes : isNo || !(said.Contains(Sense.WeakYes) || said.Contains(Sense.Has)) ? null : true;
    }

    /// <summary><c>I would love to but I can't</c>: nothing is promised before the turn, and the no behind it is plain.</summary>
    static bool IsTurned(string rest)
    {
        var words = rest.Replace("0clause0", " ", StringComparison.Ordinal);
        if (!Lists["turn"].Parts(words, out var before, out var after)) return false;
        return Of(before) is Sense.Nothing && Of(after) is Sense.No && !Lists["unsure"].IsIn(after);
    }

    static Sense Of(string said)
    {
        var clause = Lists["courtesy"].TakeOut(said) is (true, { Length: > 0 } bare) ? bare : said;
        if (Whole(clause) is { } reply) return reply ? Sense.Yes : Sense.No;
        if (Lists["open"].Has(clause) || Lists["unsure"].IsIn(clause)) return Sense.Open;
        if (Lists["yes"].Leads(clause, out var behind) && Lists["no"].Has(ReplyClauses.WithoutAnd(behind))) return Sense.Open;
        if (ReplyClauses.BehindAnd(clause) is { } last && Lists["no"].Has(last)) return Sense.Open;
        if (ReplyClauses.IsDouble(clause, Lists["negator"])) return Sense.Open;
        if (Lists["end"].Has(clause[(clause.LastIndexOf(' ') + 1)..]) && Lists["against"].IsIn(clause)) return Sense.Open;
        if (clause.Split(' ') is { Length: <= 4 } words && Lists["end"].Has(words[^1]) && !Lists["against"].IsIn(clause)) return Sense.Yes;
        if (Lists["against"].IsIn(clause)) return Against(clause);
        if (Lists["obstacle"].IsIn(clause)) return Sense.Nothing;
        if (Lists["yes"].Leads(clause, out _) || Lists["for"].IsIn(clause)) return Sense.Yes;
        if (!Lists["weak"].IsIn(clause)) return Sense.Nothing;
        return Lists["exists"].IsIn(clause) || Lists["need"].IsIn(clause) ? Sense.Has : Sense.WeakYes;
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
        if (Lists["for"].Leads(rest, out _) && Lists["yes"].Leads(rest, out _)) return Sense.No;
        if (rest.StartsWith("i can ", StringComparison.Ordinal) || rest is "i can" || Lists["yes"].Leads(rest, out _)) return Sense.Open;
        return Lists["for"].IsIn(rest) || Lists["weak"].IsIn(rest) || Lists["against"].IsIn(rest) || Lists["need"].IsIn(rest)
            ? Sense.No
            : Sense.Nothing;
    }

    [GeneratedRegex(
        @"(?:(?<ticked>[☑☒✓✔✅]|🗹|[\[(]\s?[xX✓✔]\s?[\])])|[☐□▢]|[\[(]\s{0,2}[\])])(?<said>(?:(?!🗹)[^☑☒✓✔✅☐□▢\[(])*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Boxes();

    /// <summary>What a clause says.</summary>
    enum Sense
    {
        Nothing,
        Yes,

        /// <summary>As "I have" and "I will": said with a no it only explains.</summary>
        WeakYes,

        /// <summary>As "I have internet": a yes, which a no beside it contradicts.</summary>
        Has,
        No,

        /// <summary>Undecided, whatever the other clauses say.</summary>
        Open,
    }
}
