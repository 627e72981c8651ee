using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Intake.Import;

/// <summary>The import's side effect.</summary>
public sealed class ImportActivities(ApplicationInbox inbox, RawMessageStore messages, CohortStore cohorts)
{
    /// <summary>Keeps the next rows as messages of their own; the same rows give the same ids again.</summary>
    [Function(nameof(KeepRows))]
    public async Task<IReadOnlyList<SubmissionReceived>> KeepRows([ActivityTrigger] ImportFile file)
    {
        var cohort = await cohorts.GetAsync(file.CohortId);
        var kept = await messages.ReadAsync(file.CohortId, file.FileId, CancellationToken.None);
        var rows = GoogleFormsExport.Read(kept.Body.Bytes).Where(row => row.Number >= file.From && row.Number < file.From + ImportFile.Step);
        var submissions = new List<SubmissionReceived>();
        foreach (var row in rows)
        {
            var body = row.ToMessage();
            var id = StableIds.Of(FormProvider.Export.Name, row.ContentId, body);
            await inbox.KeepAsync(cohort, id, FormProvider.Export, new(body, "application/json"), CancellationToken.None);
            submissions.Add(new(file.CohortId, id));
        }

        return [.. submissions.Distinct()];
    }
}
