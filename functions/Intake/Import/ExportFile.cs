using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>
/// An uploaded export as its rows: CSV as Google Forms, Typeform, Tally, Jotform, Formbricks and Microsoft Forms write it and people
/// save it again, or a workbook.
/// </summary>
/// <param name="Rows">In the file's order; empty ones, totals and notes are left out but counted.</param>
/// <param name="Problems">About the file as a whole, sentences for the committee.</param>
/// <param name="Refused">Whether nothing of it can be taken; the problems say why.</param>
public sealed record ExportFile(IReadOnlyList<ExportRow> Rows, IReadOnlyList<string> Problems, bool Refused = false)
{
    /// <summary>None of its headings is known: somebody has to say what its columns are.</summary>
    public bool IsHeaderGuessed { get; init; }

    /// <summary>Of the columns, as the header has them.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>What 3/4/2020 means in it; null when it writes no such dates, or nothing decides it.</summary>
    public DateOrder? Order { get; init; }

    /// <summary>Whether its dates have years of two digits, which may stand first.</summary>
    public bool MayBeYearFirst { get; init; }

    /// <summary>The problem that the committee solves by saying what 3/4/2020 means; null when there is none.</summary>
    public string? OrderProblem { get; init; }

    /// <summary>Reads a file whatever it is.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="settings">The committee's own names of questions; null for those that are known anyway.</param>
    /// <param name="canAsk">Whether somebody can be asked what the columns are, where none of the headings is known.</param>
    /// <param name="applying">When its applicants can have applied; null where no cohort is known.</param>
    public static ExportFile Read(byte[] file, IntakeSettings? settings = null, bool canAsk = false, ApplyingTime? applying = null)
    {
        var questions = new QuestionMap(settings ?? new());
        var sheet = SheetReader.Read(file, questions);
        if (sheet.Refusal is { } refusal) return new([], [refusal], Refused: true);
        var known = HeaderRow.Find(sheet.Records, questions);
        if ((known ?? (canAsk ? HeaderRow.Guess(sheet.Records) : null)) is not { } header) return new([], [NoHeader], Refused: true);
        var dates = DateColumn.Of(sheet.Records, header, questions, settings?.Order, applying);
        var footers = FooterRule.Of(header, questions);
        var (left, rows) = Apart(ExportRows.Of(sheet, header, dates, questions), footers.Covers);
        return new(rows, [.. sheet.Notes, .. new[] { FooterRule.Words(left), rows.Count > 0 ? dates.Problem : null }.OfType<string>()])
        {
            IsHeaderGuessed = known is null,
            Headings = header.Titles,
            Order = dates.Order,
            MayBeYearFirst = dates.MayBeYearFirst,
            OrderProblem = rows.Count > 0 && dates.Index is not null ? dates.Problem : null,
        };
    }

    static (List<ExportRow> Left, List<ExportRow> Rows) Apart(IReadOnlyList<ExportRow> rows, Func<ExportRow, bool> isLeft)
    {
        var all = rows.ToLookup(isLeft);
        return ([.. all[true]], [.. all[false]]);
    }

    const string NoHeader =
        "The file has no header row with the questions: the first of its rows must name them, as the form's export does, with a row "
            + "for each application below.";
}
