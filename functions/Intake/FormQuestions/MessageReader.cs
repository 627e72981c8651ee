using System.Collections.Concurrent;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake.FormQuestions;

/// <summary>
/// Reads messages by the cohort's settings, by what the committee said of a form's questions, and by what it said of words. The one way
/// of all of them, whether they count or are only tried.
/// </summary>
public sealed class MessageReader(ColumnChoiceStore choices, MeaningStore meanings)
{
    /// <summary>Readers are costly to make, and few: a form's messages have the same questions.</summary>
    const int MostReaders = 64;

    readonly ConcurrentDictionary<
        (string Cohort, string? Choices, ApplyingTime Applying), (ApplicationReader Reader, QuestionMap Questions)> readers = new();
    readonly ConcurrentDictionary<string, ColumnChoices?> lastSaid = new();

    public async Task<ReadMessage> ReadAsync(
        CohortSettings cohort, FormProvider provider, RawSubmission said, DateTimeOffset receivedAt, CancellationToken cancellation) =>
        await ReadAsync(cohort, provider, said, receivedAt, await CurrentAsync(cohort.Id, provider, cancellation), cancellation);

    /// <summary>By what this process last knew to be said: for whoever asks afterwards whether something else is said now.</summary>
    public async Task<ReadMessage> ReadAtFirstAsync(
        CohortSettings cohort, FormProvider provider, RawSubmission said, DateTimeOffset receivedAt, CancellationToken cancellation) =>
        IsAsked(provider) && lastSaid.TryGetValue(cohort.Id, out var last)
            ? await ReadAsync(cohort, provider, said, receivedAt, last, cancellation)
            : await ReadAsync(cohort, provider, said, receivedAt, cancellation);

    async Task<ReadMessage> ReadAsync(
        CohortSettings cohort, FormProvider provider, RawSubmission said,
        DateTimeOffset receivedAt, ColumnChoices? current, CancellationToken cancellation)
    {
        var own = About(provider, said, current);
        var (reader, questions) = ReaderOf(cohort, own);
        var read = reader.Read(said, receivedAt);
        if (read.Unclear is not null) read = Understood.Of(read, await meanings.NowAsync(cohort.Id, cancellation));
        return new(said, read, QuestionRead.Of(said.Answers, questions), own);
    }

    /// <summary>Whether something else is said of a message's questions now than when it was read.</summary>
    public async Task<bool> IsReadOtherwiseAsync(Application application, ReadMessage read, CancellationToken cancellation)
    {
        var provider = FormProvider.Find(application.Provider)!;
        return About(provider, read.Said, await CurrentAsync(application.CohortId, provider, cancellation))?.Id != application.ChoicesId;
    }

    /// <summary>What is said of the questions of webhooks; the app's own form and rows of files have none of these.</summary>
    public static bool IsAsked(FormProvider provider) => provider.Verify is not null;

    async Task<ColumnChoices?> CurrentAsync(string cohortId, FormProvider provider, CancellationToken cancellation)
    {
        if (!IsAsked(provider)) return null;
        var current = await choices.CurrentAsync(cohortId, cancellation);
        lastSaid[cohortId] = current;
        return current;
    }

    static ColumnChoices? About(FormProvider provider, RawSubmission said, ColumnChoices? current) => !IsAsked(provider) ? null
        : current?.AboutKeys(ReadMessage.KeysOf(said));

    (ApplicationReader Reader, QuestionMap Questions) ReaderOf(CohortSettings cohort, ColumnChoices? own)
    {
        if (readers.Count > MostReaders) readers.Clear();
        var applying = ApplyingTime.Of(cohort);
        return readers.GetOrAdd((cohort.Id, own?.Id, applying), _ =>
        {
            var settings = own?.In(cohort.Of<IntakeSettings>()) ?? cohort.Of<IntakeSettings>();
            return (new(settings, TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone), applying), new(settings));
        });
    }
}
