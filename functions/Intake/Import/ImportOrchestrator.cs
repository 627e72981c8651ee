using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake.Import;

/// <summary>Takes in an uploaded export, some rows at a time; each goes the same way as a webhook's message.</summary>
public static class ImportOrchestrator
{
    [Function(nameof(ImportOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ImportFile file)
    {
        var submissions = await context.KeepRows(file);
        await Task.WhenAll(submissions.Select(context.TakeIn));
        var next = file.From + ImportFile.Step;
        if (next <= file.Rows) context.ContinueAsNew(file with { From = next });
    }
}
