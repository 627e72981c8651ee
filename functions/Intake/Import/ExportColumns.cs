using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>Whether a file has what an application needs.</summary>
public static class ExportColumns
{
    /// <summary>A sentence for each required column that is missing, and one when there are no rows at all.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<ExportRow> rows, IntakeSettings settings)
    {
        if (rows.Count == 0)
            return ["The file has no applications: it needs a header row with the questions and a row for each application."];
        var mapped = new QuestionMap(settings).Map(rows[0].Answers);
        return [.. ApplicationFields.Required.Where(field => !mapped.ContainsKey(field)).Select(field => Missing(field, rows[0]))];
    }

    static string Missing(ApplicationField field, ExportRow row) =>
        $"The file has no column for the {field.Words()}. Its columns are: "
            + $"{string.Join(", ", row.Answers.Select(answer => $"“{TextAnswer.Quote(answer.Question[0])}”"))}.";
}
