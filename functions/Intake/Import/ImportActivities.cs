using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Intake.Import;

/// <summary>The import's side effects. Each may run again: the same rows give the same ids, people and letters.</summary>
public sealed class ImportActivities(
    ApplicationInbox inbox, RawMessageStore messages, ApplicationStore applications,
    ImportedRows imported, RowImporter importer, CohortStore cohorts, ApplicationLetters letters)
{
    static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>Registers the next rows.</summary>
    [Function(nameof(ImportRows))]
    public Task<ImportReceipt> ImportRows([ActivityTrigger] ImportFile file) => importer.ImportAsync(file, CancellationToken.None);

    /// <summary>
    /// Tells the applicants of the next rows that their applications arrived, or why they do not qualify;
    /// whoever was told that before is not told again.
    /// </summary>
    [Function(nameof(AcknowledgeRows))]
    public async Task AcknowledgeRows([ActivityTrigger] ImportFile file)
    {
        var cohort = await cohorts.GetAsync(file.CohortId);
        var rows = (await imported.OfAsync(file, cohort))
            .Where(row => row.Number >= file.From && row.Number < file.From + ImportFile.LetterStep);
        await Parallel.ForEachAsync(rows.Select(RowImporter.IdOf).Distinct(), SomeAtOnce, async (id, cancellation) =>
        {
            await letters.SendAsync(await applications.GetAsync(file.CohortId, id, cancellation), cohort, cancellation);
        });
    }

    /// <summary>Keeps the next rows as messages of their own, for imports that began before rows were registered many at a time.</summary>
    [Function(nameof(KeepRows))]
    public async Task<IReadOnlyList<SubmissionReceived>> KeepRows([ActivityTrigger] ImportFile file)
    {
        var cohort = await cohorts.GetAsync(file.CohortId);
        var kept = await messages.ReadAsync(file.CohortId, file.FileId, CancellationToken.None);
        var rows = ExportFile.Read(kept.Body.Bytes, cohort.Of<IntakeSettings>()).Rows
            .Where(row => row.Number >= file.From && row.Number < file.From + ImportFile.Step);
        var submissions = new List<SubmissionReceived>();
        foreach (var row in rows)
        {
            var id = RowImporter.IdOf(row);
            await inbox.KeepAsync(cohort, id, FormProvider.Export, new(row.ToMessage(), "application/json"), CancellationToken.None);
            submissions.Add(new(file.CohortId, id));
        }

        return [.. submissions.Distinct()];
    }
}
