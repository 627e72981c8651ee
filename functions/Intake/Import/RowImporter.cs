using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>
/// Registers an export's rows many at a time: everybody of the cohort is read once, the rows are worked in in the file's order, and
/// what they change is written in transactions of a hundred. Rows registered before are found the same.
/// </summary>
public sealed class RowImporter(
    CohortStore cohorts, RawMessageStore messages, PeopleStore people, ApplicationStore applications, PriorityStore priorities,
    ProblemNotes notes, Identities identities, IQualifications qualifications, ExportShelf shelf, ImportReceiptStore receipts)
{
    public static string IdOf(ExportRow row) => StableIds.Of(FormProvider.Export.Name, row.ContentId, []);

    /// <summary>The rows of the file as it was uploaded.</summary>
    public async Task<IReadOnlyList<ExportRow>> RowsAsync(ImportFile file, CohortSettings cohort, CancellationToken cancellation = default) =>
        shelf.Find(file) ?? shelf.Put(file, ExportFile.Read((await messages.ReadAsync(file.CohortId, file.FileId, cancellation)).Body.Bytes, Settings(file, cohort)).Rows);

    /// <summary>Registers the rows from <see cref="ImportFile.From"/> on, and counts what that changed.</summary>
    public async Task<ImportReceipt> ImportAsync(ImportFile file, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(file.CohortId, cancellation);
        var receivedAt = await messages.ReceivedAsync(file.CohortId, file.FileId, cancellation);
        var rows = (await RowsAsync(file, cohort, cancellation)).Where(row => row.Number >= file.From && row.Number < file.From + ImportFile.BulkStep);
        var reader = new ApplicationReader(Settings(file, cohort), TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone));
        var rules = new RowRules(cohort, identities, qualifications, await priorities.IdentitiesAsync(cancellation));
        var crowd = new Crowd(cohort, await people.ListAsync(cohort.Id, cancellation));
        foreach (var row in rows.DistinctBy(IdOf))
        {
            var read = reader.Read(new(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note), receivedAt);
            crowd.Take(rules.Application(row, read, receivedAt), read, rules);
        }

        var receipt = await receipts.KeepAsync(file, crowd.Receipt, cancellation);
        await WriteAsync(crowd, cancellation);
        return receipt;
    }

    /// <summary>People first: an application that is stored is worked in.</summary>
    async Task WriteAsync(Crowd crowd, CancellationToken cancellation)
    {
        var cohortId = crowd.CohortId;
        var taken = await people.AddManyAsync(cohortId, crowd.Added, cancellation);
        var merged = crowd.Known.Concat(taken).ToList();
        if (merged.Count > 0) await people.ApplyManyAsync(cohortId, merged, crowd.Merged, cancellation);
        await notes.NoteManyAsync(cohortId, crowd.Findings, cancellation);
        await applications.PutManyAsync(cohortId, crowd.Applications, cancellation);
    }

    static IntakeSettings Settings(ImportFile file, CohortSettings cohort) => file.DayFirst is { } said ? cohort.Of<IntakeSettings>() with { DayFirst = said } : cohort.Of<IntakeSettings>();
}
