using System.Collections.Concurrent;
using Ilnp.Orchestration;
using Ilnp.Orchestration.Retries;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Intake.Rounds;

/// <summary>A round's side effects. Each may run again: stores and the mail ledger keep them single.</summary>
public sealed class IntakeRoundActivities(
    WaitingMessages waiting, MessageRegistrar registrar, ApplicationAnswering answering, ILogger<IntakeRoundActivities> logger)
{
    static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>Reads messages that were kept, and stores what they say; gives those whose senders are to be answered.</summary>
    [Function(nameof(RegisterMessages))]
    public async Task<RegisteredBatch> RegisterMessages([ActivityTrigger] MessageBatch batch, [DurableClient] DurableTaskClient client)
    {
        var registered = new ConcurrentBag<string>();
        await EachAsync(client, batch.CohortId, batch.Ids, async message =>
        {
            if ((await registrar.RegisterAsync(message)).PersonId is not null) registered.Add(message.ApplicationId);
        });
        return new(batch.CohortId, [.. registered.Order(StringComparer.Ordinal)]);
    }

    /// <summary>
    /// Tells applicants that their applications arrived, or why they do not qualify; or asks whether answers that wait are theirs.
    /// </summary>
    [Function(nameof(AcknowledgeMessages))]
    public Task AcknowledgeMessages([ActivityTrigger] RegisteredBatch batch, [DurableClient] DurableTaskClient client) =>
        EachAsync(client, batch.CohortId, batch.Ids, message => answering.AnswerAsync(message.CohortId, message.ApplicationId));

    /// <summary>The next messages that wait in the round.</summary>
    [Function(nameof(ListWaiting))]
    public async Task<MessageBatch> ListWaiting([ActivityTrigger] IntakeRound round) =>
        new(round.CohortId, [.. (await waiting.ListAsync(round)).Take(IntakeRound.Step).Select(message => message.ApplicationId)]);

    /// <summary>They wait no more.</summary>
    [Function(nameof(EndWaiting))]
    public Task EndWaiting([ActivityTrigger] WaitingBatch batch) => waiting.RemoveAsync(batch.Round, batch.Ids);

    /// <summary>
    /// What may pass by itself is tried again for all, when the others are done. A message that fails otherwise goes on by an orchestration
    /// of its own, where it fails for everybody to see, and holds nobody else up.
    /// </summary>
    async Task EachAsync(DurableTaskClient client, string cohortId, IReadOnlyList<string> ids, Func<SubmissionReceived, Task> act)
    {
        var later = new ConcurrentBag<Exception>();
        await Parallel.ForEachAsync(ids.Select(id => new SubmissionReceived(cohortId, id)), SomeAtOnce, async (message, cancellation) =>
        {
            try
            {
                await act(message);
            }
            catch (Exception e) when (TransientFailure.In(ActivityFailure.Of(e)) is not null)
            {
                later.Add(e);
            }
            catch (Exception e)
            {
                logger.LogWarning(
                    "The message {Message} of cohort {Cohort} goes on by itself: {Error}",
                    message.ApplicationId,
                    cohortId,
                    e.GetType().Name);
                await client.StartUnlessDoneAsync(nameof(IntakeOrchestrator), message, ApplicationInbox.InstanceId(message), cancellation);
            }
        });
        if (later.TryPeek(out var first))
            throw new TransientFailure($"{later.Count} of {ids.Count} messages are to be tried later.", first);
    }
}
