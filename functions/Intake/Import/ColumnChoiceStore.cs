using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Intake.Import;

/// <summary>
/// Choices of columns: table <c>ColumnChoices</c>, partition cohort. A row for each set of choices that a file was imported with, which
/// never changes, and one for those that the next file is read with.
/// </summary>
public sealed class ColumnChoiceStore(TableServiceClient service)
{
    const string Now = "now";

    readonly RecordTable<ColumnChoices> choices = new(service, "ColumnChoices");

    /// <summary>Those that the next file is read with; null for none.</summary>
    public async Task<ColumnChoices?> CurrentAsync(string cohortId, CancellationToken cancellation) =>
        (await choices.FindAsync(cohortId, Now, cancellation))?.Value;

    /// <summary>Those that a file is imported with; null for none.</summary>
    /// <exception cref="KeyNotFoundException">They were never kept.</exception>
    public async Task<ColumnChoices?> OfAsync(ImportFile file, CancellationToken cancellation) =>
        file.ChoicesId is not { } id ? null
        : (await choices.FindAsync(file.CohortId, id, cancellation))?.Value
            ?? throw new KeyNotFoundException($"The choices {id} of cohort {file.CohortId} are not kept.");

    /// <summary>Keeps those that a file is imported with.</summary>
    public Task KeepAsync(string cohortId, ColumnChoices used, CancellationToken cancellation) =>
        choices.TryAddAsync(cohortId, used.Id, used, cancellation);

    /// <summary>Files that come from now on are read with these too.</summary>
    public async Task UseAsync(string cohortId, ColumnChoices said, CancellationToken cancellation)
    {
        if (!await choices.TryAddAsync(cohortId, Now, said, cancellation))
            await choices.UpdateAsync(cohortId, Now, kept => kept.With(said), cancellation);
    }
}
