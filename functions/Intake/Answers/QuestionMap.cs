using Ilnp.Intake.Providers;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>
/// Which question asks for which field: by the committee's settings, then by known titles, then by the longest known phrase inside a
/// longer question. What a form asks in several questions is joined.
/// </summary>
public sealed class QuestionMap
{
    /// <summary>Fields of which every question counts.</summary>
    static readonly ApplicationField[] Joined = [ApplicationField.Languages];

    /// <summary>Fields with one answer, of which two that differ are no answer.</summary>
    static readonly ApplicationField[] Single =
        [
            ApplicationField.Email, ApplicationField.Country, ApplicationField.TimeZone,
            ApplicationField.Years, ApplicationField.Internet, ApplicationField.Biweekly, ApplicationField.Commit,
        ];

    readonly QuestionTitles titles;

    public QuestionMap(IntakeSettings settings) => titles = new(settings);

    /// <summary>
    /// The answers by field. Of several questions for one field the surest wins, then the first that is answered so that it can be used.
    /// </summary>
    public IReadOnlyDictionary<ApplicationField, RawAnswer> Map(IReadOnlyList<RawAnswer> answers)
    {
        IReadOnlyList<RawAnswer> unfolded = [.. BoxedAnswers.Unfold(answers).Where(answer => !titles.IsUnused(answer))];
        var taken = new Dictionary<ApplicationField, List<(RawAnswer Answer, QuestionMatch Match)>>();
        var waiting = unfolded.Select(answer => (Answer: answer, Matches: titles.Match(answer)))
            .Where(pair => pair.Matches.Count > 0).ToList();
        for (var choice = 0; waiting.Count > 0; choice++)
        {
            foreach (var (field, asked) in waiting.Select(pair => (pair.Answer, Match: pair.Matches[choice]))
                .GroupBy(pair => pair.Match.Field).Select(group => (group.Key, group)))
                if (!taken.ContainsKey(field) || Joined.Contains(field))
                    taken[field] = [.. taken.GetValueOrDefault(field) ?? [], .. Best(field, [.. asked])];
            var used = taken.Values.SelectMany(list => list).Select(pair => pair.Answer).ToHashSet(ReferenceEqualityComparer.Instance);
            waiting = [.. waiting.Where(pair => pair.Matches.Count > choice + 1 && !used.Contains(pair.Answer))];
        }

        var mapped = taken.ToDictionary(field => field.Key, field => Join(field.Key, [.. field.Value.Select(pair => pair.Answer)]));
        return NameQuestions.Join(mapped, unfolded, titles);
    }

    /// <summary>How many fields the questions ask for.</summary>
    internal int Fields(IReadOnlyList<RawAnswer> answers) => Map(answers).Count;

    /// <summary>The field that a title alone asks for; null when none.</summary>
    internal ApplicationField? FieldOf(string title) => titles.Match(new([title], [])) is [var first, ..] ? first.Field : null;

    /// <summary>Whether the settings say that a title asks for none.</summary>
    internal bool IsUnused(string title) => titles.IsUnused(new([title], []));

    /// <summary>
    /// Whether it is known what a question asks for: a field, which another one may answer, a part of a name, or nothing by the settings.
    /// </summary>
    internal bool IsSettled(RawAnswer answer) =>
        titles.IsUnused(answer) || titles.Match(answer).Count > 0 || QuestionTitles.PartOfName(answer) is not null;

    static IEnumerable<(RawAnswer Answer, QuestionMatch Match)> Best(
        ApplicationField field, List<(RawAnswer Answer, QuestionMatch Match)> asked)
    {
        if (Joined.Contains(field)) return asked;
        if (field == ApplicationField.Name && asked.Where(pair => pair.Match.Doubt == 0).ToList() is { Count: > 1 } configured)
            return configured;
        var best = asked.OrderBy(pair => pair.Match.Doubt).ThenBy(pair => pair.Answer.Values.Count == 0)
            .ThenBy(pair => !UsableAnswer.For(field, pair.Answer)).ThenBy(pair => pair.Match.Unmatched).First();
        if (Contradicted(field, best.Answer, asked) is { Count: > 1 } said) return said;
        var usable = asked.OrderBy(pair => pair.Match.Doubt).FirstOrDefault(pair => UsableAnswer.For(field, pair.Answer));
        return [usable.Answer is not null && !UsableAnswer.For(field, best.Answer) ? usable : best];
    }

    /// <summary>
    /// One answer of which a second question of the same title says something else: both are read, so that neither is taken for the other.
    /// </summary>
    static List<(RawAnswer Answer, QuestionMatch Match)>? Contradicted(
        ApplicationField field, RawAnswer best, List<(RawAnswer Answer, QuestionMatch Match)> asked) =>
        !Single.Contains(field) || best.Question.Count == 0 ? null
        : [.. asked.Where(pair =>
            pair.Answer.Text.Length > 0 && pair.Answer.Question is [var title, ..]
                && Fold.Text(title) == Fold.Text(best.Question[0]))
            .DistinctBy(pair => Fold.Text(pair.Answer.Text))];

    static RawAnswer Join(ApplicationField field, IReadOnlyList<RawAnswer> answers) =>
        answers is [var only] ? only
        : new([.. answers.SelectMany(answer => answer.Question)],
            field == ApplicationField.Name ? [string.Join(' ', answers.Select(answer => answer.Text)).Trim()]
            : Single.Contains(field) ? [string.Join(" / ", answers.Select(answer => answer.Text))]
            : [.. answers.SelectMany(answer => answer.Values)]);
}
