using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake.Import;

/// <summary>Takes in an uploaded export: all rows are registered, then everybody is written to who has news.</summary>
public static class ImportOrchestrator
{
    /// <returns>What it changed; null for imports that began before rows were registered many at a time.</returns>
    [Function(nameof(ImportOrchestrator))]
    public static async Task<ImportReceipt?> Run([OrchestrationTrigger] TaskOrchestrationContext context, ImportFile file)
    {
        if (!file.InBulk) return await EachByItself(context, file);
        context.SetCustomStatus(file.Receipt);
        if (file.From <= file.Rows)
        {
            var receipt = await context.ImportRows(file);
            context.ContinueAsNew(file with { From = file.From + ImportFile.BulkStep, Receipt = receipt + (file.Receipt ?? new()) });
            return null;
        }

        for (var from = 1; from <= file.Rows; from += ImportFile.LetterStep) await context.AcknowledgeRows(file with { From = from });
        return file.Receipt;
    }

    static async Task<ImportReceipt?> EachByItself(TaskOrchestrationContext context, ImportFile file)
    {
        var submissions = await context.KeepRows(file);
        await Task.WhenAll(submissions.Select(context.TakeIn));
        var next = file.From + ImportFile.Step;
        if (next <= file.Rows) context.ContinueAsNew(file with { From = next });
        return null;
    }
}
