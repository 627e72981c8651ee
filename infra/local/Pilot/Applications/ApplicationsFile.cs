using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Applications;

/// <summary>A form provider's CSV export, as submissions at their times.</summary>
static class ApplicationsFile
{
    /// <summary>The rows in the file's order.</summary>
    /// <exception cref="LocalProblem">There is no such file, or it is not such an export.</exception>
    public static IReadOnlyList<ApplicationRow> Read(string path, CohortSettings settings)
    {
        var export = GoogleFormsExport.Read(GivenFile.Read(path, "The form's CSV export", "--applications"));
        var timestamp = TimestampColumn(export, path, settings);
        var rows = new List<ApplicationRow>();
        foreach (var row in export)
            rows.Add(
                new(
                    row.Number,
                    Moment(Cell(row, timestamp), rows, settings),
                    row.Note,
                    [.. row.Answers.Select(answer => (answer.Question[0], answer.Text))]));
        return rows;
    }

    /// <summary>Without its required questions nobody could be placed, without timestamps nobody knows when to apply.</summary>
    static string TimestampColumn(IReadOnlyList<ExportRow> export, string path, CohortSettings settings)
    {
        var problems = ExportColumns.Problems(export, settings.Of<IntakeSettings>()).ToList();
        var times = export.Count == 0
            ? null
            : new QuestionMap(settings.Of<IntakeSettings>()).Map(export[0].Answers).GetValueOrDefault(ApplicationField.AppliedAt);
        if (export.Count > 0 && times is null)
            problems.Add("The file has no column with the time of each answer: export it with the column Timestamp.");
        return problems.Count == 0 ? times!.Question[0]
            : throw new LocalProblem(
                string.Join(
                    Environment.NewLine, [$"The applications in {path} cannot be used:", .. problems.Select(problem => $"- {problem}")]));
    }

    static string Cell(ExportRow row, string title) => row.Answers.First(answer => answer.Question[0] == title).Text;

    /// <summary>A moment that cannot be read is that of the row before.</summary>
    static DateTimeOffset Moment(string text, List<ApplicationRow> before, CohortSettings settings)
    {
        var otherwise = before.Count > 0 ? before[^1].SentAt : new DateTimeOffset(new ProgrammeCalendar(settings).Announce, TimeSpan.Zero);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var moment = MomentAnswer.Read(text, otherwise.AddYears(1), zone, settings.Of<IntakeSettings>().DayFirst == true);
        return moment.Problem is null && text.Length > 0 ? moment.Value : otherwise;
    }
}
