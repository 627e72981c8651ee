using System.Text.RegularExpressions;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;

namespace Ilnp.Intake.Import;

/// <summary>
/// Rows of a spreadsheet that are nobody's application: totals, averages, the day of the export, notes. They have no address and hardly
/// an answer; an applicant whose address is missing has answered the rest.
/// </summary>
/// <param name="Addresses">The columns that ask for an address, from 0.</param>
sealed partial record FooterRule(IReadOnlySet<int> Addresses)
{
    /// <summary>So many cells with words are no application, where the form asks more than a few things.</summary>
    const int Hardly = 2;

    const int FewColumns = 8;

    /// <summary>Rows that are told one by one.</summary>
    const int Told = 5;

    static readonly HashSet<string> Labels = [.. VocabularyFile.Read("summaries").Select(entry => Fold.Text(entry.Word))];

    public static FooterRule Of(HeaderRow header, QuestionMap questions) =>
        new(Enumerable.Range(0, header.Titles.Length)
            .Where(column => questions.FieldOf(header.Titles[column]) == ApplicationField.Email).ToHashSet());

    public bool Covers(ExportRow row)
    {
        if (HasAddress(row)) return false;
        var said = row.Answers.Where((_, column) => column != row.DateColumn && !Addresses.Contains(column))
            .Select(answer => answer.Text).Where(IsAnswer).ToList();
        if (said.Count == 0) return true;
        if (row.Timestamp is { } date && MomentAnswer.Parse(date, TimeZoneInfo.Utc, null) is not null) return false;
        return said.Count <= (row.Answers.Count < FewColumns ? 1 : Hardly) || (IsLabelled(row) && said.TrueForAll(HasFigures));
    }

    /// <summary>For the committee, which rows were left out; null when none was.</summary>
    public static string? Words(IReadOnlyList<ExportRow> left) => left switch
    {
        [] => null,
        [var one] =>
            $"Row {one.Number} has no address and hardly an answer, like a total or a note: it was left out ({Quote(one)}). {IfWrong}",
        _ => $"{left.Count} rows have no address and hardly an answer, like totals or notes: "
            + $"they were left out ({string.Join("; ", left.Take(Told).Select(row => $"row {row.Number} {Quote(row)}"))}"
            + $"{(left.Count > Told ? "; …" : "")}). {IfWrong}",
    };

    const string IfWrong = "If somebody applied with it, fill in what is missing and choose the file again.";

    /// <summary>A contact below the table is no applicant's: where a column asks for addresses, only what stands there counts.</summary>
    bool HasAddress(ExportRow row) =>
        row.Answers.Where((_, column) => Addresses.Count == 0 || Addresses.Contains(column))
            .Any(answer => answer.Text.Contains('@', StringComparison.Ordinal));

    /// <summary>Words, and no formula or error of a spreadsheet.</summary>
    static bool IsAnswer(string text) => text.Any(char.IsLetter) && !NoAnswer().IsMatch(text);

    static bool IsLabelled(ExportRow row) => row.Answers.Select(answer => answer.Text).FirstOrDefault(text => text.Length > 0) is { } first
        && Labels.Contains(Fold.Text(first.TrimEnd([.. "0123456789 :=.,%()"])));

    static bool HasFigures(string text) => text.Any(char.IsDigit) || Labels.Contains(Fold.Text(text));

    static string Quote(ExportRow row) =>
        $"“{TextAnswer.Quote(string.Join(' ', row.Answers.Select(answer => answer.Text).Where(text => text.Length > 0)))}”";

    [GeneratedRegex(@"^(?:n/?a\.?|#.*|=[\p{L}.]+\(.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NoAnswer();
}
