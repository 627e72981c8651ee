using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake.FormQuestions;

/// <summary>One message read again, and what follows from it written.</summary>
public sealed class RereadMessages(
    ApplicationStore applications, RawMessageStore messages, QuestionStore questions, MessageReader reader,
    RewrittenApplications rewritten, QuestionLines lines, SecondReading second)
{
    /// <summary>One that is gone or was erased is noted as such.</summary>
    internal async Task OfAsync(CohortSettings cohort, AskedMessage asked, CancellationToken cancellation)
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
