using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake.FormQuestions;

/// <summary>
/// Reads messages again that came before something was said of their questions. Runs again without harm:
/// what was noted of a message is written last.
/// </summary>
public sealed class ReadingAnew(
    ApplicationStore applications, RawMessageStore messages, QuestionStore questions, ColumnChoiceStore choices, MessageReader reader,
    RewrittenApplications rewritten, QuestionLines lines, SecondReading second)
{
    /// <summary>Messages of one step: some seconds of work.</summary>
    const int Step = 200;

    const int AtOnce = 8;

    /// <summary>One that was taken in while something else was said: whoever writes first, one of the two sees the other.</summary>
    public async Task<Application> OfTakenAsync(CohortSettings cohort, TakenMessage taken, CancellationToken cancellation)
    {
        if (taken.Read is not { } read || !await reader.IsReadOtherwiseAsync(taken.Application, read, cancellation))
            return taken.Application;
        await OfAsync(cohort, read.Asked(taken.Application), cancellation);
        await lines.SettleAsync(
            cohort.Id,
            await choices.CurrentAsync(cohort.Id, cancellation),
            await questions.MessagesAsync(cohort.Id, cancellation),
            cancellation);
        return await applications.FindAsync(cohort.Id, taken.Application.ApplicationId, cancellation) ?? taken.Application;
    }

    /// <summary>The next ones of the cohort; false when there was none any more.</summary>
    public async Task<bool> NextAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        var (known, asked) = (questions.ListAsync(cohort.Id, cancellation), questions.MessagesAsync(cohort.Id, cancellation));
        var current = await choices.CurrentAsync(cohort.Id, cancellation);
        var keys = (await known).ToDictionary(question => question.QuestionId, question => question.Key);
        var waiting = (await asked).Where(message => !message.IsGone && current?.AboutKeys(KeysOf(message, keys))?.Id != message.ChoicesId)
            .Take(Step).ToList();
        await Parallel.ForEachAsync(
            waiting,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (message, stop) => await OfAsync(cohort, message, stop));
        if (waiting.Count == 0) await lines.SettleAsync(cohort.Id, current, await asked, cancellation);
        return waiting.Count > 0;
    }

    static IEnumerable<string> KeysOf(AskedMessage message, Dictionary<string, string> keys) =>
        message.Questions.Select(asked => keys.GetValueOrDefault(asked.QuestionId)).OfType<string>();

    async Task OfAsync(CohortSettings cohort, AskedMessage asked, CancellationToken cancellation)
    {
        var before = await applications.FindAsync(cohort.Id, asked.ApplicationId, cancellation);
        var message = await messages.FindAsync(cohort.Id, asked.ApplicationId, cancellation);
        if (before is null or { Outcome: ApplicationOutcome.Erased } || message is null or { IsErased: true }
            || FormProvider.Find(message.Provider)!.Read(message.Body).Submission is not { } said)
        {
            await questions.PutAsync(asked with { IsGone = true }, cancellation);
            return;
        }

        var read = await reader.ReadAsync(cohort, FormProvider.Find(message.Provider)!, said, message.ReceivedAt, cancellation);
        var after = before.ChoicesId == read.Choices?.Id ? before : await rewritten.WriteAsync(cohort, before, read, cancellation);
        await second.OfWaitingAsync(cohort, [after], cancellation);
        await lines.NoteAsync(after, read, cancellation);
    }
}
