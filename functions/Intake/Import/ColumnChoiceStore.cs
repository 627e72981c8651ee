using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Intake.Import;

/// <summary>
/// Choices of columns and questions: table <c>ColumnChoices</c>, partition cohort. A row for each set of choices that a file was imported
/// with, which never changes, and one for those that the next file or message is read with.
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

    /// <summary>What comes from now on is read with these too; gives all that is said then.</summary>
    public async Task<ColumnChoices> UseAsync(string cohortId, ColumnChoices said, CancellationToken cancellation)
    {
        var first = said with { Version = 1 };
        return await choices.TryAddAsync(cohortId, Now, first, cancellation) ? first
            : (await choices.UpdateAsync(cohortId, Now, kept => kept.With(said), cancellation))!;
    }

    /// <summary>Says of one heading what it is.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="key">The folded heading.</param>
    /// <param name="shown">What was said of it when it was decided; null for nothing.</param>
    /// <param name="wished">What is said now; null takes it back.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>All that is said then; null when somebody was first with something else.</returns>
    public async Task<ColumnChoices?> TrySayAsync(
        string cohortId, string key, string? shown, string? wished, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await choices.FindAsync(cohortId, Now, cancellation);
            var kept = read?.Value ?? new(new Dictionary<string, string>());
            var said = kept.Fields.GetValueOrDefault(key);
            if (said == wished) return kept;
            if (said != shown) return null;
            var next = kept.Say(key, wished);
            if (read is null
                ? await choices.TryAddAsync(cohortId, Now, next, cancellation)
                : await choices.TryReplaceAsync(read, next, cancellation))
                return next;
        }
    }
}
