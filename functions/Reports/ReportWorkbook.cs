using Ilnp.Storage;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>
/// The report as a spreadsheet for the committee: figures, groups without names, and survey answers row by row, with words
/// only from those who agreed to be quoted.
/// </summary>
public static class ReportWorkbook
{
    /// <summary>
    /// An .xlsx file with the sheets Summary, Countries, Groups, Surveys, Mid answers, Final answers,
    /// Joint tasks and Mails; an empty one has its headings.
    /// </summary>
    public static byte[] Write(CohortReport report, ReportFacts facts, PageTexts texts) => Spreadsheet.Of(
        WorkbookFigures.Summary(report), WorkbookFigures.Countries(report), WorkbookFigures.Groups(facts), WorkbookFigures.Surveys(report),
        WorkbookAnswers.Mid(facts, texts), WorkbookAnswers.Final(facts, texts), WorkbookFigures.JointTasks(report),
        WorkbookFigures.Mails(report));
}
