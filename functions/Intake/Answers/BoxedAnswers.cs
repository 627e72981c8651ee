using System.Text.RegularExpressions;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>
/// Boxes and grids that arrive as a question for each choice, <c>Languages (Spanish)</c> or <c>Languages [Spanish]</c>: brought back
/// to one question. A box that was not ticked is no answer.
/// </summary>
static partial class BoxedAnswers
{
    /// <summary>The answers with each group as one, in the place of its first.</summary>
    public static IReadOnlyList<RawAnswer> Unfold(IReadOnlyList<RawAnswer> answers)
    {
        var boxes = answers.Select(answer =>
            (Answer: answer, Box: answer.Question.Count > 0 ? Box().Match(answer.Question[0].Trim()) : Match.Empty)).ToList();
        if (!boxes.Exists(pair => pair.Box.Success)) return answers;
        var titles = boxes.Where(pair => !pair.Box.Success && pair.Answer.Question.Count > 0)
            .Select(pair => pair.Answer.Question[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var groups = boxes.Where(pair => pair.Box.Success).GroupBy(pair => pair.Box.Groups["title"].Value)
            .Where(group => titles.Contains(group.Key) || (group.Count() > 1 && group.All(IsChoice)))
            .ToDictionary(group => group.Key, group => group.SelectMany(Ticked).ToList());
        var unfolded = new List<RawAnswer>();
        foreach (var (answer, box) in boxes)
        {
            var title = box.Success ? box.Groups["title"].Value : answer.Question.Count > 0 ? answer.Question[0].Trim() : "";
            if (!groups.TryGetValue(title, out var ticked)) unfolded.Add(answer);
            else if (unfolded.FindIndex(known => known.Question.Count > 0 && known.Question[0] == title) is >= 0 and var at)
                unfolded[at] = Merge(unfolded[at], box.Success ? [] : answer.Values);
            else unfolded.Add(Merge(box.Success ? new([title], []) : answer, ticked));
        }

        return unfolded;
    }

    /// <summary>The title of the question that a choice's title belongs to; null when it is none.</summary>
    public static string? TitleOf(string choice) => Box().Match(choice.Trim()) is { Success: true } box ? box.Groups["title"].Value : null;

    static RawAnswer Merge(RawAnswer answer, IEnumerable<string> more) =>
        answer with { Values = [.. answer.Values.Concat(more).Distinct(StringComparer.OrdinalIgnoreCase)] };

    /// <summary>The choice when it is ticked, with its level when it has one.</summary>
    static IEnumerable<string> Ticked((RawAnswer Answer, Match Box) pair)
    {
        var choice = pair.Box.Groups["choice"].Value.Trim();
        if (pair.Answer.Text.Length == 0 || Replies.Find(pair.Answer.Text) == false) yield break;
        yield return Replies.Find(pair.Answer.Text) == true || pair.Answer.Text == choice ? choice : $"{choice}: {pair.Answer.Text}";
    }

    /// <summary>Short answers, as boxes and columns of a grid have.</summary>
    static bool IsChoice((RawAnswer Answer, Match Box) pair) => pair.Answer.Text.Length <= 40;

    [GeneratedRegex(
        @"^(?<title>.*\S)\s*(?:\((?<choice>[^()\[\]]+)\)|\[(?<choice>[^\[\]]+)\])$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Box();
}
