using System.Text.RegularExpressions;

namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// What the build of a sentence says about a yes or no in it: where clauses part, what is a condition, two noes that undo each other.
/// </summary>
static partial class ReplyClauses
{
    /// <summary>
    /// Clauses are parted by reasons too: <c>I can't because I have no time</c>. In Korean they end their verb, and so does "but".
    /// </summary>
    public static string Broken(string folded, ReplyPhrases breaks)
    {
        var broken = KoreanBut().Replace(KoreanReason().Replace(folded, " 0clause0 "), " 하지만 ");
        return breaks.Replaced(broken, "0clause0");
    }

    /// <summary>
    /// <c>Sí, si hay luz</c>: "if" is written as "yes" is, but for the accent; beside one that has it, or behind the yes of another
    /// language, the one without is a condition.
    /// </summary>
    public static bool IsConditional(string text) => text.Length < 400 && Condition().IsMatch(text);

    /// <summary><c>and no</c> behind a yes is a no.</summary>
    public static string WithoutAnd(string folded) => And().Replace(folded, "");

    /// <summary>What stands behind the last "and" of a clause; null without one.</summary>
    public static string? BehindAnd(string clause) =>
        LastAnd().Match(clause) is { Success: true } and ? clause[(and.Index + and.Length)..] : null;

    /// <summary>
    /// Whether a clause has two noes with other words between: <c>no puedo no aceptar</c>. The same one said twice on end,
    /// or two that an "and" joins, undo nothing.
    /// </summary>
    public static bool IsDouble(string clause, ReplyPhrases negators)
    {
        if (UnspacedDouble().IsMatch(clause)) return true;
        var words = clause.Split(' ');
        var places = Enumerable.Range(0, words.Length).Where(at => negators.Has(words[at])).ToList();
        if (places is [0, var next, ..] && IsAnswer(words, next)) places.RemoveAt(0);
        return places.Zip(places.Skip(1)).Any(pair =>
            (pair.Second > pair.First + 1 || words[pair.First] != words[pair.Second])
                && !words[pair.First..pair.Second].Any(word => And().IsMatch(word + " ")));
    }

    /// <summary>A no by itself before the clause: <c>No I can't</c>.</summary>
    static bool IsAnswer(string[] words, int next) => words[0] switch
    {
        "non" or "nein" or "нет" or "hayir" => true,
        "no" when words[next] is not ("no" or "never") => true,
        "no" or "nao" or "لا" => next == 1 || words[1] is "i" or "we" or "yo" or "eu" or "انا",
        _ => false,
    };

    [GeneratedRegex(@"(?<=어서|아서|해서|니까|때문에) ", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanReason();

    [GeneratedRegex(@"(?<=\p{IsHangulSyllables})지만(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanBut();

    [GeneratedRegex(
        @"(?:\bsí\b.*[^\p{L}\s].*\bsi\s+\p{L}|\boui\b.*\bs(?:i\s+|'|’)\p{L}|\bsim\b.*[^\p{L}\s]\s*se\s+\p{L}|"
            + @"\bsì\b.*[^\p{L}\s]\s*se\s+\p{L}|\p{IsHangulSyllables}면(?:\s|$|,))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:and|or|y|e|et|und|и|و|ve|和|と) ", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@" (?:and|y|e|et|und|и|و|ve) (?!.* (?:and|y|e|et|und|и|و|ve) )", RegexOptions.CultureInvariant)]
    private static partial Regex LastAnd();

    /// <summary>Chinese and Japanese write no spaces; Korean changes the verb. One no that is said twice on end is one.</summary>
    [GeneratedRegex(
        @"(?:不|没|沒|无|無(?!理)|非)[^ ]{0,6}?(?<=[^不没沒无無])(?:不(?!起)|没|沒|无(?!线)|無(?!線))|(?:ない|なく|無理|不可能)[^ ]{0,6}?(?:ない|ありません|ないです|じゃない|ません)|"
            + @"(?:못|없|않)\p{IsHangulSyllables}*(?: \p{IsHangulSyllables}+){0,1} (?:않|없|아니|아닙)",
        RegexOptions.CultureInvariant)]
    private static partial Regex UnspacedDouble();
}
