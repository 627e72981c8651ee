using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Applications;

/// <summary>A form provider's CSV export: a header of questions, a row for each submission.</summary>
static class ApplicationsFile
{
    /// <summary>The rows in the file's order.</summary>
    /// <exception cref="LocalProblem">There is no such file, or it is not such an export.</exception>
    public static IReadOnlyList<ApplicationRow> Read(string path, CohortSettings settings)
    {
        if (!File.Exists(path)) throw new LocalProblem($"There is no file {path}: give the form's CSV export with --applications.");
        return Parse(TextBytes.Decode(File.ReadAllBytes(path)), Path.GetFileName(path), settings);
    }

    static List<ApplicationRow> Parse(string text, string name, CohortSettings settings)
    {
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null, // taken as it stands: the intake lists what it cannot read
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
        });
        if (!csv.Read() || !csv.ReadHeader()) throw new LocalProblem($"{name} is empty: export the form's answers as CSV, with the row of questions.");
        var questions = csv.HeaderRecord!.Select(question => question.Trim()).ToList();
        var timestamp = TimestampColumn(questions, name, settings);
        var rows = new List<ApplicationRow>();
        while (csv.Read())
        {
            var cells = questions.Select((_, column) => csv.TryGetField<string>(column, out var cell) ? cell ?? "" : "").ToList();
            rows.Add(new(rows.Count + 1, Moment(cells[timestamp], rows, settings), [.. questions.Zip(cells)]));
        }

        return rows.Count > 0 ? rows : throw new LocalProblem($"{name} has no applications below its row of questions.");
    }

    /// <summary>Without a timestamp nobody knows when to apply, without an address nobody could be answered.</summary>
    static int TimestampColumn(List<string> questions, string name, CohortSettings settings)
    {
        var fields = new QuestionMap(settings.Intake).Map([.. questions.Select(question => new RawAnswer([question], [question]))]);
        foreach (var field in new[] { ApplicationField.Email, ApplicationField.AppliedAt })
            if (!fields.ContainsKey(field))
                throw new LocalProblem(
                    $"{name} has no column for the {field.Words()}: export the form's answers as CSV with all its columns, or name the column in the settings under intake.questions.{field.Key()}.");
        return questions.IndexOf(fields[ApplicationField.AppliedAt].Question[0]);
    }

    /// <summary>A moment that cannot be read is that of the row before.</summary>
    static DateTimeOffset Moment(string text, List<ApplicationRow> before, CohortSettings settings)
    {
        var otherwise = before.Count > 0 ? before[^1].SentAt : new DateTimeOffset(new ProgrammeCalendar(settings).Announce, TimeSpan.Zero);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        var moment = MomentAnswer.Read(text, otherwise.AddYears(1), zone, settings.Intake.DayFirst);
        return moment.Problem is null && text.Length > 0 ? moment.Value : otherwise;
    }
}
