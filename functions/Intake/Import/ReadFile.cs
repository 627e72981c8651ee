using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>A file as its import reads it.</summary>
/// <param name="File">What the import is begun with.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Export">Its rows.</param>
/// <param name="Settings">By which it was read.</param>
/// <param name="Choices">What the committee said that columns are; null for nothing.</param>
public sealed record ReadFile(ImportFile File, byte[] Body, ExportFile Export, IntakeSettings Settings, ColumnChoices? Choices)
{
    /// <summary>Whether there is anything to look at.</summary>
    public bool HasRows => Export.Rows.Count > 0;

    /// <summary>
    /// Whether there is anything to import: where no heading is known, somebody has to say first where the addresses are.
    /// </summary>
    public bool CanBeImported =>
        HasRows && (!Export.IsHeaderGuessed || new QuestionMap(Settings).Map(Export.Rows[0].Answers).ContainsKey(ApplicationField.Email));

    /// <summary>Of the import.</summary>
    public string InstanceId => ImportEndpoint.InstanceId(File);

    /// <summary>About the file as a whole, sentences for the committee.</summary>
    public IReadOnlyList<string> Problems =>
        Export.Refused ? Export.Problems
            : HasRows && !CanBeImported ? [.. Export.Problems, NoneKnown]
            : [.. Export.Problems, .. ExportColumns.Problems(Export.Rows, Settings)];

    public static ReadFile Of(CohortSettings cohort, byte[] body, DateOrder? order, ColumnChoices? choices)
    {
        var settings = ImportSettings.Of(cohort, order, choices);
        var export = ExportFile.Read(body, settings, canAsk: true, ApplyingTime.Of(cohort));
        var rows = export.Rows.Count == 0 ? 0 : export.Rows[^1].Number;
        var file = new ImportFile(
            cohort.Id, IdOf(body, choices), rows, InBulk: true, DayFirst: settings.DayFirst,
            ChoicesId: choices?.Id, YearFirst: settings.YearFirst);
        return new(file, body, export, settings, choices);
    }

    const string NoneKnown =
        "None of the file's headings is known, and nobody has said yet what its columns are. Nothing is imported before.";

    /// <summary>A file whose columns are read otherwise is another one: it comes later, so that its answers count.</summary>
    static string IdOf(byte[] body, ColumnChoices? choices) => StableIds.Of(choices is null ? "file" : $"file {choices.Id}", null, body);
}
