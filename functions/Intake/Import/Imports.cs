using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Import;

/// <summary>The way of every file, from wherever it comes: read, so that it can be looked at, and begun.</summary>
public sealed class Imports(ApplicationInbox inbox, ExportShelf shelf, ColumnChoiceStore choices)
{
    /// <summary>The file by the cohort's settings, by what was said about its columns before, and by what is said now.</summary>
    /// <param name="cohort">Whose file.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="order">What is said of its dates; null for nothing.</param>
    /// <param name="wished">Key of a field by the column's index, empty for none; null where nothing is said, and altogether.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReadFile> ReadAsync(
        CohortSettings cohort, byte[] body, DateOrder? order, Func<int, string?>? wished, CancellationToken cancellation)
    {
        var kept = await choices.CurrentAsync(cohort.Id, cancellation);
        var read = ReadFile.Of(cohort, body, order, kept);
        var own = kept?.About(read.Export.Headings);
        if (own?.Id != kept?.Id) read = ReadFile.Of(cohort, body, order, own);
        if (wished is null || !read.HasRows) return read;
        if (ColumnChoices.Of(ImportColumn.Of(read.Export, read.Settings), wished) is not { } said) return read;
        return ReadFile.Of(cohort, body, order, own?.With(said) ?? said);
    }

    /// <summary>The next files and messages are read as this one, and messages that came before are read again.</summary>
    public async Task RememberAsync(DurableTaskClient client, ReadFile read, CancellationToken cancellation)
    {
        if (read.Choices is not { } said) return;
        var now = await choices.UseAsync(read.File.CohortId, said, cancellation);
        await QuestionChoices.BeginAsync(client, read.File.CohortId, now, cancellation);
    }

    /// <summary>Keeps the file and begins its import, unless it was begun before and did not fail.</summary>
    public async Task BeginAsync(DurableTaskClient client, CohortSettings cohort, ReadFile read, CancellationToken cancellation)
    {
        if (read.Choices is { } used) await choices.KeepAsync(cohort.Id, used, cancellation);
        shelf.Put(read.File, read.Export.Rows);
        await inbox.KeepAsync(cohort, read.File.FileId, FormProvider.Export, new(read.Body, RawMessageStore.FileType), cancellation);
        await client.StartUnlessDoneAsync(nameof(ImportOrchestrator), read.File, read.InstanceId, cancellation);
    }
}
