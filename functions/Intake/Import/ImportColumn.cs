using Ilnp.Intake.Answers;
using Ilnp.Texts;

namespace Ilnp.Intake.Import;

/// <summary>A question of a file, and what it is read as.</summary>
/// <param name="Index">Of its first column, from 0.</param>
/// <param name="Heading">As the file has it; without the choice where each choice has a column.</param>
/// <param name="Columns">How many there are.</param>
/// <param name="Field">Null when it is not used.</param>
/// <param name="Example">The first answer in it; empty for none.</param>
public sealed record ImportColumn(int Index, string Heading, int Columns, ApplicationField? Field, string Example)
{
    /// <summary>The heading, whatever its case and accents.</summary>
    public string Key { get; } = Fold.Text(Heading);

    /// <summary>Choices are kept by heading: a column without one has none.</summary>
    public bool CanBeChosen => Key.Length > 0;

    /// <summary>The columns in the file's order, those of one heading together.</summary>
    public static IReadOnlyList<ImportColumn> Of(ExportFile export, IntakeSettings settings)
    {
        var asked = BoxedAnswers.Unfold(export.Rows[0].Answers).Select(answer => answer.Question[0]).ToHashSet(StringComparer.Ordinal);
        var used = Used(export, new(settings));
        return
        [
            .. export.Headings.Select((heading, index) => (Index: index, Title: TitleOf(heading)))
                .GroupBy(column => Fold.Text(column.Title) is { Length: > 0 } key ? key : $"{column.Index}")
                .Select(group => (First: group.First(), Count: group.Count(), Titles: group.Select(column => column.Title).ToHashSet()))
                .Select(group => new ImportColumn(
                    group.First.Index, group.First.Title, group.Count,
                    FieldOf(group.Titles, used), FirstAnswer(export, group.First.Index))),
        ];

        string TitleOf(string heading) => asked.Contains(heading) ? heading : BoxedAnswers.TitleOf(heading) ?? heading;
    }

    /// <summary>How often each title was read as each field: which of two questions counts is decided row by row.</summary>
    static Dictionary<(string Title, ApplicationField Field), int> Used(ExportFile export, QuestionMap questions) =>
        export.Rows.SelectMany(row => questions.Map(row.Answers))
            .SelectMany(mapped => mapped.Value.Question.Distinct().Select(title => (title, mapped.Key)))
            .CountBy(used => used).ToDictionary();

    static ApplicationField? FieldOf(HashSet<string> titles, Dictionary<(string Title, ApplicationField Field), int> used) =>
        used.Where(one => titles.Contains(one.Key.Title)).OrderByDescending(one => one.Value)
            .Select(one => (ApplicationField?)one.Key.Field).FirstOrDefault();

    static string FirstAnswer(ExportFile export, int index) =>
        TextAnswer.Quote(export.Rows.Select(row => row.Answers[index].Text).FirstOrDefault(text => text.Length > 0) ?? "");
}
