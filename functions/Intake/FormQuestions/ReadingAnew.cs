using Ilnp.Intake.Import;
using Ilnp.Programme;

namespace Ilnp.Intake.FormQuestions;

/// <summary>
/// Reads messages again that came before something was said of their questions. Runs again without harm:
/// what was noted of a message is written last.
/// </summary>
public sealed class ReadingAnew(
    RereadMessages again, ApplicationStore applications, QuestionStore questions, ColumnChoiceStore choices, MessageReader reader,
    QuestionLines lines)
{
    /// <summary>Messages of one step: some seconds of work.</summary>
    const int Step = 200;

    const int AtOnce = 8;

    /// <summary>
    /// Notes what one asked that was taken in just now, and reads it anew if something else was said of that meanwhile: whoever writes
    /// first, one of the two sees the other.
    /// </summary>
    public async Task<Application> OfTakenAsync(
        CohortSettings cohort, Application taken, ReadMessage read, CancellationToken cancellation)
    {
        await lines.NoteAsync(taken, read, cancellation);
        if (!await reader.IsReadOtherwiseAsync(taken, read, cancellation)) return taken;
        await again.OfAsync(cohort, read.Asked(taken), cancellation);
        await lines.SettleAsync(
            cohort.Id,
            await choices.CurrentAsync(cohort.Id, cancellation),
            await questions.MessagesAsync(cohort.Id, cancellation),
            cancellation);
        return await applications.FindAsync(cohort.Id, taken.ApplicationId, cancellation) ?? taken;
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
            async (message, stop) => await again.OfAsync(cohort, message, stop));
        if (waiting.Count == 0) await lines.SettleAsync(cohort.Id, current, await asked, cancellation);
        return waiting.Count > 0;
    }

    static IEnumerable<string> KeysOf(AskedMessage message, Dictionary<string, string> keys) =>
        message.Questions.Select(asked => keys.GetValueOrDefault(asked.QuestionId)).OfType<string>();
}
